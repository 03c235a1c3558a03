"""The drawer of a touchpoint by keyboard alone: the keyboard stays where one works."""

from __future__ import annotations

from functools import cache
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.projects import SAMPLE, new_project
from storage.store import open_store
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput

PARTS = ["Experience", "Encounters", "What happens here", "Departments", "Brand and promise", "Findings"]


@cache
def sample_of(server: Server) -> UUID:
    """The sample that the tests of the drawer share; a server has many other projects."""
    store = open_store(Settings(data_folder=server.folder))
    try:
        return new_project(store, COMMAND_LINE, ProjectInput(name="Airport", language="en"), SAMPLE)
    finally:
        store.close()


def open_drawer(page: Page, server: Server, touchpoint: str) -> Locator:
    """Open a touchpoint of the sample from the board, by Enter."""
    page.goto(server.personal_link)
    expect(page.get_by_role("heading", name="Projects")).to_be_visible()
    page.goto(f"{server.address}/touchpoint_board?project={sample_of(server)}")
    page.locator(".board").get_by_role("button", name=touchpoint, exact=True).press("Enter")
    drawer = page.get_by_role("dialog", name=touchpoint)
    expect(drawer).to_be_visible()
    return drawer


def part(drawer: Locator, name: str) -> None:
    """Go to a part of a key touchpoint."""
    drawer.get_by_role("radio", name=name).press("Enter")
    expect(drawer.get_by_role("radio", name=name)).to_be_checked()


def test_step_after_step_is_typed_without_leaving_the_line(visit: Visit, server: Server) -> None:
    page = visit()
    drawer = open_drawer(page, server, "Security check")
    part(drawer, "What happens here")
    line = drawer.get_by_label("Add what the customer does")
    line.focus()
    for step in ("Takes off the belt", "Looks for the belt"):
        page.keyboard.type(step)
        page.keyboard.press("Enter")
        expect(drawer.get_by_text(step, exact=True)).to_be_visible()
        expect(line).to_have_value("")
        expect(line).to_be_focused()


def test_the_keyboard_comes_back_to_the_pencil_and_to_undo(visit: Visit, server: Server) -> None:
    page = visit()
    drawer = open_drawer(page, server, "Wi-Fi")
    part(drawer, "Findings")
    line = drawer.get_by_label("What goes well?")
    line.fill("Free of charge")
    line.press("Enter")
    pencil = drawer.get_by_role("button", name="Change Free of charge")
    pencil.press("Enter")
    field = drawer.get_by_label("Finding", exact=True)
    expect(field).to_be_visible()
    expect(pencil).to_be_focused()
    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    drawer.get_by_role("button", name="Save").press("Enter")
    expect(field).to_have_count(0)
    expect(pencil).to_be_focused()
    page.keyboard.press("Enter")
    drawer.get_by_role("button", name="Move to bin").press("Enter")
    expect(drawer.get_by_text("Free of charge is in the bin")).to_be_visible()
    expect(drawer.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(pencil).to_be_focused()


def test_a_new_group_of_customers_is_typed_where_it_is_needed(visit: Visit, server: Server) -> None:
    page = visit()
    drawer = open_drawer(page, server, "Shops")
    drawer.get_by_label("Which customers?").focus()
    page.keyboard.type("Crews")
    page.keyboard.press("Enter")
    line = drawer.get_by_label("Occasion: why do they meet us here?")
    line.fill("Gifts for home")
    line.press("Enter")
    expect(drawer.get_by_text("Crews · Gifts for home")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_axe_finds_nothing_serious_in_any_part(
    visit: Visit, server: Server, scheme: str, width: int, height: int
) -> None:
    page = visit("en", scheme=scheme)
    drawer = open_drawer(page, server, "Finding one's way around")
    page.set_viewport_size({"width": width, "height": height})
    for name in PARTS:
        part(drawer, name)
        expect(page.locator("[data-stale=true]")).to_have_count(0)
        found = Axe().run(page, context='[role="dialog"]').response["violations"]
        serious = [
            (one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}
        ]
        assert serious == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
