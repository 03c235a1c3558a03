"""Sends compressed copies of Streamlit's static files, which it would send as they are; plain ASGI."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages._routes._copies import ENCODINGS, Copy, StaticCopies

_REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")
_METHODS = {"GET", "HEAD"}


class CompressedStaticFiles:
    """Answers for files of which a copy is made; Streamlit answers for the rest."""

    def __init__(self, app: ASGIApp, copies: StaticCopies) -> None:
        self.app = app
        self.copies = copies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the copy, or pass the request on."""
        copy = self._copy_for(scope) if scope["type"] == "http" and scope["method"] in _METHODS else None
        answer = _answer(copy, scope) if copy else self.app
        await answer(scope, receive, send)

    def _copy_for(self, scope: Scope) -> Copy | None:
        headers = Headers(scope=scope)
        if "range" in headers:
            return None
        accepted = headers.get("accept-encoding", "")
        found = (self.copies.find(scope["path"], one) for one in ENCODINGS if is_accepted(one, accepted))
        return next((copy for copy in found if copy), None)


def is_accepted(encoding: str, header: str) -> bool:
    """Whether an Accept-Encoding header takes an encoding: named, and not with a weight of nought."""
    return any(
        part.partition(";")[0].strip().lower() == encoding and not _REFUSED.search(part)
        for part in header.split(",")
    )


def _answer(copy: Copy, scope: Scope) -> Response:
    headers = {
        "Content-Type": copy.content_type,
        "Content-Encoding": copy.encoding,
        "Content-Length": str(len(copy.body)),
        "ETag": copy.etag,
        "Vary": "Accept-Encoding",
        # The names hold a hash of the content, so a copy never grows old; Streamlit says the same.
        "Cache-Control": "public, immutable, max-age=31536000",
    }
    if copy.etag in Headers(scope=scope).get("if-none-match", ""):
        kept = {name: headers[name] for name in ("ETag", "Vary", "Cache-Control")}
        return Response(status_code=304, headers=kept)
    return Response(b"" if scope["method"] == "HEAD" else copy.body, headers=headers)
