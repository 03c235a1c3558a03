"""Texts made to do harm, in a real browser: nothing runs, nothing is fetched, and all is shown as typed."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from pages._discovery import find_pages, pages_for
from pages._page import Role
from storage.access import COMMAND_LINE
from storage.journey import bin_touchpoint, list_touchpoints
from storage.projects import SAMPLE, new_project
from storage.revisions import CONTENT, raise_revision
from storage.store import Store
from tests._hostile_texts import ALL_HOSTILE, HOSTILE, as_kept
from tests.browser._harmless import asked_elsewhere, assert_harmless
from tests.browser._hostile_project import invite_hostile, open_room, spoil
from tests.browser._screens import (
    HOME,
    JOURNEY,
    SCREENS,
    open_screen,
    wait_until_drawn,
    wait_until_still,
    walk,
    walk_to,
)
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput, Touchpoint

WORD_JOINER = "\u2060"  # nobody sees it; it keeps Streamlit from making a link of an address


@pytest.fixture(scope="module")
def projects(server_store: Store) -> dict[str, UUID]:
    """A project for each text; the first is the sample, whose touchpoints bear all of them."""
    made = {
        text: new_project(
            server_store,
            COMMAND_LINE,
            ProjectInput(name=text, language="en"),
            SAMPLE if number == 0 else "blank",
        )
        for number, text in enumerate(map(as_kept, HOSTILE))
    }
    airport = next(iter(made.values()))
    rename_measured(server_store, airport)
    return made


@pytest.fixture(scope="module")
def spoilt(server_store: Store) -> tuple[UUID, str]:
    """A project all of whose texts are hostile, and the code of its open workshop."""
    about = ProjectInput(name=as_kept(HOSTILE[2]), language="en")
    project = new_project(server_store, COMMAND_LINE, about, SAMPLE)
    code = open_room(server_store, project)
    invite_hostile(server_store, project)
    assert spoil(server_store, project) > len(ALL_HOSTILE)
    return project, code


def rename_measured(store: Store, airport: UUID) -> None:
    """Give the hostile texts to touchpoints that are drawn, and throw one that is not into the bin."""
    touchpoints = list_touchpoints(store, COMMAND_LINE, airport)
    with store.writing() as session:
        for text, touchpoint in zip(HOSTILE, touchpoints[9:], strict=False):
            session.get_one(Touchpoint, touchpoint.id).name = as_kept(text)
        session.get_one(Touchpoint, touchpoints[0].id).name = as_kept(HOSTILE[2])
        raise_revision(session, airport, CONTENT)
    bin_touchpoint(store, COMMAND_LINE, airport, touchpoints[0].id)


@pytest.fixture
def foreign(facilitator_page: Page, server: Server) -> list[str]:
    """The addresses outside the server that the facilitator's browser has asked for."""
    return asked_elsewhere(facilitator_page, server)


def test_no_screen_obeys_a_text(facilitator_page: Page, spoilt: tuple[UUID, str], foreign: list[str]) -> None:
    page, (project, _) = facilitator_page, spoilt
    showing = set()
    wait_until_drawn(page)
    for found in pages_for(Role.ADMINISTRATOR, find_pages()):
        walk(page, f"/{found.page.id}?project={project}")
        assert_harmless(page, foreign, found.page.id)
        if re.search("evil|hurt|Counter", page.inner_text("body")):
            showing.add(found.page.id)
    # Unless the texts are on the screens, this test finds nothing.
    assert {"reviews", "wall", "console", "protocol"} <= showing
    for screen in (screen for screen, (_, asked) in SCREENS.items() if asked):
        walk_to(page, screen, project)
        assert_harmless(page, foreign, screen)


def test_no_phone_obeys_a_text(visit: Visit, server: Server, spoilt: tuple[UUID, str]) -> None:
    page = visit(width=390, height=844)
    foreign = asked_elsewhere(page, server)
    page.goto(f"{server.address}/join/{spoilt[1]}")
    assert_harmless(page, foreign, "way in")
    page.get_by_role("button").first.click()
    expect(page).to_have_url(re.compile("take_part"))
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    assert_harmless(page, foreign, "phone")


def test_every_name_is_read_as_it_was_typed(
    facilitator_page: Page, server: Server, projects: dict[str, UUID]
) -> None:
    open_screen(facilitator_page, server, HOME)
    headings = facilitator_page.get_by_role("heading", level=2)
    expect(headings.filter(has_text="<script>")).to_have_count(1)
    assert set(projects) <= set(headings.all_inner_texts())


def test_the_title_of_a_journey_is_read_as_it_was_typed(
    facilitator_page: Page, server: Server, projects: dict[str, UUID]
) -> None:
    page = facilitator_page
    for text in list(projects)[1::4]:
        page.goto(f"{server.address}/journey?project={projects[text]}")
        expect(page.get_by_text("The journey has no ratings yet")).to_be_visible()
        title = page.get_by_role("heading", level=1).inner_text()
        assert title.replace(WORD_JOINER, "") == text


def test_a_chart_with_such_names_can_be_clicked_and_read(
    facilitator_page: Page, server: Server, projects: dict[str, UUID], foreign: list[str]
) -> None:
    page = facilitator_page
    open_screen(page, server, JOURNEY, next(iter(projects.values())))
    point = page.locator(".js-plotly-plot .scatterlayer .trace .points path.point").first
    wait_until_still(point)
    point.hover(force=True)
    point.click(force=True)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_text("Numbers as a table").click()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    assert page.evaluate("window.hurt") is None
    assert foreign == []
