"""What all browser tests share: one server, one browser, and a new visitor for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from storage.configuration import Settings
from storage.store import Store, open_store
from tests.browser._server import Server, running_server

Visit = Callable[..., Page]

# A page with charts is drawn in about a second; on a machine that many share, in up to half a minute.
expect.set_options(timeout=40_000)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server that the browser tests share; each works in a project of its own."""
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="session")
def server_store(server: Server) -> Iterator[Store]:
    """The server's database, opened beside it as the command line does, for what must be there before."""
    store = open_store(Settings(data_folder=server.folder))
    yield store
    store.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's chromium or Chrome, else the one that playwright fetched."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=browser_file(),
            args=["--no-sandbox", "--disable-background-networking", "--no-first-run"],
        )
        yield started
        started.close()


def browser_file() -> Path | None:
    """Where the browser lies; one from a snap cannot use our temporary folders, see .ci/install-browser."""
    found = (shutil.which(name) for name in ("chromium", "google-chrome"))
    return next((Path(file) for file in found if file and not file.startswith("/snap/")), None)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Makes a new visitor with his own cookies: visit(language, width, height, scheme)."""
    contexts = []

    def visit(language: str = "en", width: int = 1366, height: int = 768, scheme: str = "light") -> Page:
        context = browser.new_context(
            locale={"en": "en-GB", "de": "de-DE"}[language],
            viewport={"width": width, "height": height},
            color_scheme=scheme,
        )
        contexts.append(context)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def facilitator_page(visit: Visit, server: Server) -> Page:
    """A facilitator's browser, in English, just come in by the printed link."""
    page = visit()
    page.goto(server.personal_link)
    return page
