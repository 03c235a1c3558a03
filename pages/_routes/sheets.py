"""Voting sheets on paper: an address of its own, since nothing of a screen is printed with them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from pages._routes._answers import small_page, wording_for_request
from pages._sign_in import COOKIE
from pages._store import shared_store
from pages._voting_sheet import voting_sheet
from storage.access import NotAllowed
from storage.people import actor_of
from storage.sheets import read_sheet
from storage.wording import wording_for
from touchpoints.errors import TouchpointsError

_FRESH = {"Cache-Control": "no-store"}


def show_sheet(request: Request) -> Response:
    """The sheet of one activity, in the language of whoever prints it; for the facilitator alone."""
    store = shared_store()
    actor = actor_of(store, request.cookies.get(COOKIE))
    wording = wording_for(actor.language) if actor.language else wording_for_request(request)
    asked = request.path_params
    try:
        sheet = read_sheet(store, actor, asked["project_id"], asked["activity_id"])
    except TouchpointsError as fault:
        title, text = wording.say("There is no such voting sheet"), wording.say(fault.message)
        return small_page(
            wording, title=title, text=text, status=403 if isinstance(fault, NotAllowed) else 404
        )
    return HTMLResponse(voting_sheet(wording, sheet), headers=_FRESH)


ROUTES = [Route("/sheets/{project_id:uuid}/{activity_id:uuid}", show_sheet, methods=["GET"])]
