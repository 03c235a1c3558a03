"""Coming back from the company's identity provider: its word becomes a sign-in of ours, which can be ended.

Streamlit's own cookie would hold for a month, and nobody could take it back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from pages._cookies import SIGN_IN
from pages._routes._answers import UNSEEN, small_page, wording_for_request
from pages._routes._origin import is_secure
from pages._store import shared_store
from storage.provider_sign_in import MailIsMissing, NoRoleYet, enter_as, proven_user

_HERE = "/signed-in"
_CALLBACK = "/oauth2callback"


async def come_back(request: Request) -> Response:
    """What Streamlit does with the provider's answer, and then on to us instead of to the start page."""
    [callback] = [one for one in create_auth_routes("") if one.path == _CALLBACK]
    response: Response = await callback.endpoint(request)
    if response.status_code == 302:
        response.headers["location"] = _HERE
    return response


def come_in(request: Request) -> Response:
    """Exchange Streamlit's cookies for one of ours; where nobody is in them, nothing happens."""
    claims = _claims(request)
    if claims is None:
        return RedirectResponse("/", status_code=303, headers=UNSEEN)
    store = shared_store()
    try:
        cookie = enter_as(store, proven_user(claims, store.settings.sign_in_groups))
    except (NoRoleYet, MailIsMissing) as fault:
        response = _refusal(request, fault)
    else:
        response = RedirectResponse("/", status_code=303, headers=UNSEEN)
        response.set_cookie(SIGN_IN.name, cookie, httponly=True, samesite="lax", secure=is_secure(request))
    for name in request.cookies:
        if name.startswith(USER_COOKIE_NAME):  # long ones come in several, and the tokens beside them
            response.delete_cookie(name)
    return response


def _claims(request: Request) -> Mapping[str, Any] | None:
    """What stands in Streamlit's cookie, if it has signed that."""

    def signed(name: str) -> bytes | None:
        sent = request.cookies.get(name)
        return decode_signed_value(get_cookie_secret(), name, sent.encode("latin-1")) if sent else None

    value = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    claims = json.loads(value) if value else None
    return claims if isinstance(claims, dict) else None


def _refusal(request: Request, fault: NoRoleYet | MailIsMissing) -> Response:
    wording = wording_for_request(request)
    return small_page(
        wording, title=wording.say("You cannot come in yet"), text=wording.say(fault.message), status=403
    )


ROUTES = [
    Route(_CALLBACK, come_back, methods=["GET"]),
    Route(_HERE, come_in, methods=["GET"]),
]
