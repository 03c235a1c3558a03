"""The state of the server for whoever watches over it; Streamlit's own check asks no database."""

from __future__ import annotations

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pages._store import shared_store

logger = logging.getLogger(__name__)


def report_health(_request: Request) -> Response:
    """Version, schema and database version, or 503 and a sentence."""
    try:
        health = shared_store().health()
    except Exception:
        logger.exception("The database does not answer")
        sentence = "The database does not answer. The reason stands in the log of the server."
        return JSONResponse({"status": "failed", "sentence": sentence}, 503, headers=_FRESH)
    return JSONResponse(health, headers=_FRESH)


_FRESH = {"Cache-Control": "no-store"}
ROUTES = [Route("/healthz", report_health, methods=["GET"])]
