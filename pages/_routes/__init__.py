"""What scripts cannot do: own addresses, and what stands around every answer of the server."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from pages._routes import (
    calendar_feed,
    downloads,
    enter,
    feedback,
    healthz,
    join,
    leave,
    live,
    reached,
    scripts,
    sheets,
    signed_in,
    start,
    voice,
)
from pages._routes._copies import STATIC_COPIES
from pages._routes.compression import CompressedStaticFiles
from pages._routes.headers import SecurityHeaders
from pages._routes.hosts import KnownHosts, known_names
from storage.configuration import Settings


def routes() -> list[BaseRoute]:
    """All own addresses; they win over Streamlit's."""
    return [
        *calendar_feed.ROUTES,
        *downloads.ROUTES,
        *enter.ROUTES,
        *feedback.ROUTES,
        *join.ROUTES,
        *leave.ROUTES,
        *healthz.ROUTES,
        *live.ROUTES,
        *reached.ROUTES,
        *scripts.ROUTES,
        *sheets.ROUTES,
        *signed_in.ROUTES,
        *start.ROUTES,
        *voice.ROUTES,
    ]


def middleware(settings: Settings) -> list[Middleware]:
    """What every request passes, outermost first: even a refusal carries the headers."""
    return [
        Middleware(SecurityHeaders),
        Middleware(KnownHosts, names=known_names(settings)),
        Middleware(CompressedStaticFiles, copies=STATIC_COPIES),
    ]
