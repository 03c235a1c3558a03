"""The calendar feed: somebody's to-dos at a private address, for calendar programs, which have no cookie."""

from __future__ import annotations

import hashlib
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pages._routes._answers import wording_for_request
from pages._store import shared_store
from storage.calendar_feeds import read_feed
from storage.calendar_files import write_calendar
from storage.wording import wording_for
from touchpoints.messages import N_
from touchpoints.todos import Todo

# A program may keep what it read, and asks each time whether it still holds.
_HEADERS = {"Cache-Control": "private, no-cache", "Referrer-Policy": "no-referrer"}
_REFUSAL = N_("This calendar address is not valid (any more). Make a new one on the page “My to-dos”.")


def show_calendar(request: Request) -> Response:
    """The calendar, or nothing but a status where the program has it already."""
    store = shared_store()
    feed = read_feed(store, request.path_params["token"])
    if feed is None:
        return PlainTextResponse(wording_for_request(request).say(_REFUSAL), 404, headers=_HEADERS)
    wording = wording_for(feed.language) if feed.language else wording_for_request(request)
    body = write_calendar(feed, wording, lambda todo: _address(store.settings.address, todo))
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {**_HEADERS, "ETag": etag, "Content-Disposition": 'inline; filename="to-dos.ics"'}
    # The moment of the last change would not tell that a to-do has gone, so the content alone decides.
    if etag in _known(request):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="text/calendar", headers=headers)


def _known(request: Request) -> set[str]:
    """What the program has, by its marks; a proxy that compresses may have made them weak."""
    sent = request.headers.get("if-none-match", "").split(",")
    return {mark.strip().removeprefix("W/") for mark in sent}


def _address(server: str, todo: Todo) -> str:
    query = urlencode({"project": todo.project_id, "todo": todo.id})
    return f"{server}/my_todos?{query}"


ROUTES = [Route("/calendar/{token}.ics", show_calendar, methods=["GET"])]
