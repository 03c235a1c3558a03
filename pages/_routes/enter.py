"""The personal link: a cookie in exchange for its token, which then vanishes from the address."""

from __future__ import annotations

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pages._routes._answers import UNSEEN, small_page, wording_for_request
from pages._sign_in import COOKIE
from pages._store import shared_store
from storage.people import SignedInAsAnother, enter

# Longer than any sign-in lasts: the end of a sign-in is the database's affair.
_COOKIE_LIFE = int(timedelta(days=365).total_seconds())


def come_in(request: Request) -> Response:
    """Sign this browser in and go to the start page.

    A link works more than once: programs that look into mails open every link before its reader does.
    """
    store = shared_store()
    try:
        cookie = enter(store, request.path_params["token"], request.cookies.get(COOKIE))
    except SignedInAsAnother as error:
        wording = wording_for_request(request)
        title, text = wording.say("Somebody else is signed in here"), wording.say(error.message)
        return small_page(wording, title=title, text=text, status=409)
    if cookie is None:
        return _refusal(request)
    response = RedirectResponse("/", status_code=303, headers=UNSEEN)
    is_secure = store.settings.public_url.startswith("https://")
    response.set_cookie(COOKIE, cookie, _COOKIE_LIFE, httponly=True, samesite="lax", secure=is_secure)
    return response


def _refusal(request: Request) -> Response:
    wording = wording_for_request(request)
    return small_page(
        wording,
        title=wording.say("This link is not valid (any more)"),
        text=wording.say(
            "Links work for seven days and only whole. Copy the whole link once more, or ask whoever sent it "
            "for a new one. If you started the tool yourself, a new link stands where you started it."
        ),
        status=403,
    )


ROUTES = [Route("/enter/{token}", come_in, methods=["GET"])]
