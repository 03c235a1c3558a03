"""Ada's browser, and the way to her to-dos."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages._sign_in import COOKIE
from storage.store import Store
from tests.pages._screen import (
    open_page,
)
from tests.pages.conftest import OpenFrame
from tests.pages.todos._team import Open, Team


@pytest.fixture
def team(store: Store, cookies: dict[str, str]) -> Team:
    team = Team(store)
    cookies[COOKIE] = team.cookie
    return team


@pytest.fixture
def visit(team: Team, open_frame: OpenFrame) -> Open:
    """Opens the page as Ada."""

    def visit(locale: str = "en-GB", **query: str) -> AppTest:
        frame = open_frame(locale=locale)
        frame.default_timeout = 60
        return open_page(frame, "my_todos", team.bakery, **query)

    return visit
