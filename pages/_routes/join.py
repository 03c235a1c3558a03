"""Taking a seat: a code leads to a small page with one button, and the button gets a cookie."""

from __future__ import annotations

import secrets
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from pages._cookies import SEAT, VISITOR
from pages._privacy import privacy_notice, privacy_title, responsible
from pages._routes._answers import UNSEEN, wording_for_request
from pages._routes._join_page import code_page, join_page, waiting_page
from pages._routes._origin import OWN_EYES, foreign, is_from_here, is_secure
from pages._store import shared_store
from storage.code_tries import CodeTries, TooManyTries, try_code
from storage.privacy_notice import read_notice
from storage.seats import NotBegun, WayIn, join_workshop, leave_workshop, participant_of, tidy_code
from storage.store import Store
from touchpoints.errors import TouchpointsError

_PHONE = "/take_part"


def show_way_in(request: Request) -> Response:
    """What one joins, with the button that does it; who has a seat there is led back to it.

    Looking makes no participant: cameras and programs that look ahead open every address they see.
    """
    store = shared_store()
    try:
        way_in = _way_in(request, store)
    except TouchpointsError as fault:
        return _refusal(request, fault)
    if _has_seat(request, store, way_in):
        return RedirectResponse(_PHONE, status_code=303, headers=UNSEEN)
    wording = wording_for_request(request)
    notice = (*privacy_notice(wording), *responsible(wording, read_notice(store)))
    page = join_page(wording, way_in, privacy_title(wording), notice)
    return HTMLResponse(page, headers=OWN_EYES)


def take_seat(request: Request) -> Response:
    """Give this browser a seat, the same one where it has one there, and lead to what is on."""
    if not is_from_here(request):
        return foreign(request)
    store = shared_store()
    try:
        _way_in(request, store)
        token = join_workshop(store, request.path_params["code"], request.cookies.get(SEAT.name))
    except TouchpointsError as fault:
        return _refusal(request, fault)
    response = RedirectResponse(_PHONE, status_code=303, headers=UNSEEN)
    life, is_safe = SEAT.seconds, is_secure(request)
    response.set_cookie(SEAT.name, token, life, httponly=True, samesite="lax", secure=is_safe)
    return response


def give_seat_up(request: Request) -> Response:
    """Leave the workshop; what was answered from the seat stays."""
    if not is_from_here(request):
        return foreign(request)
    if token := request.cookies.get(SEAT.name):
        leave_workshop(shared_store(), token)
    response = RedirectResponse("/", status_code=303, headers=UNSEEN)
    response.delete_cookie(SEAT.name, httponly=True, samesite="lax")
    return response


def read_typed_code(request: Request) -> Response:
    """From the field where a code is typed, however it is typed, to the page of that code."""
    code = tidy_code(request.query_params.get("code", "")[:40])
    return RedirectResponse(f"/join/{code or '-'}", status_code=303, headers=UNSEEN)


@lru_cache(maxsize=1)
def _tries_in(store: Store) -> CodeTries:
    return CodeTries(store.now)


def _way_in(request: Request, store: Store) -> WayIn:
    code = request.path_params["code"][:40]
    return try_code(store, _tries_in(store), code, request.cookies.get(VISITOR.name))


def _has_seat(request: Request, store: Store, way_in: WayIn) -> bool:
    seat = participant_of(store, request.cookies.get(SEAT.name)).seat
    return seat is not None and seat.workshop_id == way_in.workshop_id


def _refusal(request: Request, fault: TouchpointsError) -> Response:
    """One sentence, and the field to type the code once more; where it is right, a button to ask again."""
    wording = wording_for_request(request)
    status = 429 if isinstance(fault, TooManyTries) else 404
    sentence = wording.say(fault.message)
    page = waiting_page if isinstance(fault, NotBegun) else code_page
    response = HTMLResponse(page(wording, sentence), status, headers=OWN_EYES)
    if VISITOR.name not in request.cookies:
        token, life = secrets.token_urlsafe(16), VISITOR.seconds
        response.set_cookie(VISITOR.name, token, life, httponly=True, samesite="lax")
    return response


ROUTES = [
    Route("/code", read_typed_code, methods=["GET"]),
    Route("/join/{code}", show_way_in, methods=["GET"]),
    Route("/join/{code}", take_seat, methods=["POST"]),
    Route("/leave/seat", give_seat_up, methods=["POST"]),
]
