"""The test page of the room check: a phone that sees it has reached the server."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages._routes._answers import small_page, wording_for_request
from pages._store import shared_store
from storage.room_check import note_reached


def say_reached(request: Request) -> Response:
    """Tell the phone that it works, and the facilitator that a phone reached us."""
    wording = wording_for_request(request)
    if not note_reached(shared_store(), request.path_params["mark"]):
        title = wording.say("This room check is over")
        text = wording.say("Scan the code on the facilitator's screen once more.")
        return small_page(wording, title=title, text=text, status=404)
    title, text = wording.say("It works"), wording.say("You can put the phone away.")
    return small_page(wording, title=title, text=text, status=200)


ROUTES = [Route("/reached/{mark:uuid}", say_reached, methods=["GET"])]
