"""A store of its own for each test of a screen, its visitors, and the frame that a test opens."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

import pages
from pages._sign_in import COOKIE, SEAT
from pages._store import close_store, shared_store
from storage.access import COMMAND_LINE
from storage.people import enter, issue_start_link
from storage.projects import list_projects, new_project
from storage.store import Store
from tests.pages._phone import Hall, open_hall
from tests.pages._prepared import Prepared, leave_empty, make_airport
from tests.pages._screen import open_page
from touchpoints.model import ProjectInput

FRAME = Path(pages.__path__[0]) / "_main.py"
OpenFrame = Callable[..., AppTest]
OpenWall = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def manifests_read_once() -> Iterator[None]:
    """Each simulated browser reads the manifests of all packages anew, a third of what most tests take."""
    with pytest.MonkeyPatch.context() as patch:
        once = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The files that the stores of this process begin with."""
    return Prepared(tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def store(
    request: pytest.FixtureRequest, prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """The store that scripts and routes of this test use; a SQLite file of its own."""
    prepared.copy(make_airport if "airport" in request.fixturenames else leave_empty, tmp_path / "data")
    monkeypatch.setenv("TOUCHPOINTS_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.delenv("TOUCHPOINTS_DATABASE_URL", raising=False)
    yield shared_store()
    close_store()
    # What a page kept of the sample would fit that of the next test, which has the same id.
    st.cache_resource.clear()


@pytest.fixture(autouse=True)
def cookies(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The cookies that the browser sends: none, unless a test puts one in.

    Without this, AppTest's stand-in answers every question for a cookie with something that is true,
    and a guest would pass for anybody.
    """
    sent: dict[str, str] = {}
    monkeypatch.setattr(ContextProxy, "cookies", property(lambda _context: sent))
    return sent


@pytest.fixture
def facilitator(store: Store, cookies: dict[str, str]) -> str:
    """Signs the browser of this test in by a start link; returns the cookie's token."""
    token = enter(store, issue_start_link(store))
    assert token is not None
    cookies[COOKIE] = token
    return token


@pytest.fixture
def open_frame(store: Store) -> OpenFrame:
    """Opens the frame in a browser of a language and an address, and runs it once."""
    assert store

    def open_one(*, locale: str = "en-GB", theme: str = "light", **query: str) -> AppTest:
        frame = AppTest.from_file(FRAME, default_timeout=20)
        frame.context.update(locale=locale, theme=theme)
        frame.query_params.update(query)
        return frame.run()

    return open_one


@pytest.fixture
def hotel(store: Store) -> UUID:
    """A project with phases and no touchpoint."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Hotel", language="de"))


@pytest.fixture
def airport(store: Store) -> UUID:
    """The sample in English, with which the store of a test begins that names this fixture."""
    [sample] = (one.id for one in list_projects(store, COMMAND_LINE) if one.name == "Airport")
    return sample


@pytest.fixture
def hall(store: Store, hotel: UUID, facilitator: str) -> Hall:
    """A workshop that is open, led by whoever looks at the screens."""
    assert facilitator
    return open_hall(store, hotel)


@pytest.fixture
def phone(hall: Hall, cookies: dict[str, str], open_frame: OpenFrame) -> AppTest:
    """A phone that has joined while nothing was on."""
    cookies[SEAT] = hall.join()
    return open_frame()


@pytest.fixture
def open_wall(hall: Hall, open_frame: OpenFrame) -> OpenWall:
    """Opens the screen of that room."""

    def open_one(**query: str) -> AppTest:
        return open_page(open_frame(), "wall", hall.project, **query)

    return open_one


@pytest.fixture
def wizard(facilitator: str, hotel: UUID, open_frame: OpenFrame) -> AppTest:
    """The import of a survey into the hotel's project, before a file was taken."""
    assert facilitator
    frame = open_frame(project=str(hotel))
    frame.default_timeout = 60
    return frame.switch_page(str(FRAME.with_name("import_survey.py"))).run()


@pytest.fixture
def add_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], Path]]:
    """Adds a page file to those that the frame finds, for this test alone."""
    folder = tmp_path / "more_pages"
    folder.mkdir()
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(folder)])
    added: list[str] = []

    def add(name: str, text: str) -> Path:
        file = folder / f"{name}.py"
        file.write_text(text, encoding="utf-8")
        added.append(name)
        return file

    yield add
    for name in added:
        sys.modules.pop(f"pages.{name}", None)
        vars(pages).pop(name, None)
