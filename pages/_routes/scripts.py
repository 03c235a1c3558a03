"""The scripts of our own components, compressed, and kept by the browser for good."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pages._component import FOLDER, SCRIPTS
from pages._routes._copies import ENCODINGS
from pages._routes.compression import is_accepted

_HEADERS = {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": "public, immutable, max-age=31536000",
    "Vary": "Accept-Encoding",
}


def send_script(request: Request) -> Response:
    """One script, or 404 where this version of the tool has none of this name."""
    content = SCRIPTS.get(request.path_params["file"])
    if content is None:
        return Response(status_code=404)
    accepted = request.headers.get("accept-encoding", "")
    encoding = next((one for one in ENCODINGS if is_accepted(one, accepted)), None)
    if encoding is None:
        return Response(content, headers=_HEADERS)
    return Response(_compressed(content, encoding), headers={**_HEADERS, "Content-Encoding": encoding})


@lru_cache
def _compressed(content: bytes, encoding: str) -> bytes:
    return ENCODINGS[encoding](content)


ROUTES = [Route(f"{FOLDER}/{{file}}", send_script, methods=["GET"])]
