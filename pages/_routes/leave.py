"""Signing out: the sign-in ends in the database, and the cookie goes."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pages._routes._answers import UNSEEN
from pages._sign_in import COOKIE
from pages._store import shared_store
from storage.people import leave

# A link on our own page, or an address that somebody typed.
_OWN = {"same-origin", "none"}


def go_out(request: Request) -> Response:
    """End this browser's sign-in and go to the start page; a link on a foreign site ends nothing."""
    response = RedirectResponse("/", status_code=303, headers=UNSEEN)
    if request.headers.get("sec-fetch-site", "none") not in _OWN:
        return response
    if cookie := request.cookies.get(COOKIE):
        leave(shared_store(), cookie)
        response.delete_cookie(COOKIE, httponly=True, samesite="lax")
    return response


ROUTES = [Route("/leave", go_out, methods=["GET"])]
