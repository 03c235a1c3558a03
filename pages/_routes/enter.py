"""The personal link: a cookie in exchange for its token, which then vanishes from the address."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pages._cookies import SIGN_IN
from pages._routes._answers import UNSEEN, small_page, wording_for_request
from pages._routes._origin import is_secure
from pages._store import shared_store
from storage.code_tries import CodeTries
from storage.people import SignedInAsAnother, enter
from storage.store import Store


def come_in(request: Request) -> Response:
    """Sign this browser in and go to the start page.

    A link works more than once: programs that look into mails open every link before its reader does.
    """
    store = shared_store()
    try:
        cookie = enter(store, request.path_params["token"], request.cookies.get(SIGN_IN.name))
    except SignedInAsAnother as error:
        wording = wording_for_request(request)
        title, text = wording.say("Somebody else is signed in here"), wording.say(error.message)
        return small_page(wording, title=title, text=text, status=409)
    if cookie is None:
        return _refusal(request) if _tries_in(store).note_failure(None) else _put_off(request)
    response = RedirectResponse("/", status_code=303, headers=UNSEEN)
    life, is_safe = SIGN_IN.seconds, is_secure(request)
    response.set_cookie(SIGN_IN.name, cookie, life, httponly=True, samesite="lax", secure=is_safe)
    return response


@lru_cache(maxsize=1)
def _tries_in(store: Store) -> CodeTries:
    return CodeTries(store.now)


def _put_off(request: Request) -> Response:
    """More wrong links were tried than anybody mistypes; whoever has a right one comes in all the same."""
    wording = wording_for_request(request)
    title, text = (
        wording.say("Too many wrong links were tried"),
        wording.say("Wait a minute, then try again."),
    )
    return small_page(wording, title=title, text=text, status=429)


def _refusal(request: Request) -> Response:
    wording = wording_for_request(request)
    return small_page(
        wording,
        title=wording.say("This link is not valid (any more)"),
        text=wording.say(
            "A link works for a time and only whole. Copy the whole link once more, or ask whoever sent it "
            "for a new one. If you started the tool yourself, a new link stands where you started it."
        ),
        status=403,
    )


ROUTES = [Route("/enter/{token}", come_in, methods=["GET"])]
