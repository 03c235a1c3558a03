"""A server with one board, and a visitor who has it before him."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser._small_app import running_app
from tests.browser.conftest import Visit


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_app("board/_board_app.py", tmp_path_factory.mktemp("board")) as running:
        yield running


@pytest.fixture
def show(visit: Visit, address: str) -> Callable[..., Page]:
    """Opens the page with the board: show(cards, width=..., height=..., scheme=...)."""

    def show(cards: int = 0, **screen: Any) -> Page:
        page = visit(**screen)
        page.goto(f"{address}/?cards={cards}")
        expect(page.locator(".card").first).to_be_attached()
        return page

    return show


@pytest.fixture
def page(show: Callable[..., Page]) -> Page:
    return show()
