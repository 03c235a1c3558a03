"""A client of the own routes behind their middleware, without Streamlit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from pages._routes import middleware, routes
from storage.store import Store


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    """A browser that follows no redirect by itself."""
    app = Starlette(routes=routes(), middleware=middleware(store.settings))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as opened:
        yield opened
