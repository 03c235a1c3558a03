"""What all browser tests share: one server, one browser, and a new visitor for each test."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from storage.configuration import Settings
from storage.store import Store, open_store
from tests.browser._server import Server, running_server

Visit = Callable[..., Page]
Idle = defaultdict[str, list[BrowserContext]]

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


@pytest.fixture(scope="session")
def left_behind() -> Idle:
    """What earlier visitors left, by language: loading and compiling the scripts anew takes a second."""
    return defaultdict(list)


@pytest.fixture
def visit(browser: Browser, left_behind: Idle) -> Iterator[Visit]:
    """Makes a new visitor with his own cookies: visit(language, width, height, scheme)."""
    visitors = []

    def visit(language: str = "en", width: int = 1366, height: int = 768, scheme: str = "light") -> Page:
        locale = {"en": "en-GB", "de": "de-DE"}[language]
        context = left_behind[language].pop() if left_behind[language] else browser.new_context(locale=locale)
        visitors.append((language, context))
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        return page

    yield visit
    for language, context in visitors:
        forget(context)
        left_behind[language].append(context)


def forget(context: BrowserContext) -> None:
    """Make a visitor's browser as new, but for the files that it has loaded."""
    for page in context.pages:
        if page.url.startswith("http"):
            origin = "/".join(page.url.split("/")[:3])
            session = context.new_cdp_session(page)
            kept = "local_storage,indexeddb,service_workers"
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": kept})
        page.close()
    context.clear_cookies()


@pytest.fixture
def facilitator_page(visit: Visit, server: Server) -> Page:
    """A facilitator's browser, in English, just come in by the printed link."""
    page = visit()
    page.goto(server.personal_link)
    return page
