"""Answers only to names that this server goes by, so that a foreign name cannot be pointed at it."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from storage.configuration import Settings

_REFUSAL = (
    "This server does not go by that name. Use the address that it printed at its start, or set "
    "TOUCHPOINTS_PUBLIC_URL to the address that people use."
)


class KnownHosts:
    """Refuses requests and sockets for unknown names.

    Streamlit's server.allowedHosts checks sockets alone and knows no networks; a laptop changes its
    numeric address with every room, and a numeric address cannot be pointed elsewhere by a foreigner.
    """

    def __init__(self, app: ASGIApp, names: set[str]) -> None:
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what asks for a known name."""
        if scope["type"] == "lifespan" or self.knows(_host_of(scope)):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": "unknown host"})
        else:
            await PlainTextResponse(_REFUSAL, 421)(scope, receive, send)

    def knows(self, host: str) -> bool:
        """Whether a Host header names this server: one of its names, or any numeric address."""
        try:
            name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        except ValueError:
            return False
        return name in self.names or _is_numeric(name)


def known_names(settings: Settings) -> set[str]:
    """The names of this machine and the one of the public address."""
    own = socket.gethostname().lower()
    return {"localhost", own, f"{own}.local", urlsplit(settings.address).hostname or "localhost"}


def _host_of(scope: Scope) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")


def _is_numeric(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
