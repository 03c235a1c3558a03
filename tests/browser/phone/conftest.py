"""A hall for the phones of the browser tests, and a phone in somebody's hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.projects import new_project
from storage.store import Store, open_store
from tests.browser._server import Server, free_address, start_server
from tests.pages._phone import Hall, open_hall
from touchpoints.model import ProjectInput

TakePhone = Callable[..., Page]


class OwnServer:
    """A server that a test may kill and start again at the same address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = free_address()
        self.start()
        self.store = open_store(Settings(data_folder=folder))
        self.hall = new_hall(self.store)

    def start(self) -> None:
        """Start it, with what it had stored."""
        self._process = start_server(self._folder, self.address)

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        self._process.kill()
        self._process.wait(timeout=20)


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[OwnServer]:
    """A server of this test alone."""
    started = OwnServer(tmp_path)
    yield started
    started.store.close()
    started.kill()


@pytest.fixture
def hall(server_store: Store) -> Hall:
    """A workshop of its own for each test."""
    return new_hall(server_store)


@pytest.fixture
def take_phone(browser: Browser) -> Iterator[TakePhone]:
    """Takes a phone of 360 pixels: take_phone(language, scheme)."""
    contexts = []

    def take(language: str = "en", scheme: str = "light") -> Page:
        context = browser.new_context(
            locale={"en": "en-GB", "de": "de-DE"}[language],
            viewport={"width": 360, "height": 640},
            color_scheme=scheme,
            has_touch=True,
            is_mobile=True,
        )
        contexts.append(context)
        return context.new_page()

    yield take
    for context in contexts:
        context.close()


@pytest.fixture
def phone(take_phone: TakePhone, server: Server, hall: Hall) -> Page:
    """A phone that has joined."""
    page = take_phone()
    join(page, server.address, hall)
    return page


def join(page: Page, address: str, hall: Hall) -> None:
    """One scan and one tap."""
    page.goto(f"{address}/join/{hall.code}")
    page.get_by_role("button").tap()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def tap(page: Page, name: str) -> None:
    """Tap a button by its words."""
    page.get_by_role("button", name=name).first.tap()


def expect_stored(page: Page) -> None:
    """The server has confirmed all that was sent."""
    expect(page.locator(".status.stored")).to_be_visible()


def new_hall(store: Store) -> Hall:
    """A workshop in a project of its own."""
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    return open_hall(store, project)
