"""The board of the plan in a real browser: by keyboard, by hand, by menu, and on a phone as a list."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from storage.access import COMMAND_LINE
from storage.actions import ActionEntry, add_action, list_actions
from storage.projects import new_project
from storage.store import Store
from tests.browser._screens import wait_until_drawn
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import ActionStatus, ProjectInput


@pytest.fixture
def bakery(server_store: Store) -> UUID:
    """A project with three planned actions, the first of them overdue."""
    project = new_project(server_store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    late = server_store.now().date() - timedelta(days=5)
    for name, due in (("Oven", late), ("Baker", None), ("Sign", None)):
        add_action(server_store, COMMAND_LINE, project, {"name": name, "due_on": due})
    return project


def open_plan(page: Page, server: Server, project: UUID, query: str = "") -> Locator:
    page.goto(server.personal_link)
    page.goto(f"{server.address}/todo_plan?project={project}{query}")
    wait_until_drawn(page)
    expect(page.locator(".board .card").first).to_be_visible()
    return page.locator(".board")


def stored(store: Store, project: UUID) -> dict[str, ActionEntry]:
    return {entry.name: entry for entry in list_actions(store, COMMAND_LINE, project)}


def column(board: Locator, number: int) -> Locator:
    return board.locator(".column").nth(number).locator(".open")


def test_an_action_is_begun_blocked_and_put_back_by_keyboard(
    visit: Visit, server: Server, server_store: Store, bakery: UUID
) -> None:
    page = visit()
    board = open_plan(page, server, bakery)
    oven = board.get_by_role("button", name="Oven", exact=True)
    oven.focus()
    page.keyboard.press("Alt+ArrowRight")
    expect(page.get_by_text("1 action: running now.")).to_be_visible()
    expect(column(board, 1)).to_have_text(["Oven"])
    expect(oven).to_be_focused()
    wait_until_drawn(page)
    page.keyboard.press("Alt+ArrowRight")
    dialog = page.get_by_role("dialog")
    reason = dialog.get_by_label("Say it in a few words")
    reason.fill("no money")
    reason.press("Enter")
    expect(page.get_by_text("1 action: blocked now.")).to_be_visible()
    expect(column(board, 2)).to_have_text(["Oven"])
    assert stored(server_store, bakery)["Oven"].blocked_by == "no money"
    page.get_by_role("button", name="Undo").press("Enter")
    expect(column(board, 1)).to_have_text(["Oven"])
    assert stored(server_store, bakery)["Oven"].status is ActionStatus.RUNNING


def test_a_card_is_dragged_to_the_done_ones(
    visit: Visit, server: Server, server_store: Store, bakery: UUID
) -> None:
    page = visit()
    page.set_viewport_size({"width": 1920, "height": 1080})
    board = open_plan(page, server, bakery)
    start = board.locator(".card", has_text="Baker").bounding_box()
    end = board.locator(".column").nth(3).bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + 60, steps=12)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + 90, steps=4)
    page.mouse.up()
    expect(column(board, 3)).to_have_text(["Baker"])
    expect(page.get_by_text("1 action: done now.")).to_be_visible()
    assert stored(server_store, bakery)["Baker"].done_on is not None


def test_what_is_overdue_is_one_press_away_and_stands_in_the_address(
    visit: Visit, server: Server, bakery: UUID
) -> None:
    page = visit()
    board = open_plan(page, server, bakery)
    page.get_by_role("button", name="1 overdue").click()
    expect(board.locator(".card")).to_have_count(1)
    german = visit("de")
    german.goto(server.personal_link)
    german.goto(page.url)
    wait_until_drawn(german)
    expect(german.locator(".board .card")).to_have_count(1)


def test_a_cell_of_the_table_is_stored_when_it_is_left(
    visit: Visit, server: Server, server_store: Store, bakery: UUID
) -> None:
    page = visit()
    page.goto(server.personal_link)
    page.goto(f"{server.address}/todo_plan?project={bakery}&view=table")
    wait_until_drawn(page)
    grid = page.locator(".dvn-scroller")
    type_into(page, grid, 52, "A larger oven")
    expect(page.get_by_text("A larger oven was changed.")).to_be_visible()
    assert "A larger oven" in stored(server_store, bakery)
    type_into(page, grid, 87, "Two bakers")
    expect(page.get_by_text("Two bakers was changed.")).to_be_visible()
    assert list(stored(server_store, bakery)) == ["A larger oven", "Two bakers", "Sign"]


def type_into(page: Page, grid: Locator, y: int, text: str) -> None:
    """Write a name into a row as fast as a hand does: the grid takes a letter over a moment after its key."""
    grid.dblclick(position={"x": 160, "y": y})
    expect(page.locator("#portal").get_by_role("textbox")).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(text, delay=50)
    page.keyboard.press("Enter")
