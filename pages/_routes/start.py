"""The start page under its own name: its address is the bare one, and Streamlit knows no second."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route


def go_to_start(request: Request) -> Response:
    """Go to the start page, and keep what the address says of the project."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/{query}", status_code=308)


ROUTES = [Route("/home", go_to_start, methods=["GET"])]
