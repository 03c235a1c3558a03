"""The journey board as a whole, by keyboard alone: a card is moved, made a key touchpoint, and put back."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.journey import list_phases, list_touchpoints
from storage.projects import new_project
from storage.store import Store
from tests.browser._screens import staying, wait_until_drawn
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput

NAMES = ["Counter", "Oven", "Van"]
_MOVE_TWICE_AND_LEAVE = """(card, address) => {
    const key = { key: "ArrowDown", altKey: true, bubbles: true, composed: true };
    card.focus();
    card.dispatchEvent(new KeyboardEvent("keydown", key));
    card.dispatchEvent(new KeyboardEvent("keydown", key));
    if (card.closest(".board").getAttribute("aria-busy") !== "true") throw new Error("not busy");
    location.assign(address);
}"""


@pytest.fixture
def bakery(server_store: Store) -> UUID:
    """A project with three touchpoints in its second phase."""
    project = new_project(server_store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    phase = list_phases(server_store, COMMAND_LINE, project)[1].name
    add_touchpoints(server_store, COMMAND_LINE, project, [NewTouchpoint(name, phase) for name in NAMES])
    return project


def open_board(page: Page, server: Server, project: UUID, query: str = "") -> Locator:
    page.goto(server.personal_link)
    page.goto(f"{server.address}/touchpoint_board?project={project}{query}")
    wait_until_drawn(page)
    expect(page.locator(".board .card").first).to_be_visible()
    return page.locator(".board")


def stored(store: Store, project: UUID) -> list[tuple[str, str]]:
    entries = list_touchpoints(store, COMMAND_LINE, project)
    return [(entry.name, entry.depth.value) for entry in entries]


def names(store: Store, project: UUID) -> list[str]:
    return [name for name, _ in stored(store, project)]


def column(board: Locator, number: int) -> Locator:
    return board.locator(".column").nth(number).locator(".open")


def test_a_card_is_moved_made_key_and_put_back_by_keyboard(
    visit: Visit, server: Server, server_store: Store, bakery: UUID
) -> None:
    page = visit()
    board = open_board(page, server, bakery)
    counter = board.get_by_role("button", name="Counter", exact=True)
    counter.focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.get_by_text("Counter was moved.")).to_be_visible()
    assert [name for name, _ in stored(server_store, bakery)] == ["Oven", "Counter", "Van"]
    expect(counter).to_be_focused()
    page.keyboard.press("Alt+ArrowRight")
    expect(column(board, 2)).to_have_text(["Counter"])
    expect(counter).to_be_focused()
    page.keyboard.press("m")
    page.get_by_role("menuitem", name="Make a key touchpoint").press("Enter")
    expect(page.get_by_text("Counter is a key touchpoint now.")).to_be_visible()
    expect(board.get_by_role("img", name="Key touchpoint")).to_be_visible()
    assert ("Counter", "key") in stored(server_store, bakery)
    page.get_by_role("button", name="Undo").press("Enter")
    expect(board.get_by_role("img", name="Key touchpoint")).to_have_count(0)
    assert ("Counter", "all") in stored(server_store, bakery)


def test_moves_made_are_all_stored_before_one_leaves(
    visit: Visit, server: Server, server_store: Store, bakery: UUID
) -> None:
    page = visit()
    board = open_board(page, server, bakery)
    expect(board).to_have_attribute("aria-busy", "false")
    board.click(position={"x": 5, "y": 5})  # a browser asks only those who have done something
    moved = ["Oven", "Van", "Counter"]
    asked = staying(page)
    # In one moment: no answer of the server comes between the moves and the way out.
    board.get_by_role("button", name="Counter", exact=True).evaluate(
        _MOVE_TWICE_AND_LEAVE, f"{server.address}/journey?project={bakery}"
    )
    expect(board).to_have_attribute("aria-busy", "false")
    assert asked == ["beforeunload"]
    assert names(server_store, bakery) == moved


def test_a_chosen_filter_stands_in_the_address_and_opens_again_in_another_language(
    visit: Visit, server: Server, bakery: UUID
) -> None:
    page = visit()
    open_board(page, server, bakery)
    page.get_by_role("button", name="shortlist", exact=True).click()
    expect(page.get_by_text("0 of 3 touchpoints")).to_be_visible()
    expect(page).to_have_url(re.compile("depth=shortlist"))
    german = visit("de")
    german.goto(server.personal_link)
    german.goto(page.url)
    wait_until_drawn(german)
    expect(german.locator(".board .card")).to_have_count(0)


def test_a_list_is_pasted_into_a_project_as_the_first_thing_to_do(
    visit: Visit, server: Server, server_store: Store
) -> None:
    project = new_project(server_store, COMMAND_LINE, ProjectInput(name="New", language="en"))
    page = visit()
    page.goto(server.personal_link)
    page.goto(f"{server.address}/touchpoint_board?project={project}")
    wait_until_drawn(page)
    page.get_by_role("button", name="Paste a list").press("Enter")
    dialog = page.get_by_role("dialog")
    lines = "\n".join(f"Touchpoint {number}" for number in range(250))
    dialog.get_by_role("textbox").fill(lines)
    dialog.get_by_role("button", name="Look at it").press("Enter")
    dialog.get_by_role("button", name="Add 250 touchpoints").press("Enter")
    expect(page.get_by_text("250 touchpoints were added.")).to_be_visible()
    expect(page.locator(".board .card")).to_have_count(250)
    assert len(stored(server_store, project)) == 250
