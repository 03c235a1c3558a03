"""Where a form stood that was sent to us: on our own page, or on another site in somebody's name."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from pages._routes._answers import small_page, wording_for_request
from pages._store import shared_store

# A browser that may say nothing of where a form stands would call its origin unknown.
OWN_EYES = {"Referrer-Policy": "same-origin", "Cache-Control": "no-store"}


def is_from_here(request: Request) -> bool:
    """Whether a form of our own sent this; a browser names the origin of every form."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
    public = urlsplit(shared_store().settings.public_url).netloc
    return bool(netloc := urlsplit(origin).netloc) and netloc in {request.headers.get("host"), public}


def is_secure(request: Request) -> bool:
    """Whether a cookie may be kept for encrypted requests alone."""
    return request.url.scheme == "https" or shared_store().settings.public_url.startswith("https://")


def foreign(request: Request) -> Response:
    """The refusal of what another site sent."""
    wording = wording_for_request(request)
    return small_page(
        wording,
        title=wording.say("This did not come from our own page"),
        text=wording.say(
            "Another site tried to do this in your name. Open the link or scan the code instead."
        ),
        status=403,
    )
