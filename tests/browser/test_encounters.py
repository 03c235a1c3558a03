"""The matrix of encounters by mouse, by keyboard, by finger, and from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.encounters import read_matrix
from storage.projects import new_project
from storage.segments import add_segment
from storage.store import Store
from tests.browser._screens import staying, wait_until_drawn
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import Depth, Period, ProjectInput

_PAINT_AND_LEAVE = """(grid, address) => {
    for (const cell of grid.querySelectorAll("td")) {
        cell.focus();
        cell.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true, composed: true }));
    }
    if (grid.getAttribute("aria-busy") !== "true") throw new Error("not busy");
    location.assign(address);
}"""


@pytest.fixture
def bakery(server_store: Store) -> UUID:
    """Counter, oven and van on the shortlist, families and companies as customers."""
    project = new_project(server_store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    new = [NewTouchpoint(name) for name in ("Counter", "Oven", "Van")]
    add_touchpoints(server_store, COMMAND_LINE, project, new)
    set_depth(server_store, COMMAND_LINE, project, [one.id for one in new], Depth.SHORTLIST)
    for name in ("Families", "Companies"):
        add_segment(server_store, COMMAND_LINE, project, name)
    return project


@pytest.fixture
def show(server: Server, bakery: UUID) -> Callable[[Page], Page]:
    """Opens the matrix on a page."""

    def show(page: Page) -> Page:
        page.goto(server.personal_link)
        page.goto(f"{server.address}/encounters?project={bakery}")
        wait_until_drawn(page)
        expect(page.get_by_role("grid")).to_be_visible()
        return page

    return show


@pytest.fixture
def page(visit: Visit, show: Callable[[Page], Page]) -> Page:
    return show(visit())


def cell(page: Page, row: int, column: int) -> Locator:
    return page.locator(f"td[data-place='{row} {column}']")


def expect_cells(page: Page, *rows: list[str]) -> None:
    """What the cells show, once the server has confirmed it."""
    expect(page.locator("td.is-pending")).to_have_count(0)
    for number, row in enumerate(rows):
        expect(page.locator("tbody tr").nth(number).locator(".amount")).to_have_text(row)


def choose_brush(page: Page, often: str, occasion: str = "") -> None:
    page.get_by_label("How often").fill(often)
    page.get_by_label("Occasion").fill(occasion)
    page.get_by_label("Occasion").press("Enter")
    wait_until_drawn(page)


def stored(store: Store, project: UUID) -> list[float]:
    matrix = read_matrix(store, COMMAND_LINE, project)
    return sorted(matrix.frequency(pair, Period.YEAR) or 0 for pair in matrix.cells)


def test_dragging_over_cells_paints_them_with_one_choice_and_undo_wipes_them(
    page: Page, server_store: Store, bakery: UUID
) -> None:
    choose_brush(page, "24", "Bread")
    cell(page, 0, 0).hover()
    page.mouse.down()
    cell(page, 1, 0).hover()
    cell(page, 1, 1).hover()
    page.mouse.up()
    expect_cells(page, ["24", ""], ["24", "24"], ["", ""])
    expect(page.get_by_text("3 cells were changed.")).to_be_visible()
    assert stored(server_store, bakery) == [24, 24, 24]
    cell(page, 0, 0).click()
    expect_cells(page, ["", ""], ["24", "24"], ["", ""])
    page.get_by_role("button", name="Undo").click()
    expect_cells(page, ["24", ""], ["24", "24"], ["", ""])


def test_all_of_it_goes_by_keyboard(page: Page, server_store: Store, bakery: UUID) -> None:
    choose_brush(page, "6")
    cell(page, 0, 0).focus()
    page.keyboard.press(" ")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(cell(page, 1, 1)).to_be_focused()
    page.keyboard.type("1.5")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.keyboard.press("Tab")
    expect_cells(page, ["6", "12"], ["", "✓"], ["", ""])
    cell(page, 0, 0).press("Delete")
    expect_cells(page, ["", "12"], ["", "✓"], ["", ""])
    assert stored(server_store, bakery) == [0, 12]


def test_cells_painted_fast_are_all_stored(page: Page, server_store: Store, bakery: UUID) -> None:
    choose_brush(page, "2")
    for row in range(3):
        for column in range(2):
            cell(page, row, column).click()
    expect_cells(page, ["2", "2"], ["2", "2"], ["2", "2"])
    assert stored(server_store, bakery) == [2] * 6


def test_cells_painted_are_all_stored_before_one_leaves(
    page: Page, server: Server, server_store: Store, bakery: UUID
) -> None:
    choose_brush(page, "2")
    grid = page.get_by_role("grid")
    expect(grid).to_have_attribute("aria-busy", "false")
    asked = staying(page)
    # In one moment: no answer of the server comes between the strokes and the way out.
    grid.evaluate(_PAINT_AND_LEAVE, f"{server.address}/journey?project={bakery}")
    expect(grid).to_have_attribute("aria-busy", "false")
    assert asked == ["beforeunload"]
    assert stored(server_store, bakery) == [2] * 6


def test_a_block_of_a_spreadsheet_is_pasted_where_one_stands(page: Page) -> None:
    cell(page, 1, 0).focus()
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text/plain", "3\\t4\\n\\t5");
            let target = document.activeElement;
            while (target.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
            target.dispatchEvent(new ClipboardEvent("paste", {
                clipboardData: data, bubbles: true, composed: true, cancelable: true,
            }));
        }"""
    )
    expect_cells(page, ["", ""], ["3", "4"], ["", "5"])


def test_the_period_converts_what_is_shown(page: Page) -> None:
    cell(page, 0, 0).focus()
    page.keyboard.type("24")
    page.keyboard.press("Enter")
    expect_cells(page, ["24", ""], ["", ""], ["", ""])
    page.get_by_role("radio", name="a month").click()
    expect_cells(page, ["2", ""], ["", ""], ["", ""])
    expect(cell(page, 0, 0)).to_have_attribute("aria-label", "Counter, Families: 2 a month")


def test_a_finger_paints_by_tapping(browser: Browser, show: Callable[[Page], Page]) -> None:
    context = browser.new_context(locale="en-GB", viewport={"width": 820, "height": 1180}, has_touch=True)
    page = show(context.new_page())
    choose_brush(page, "8")
    cell(page, 2, 1).tap()
    expect_cells(page, ["", ""], ["", ""], ["", "8"])
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 390])
def test_axe_finds_nothing_serious(
    visit: Visit, show: Callable[[Page], Page], scheme: str, width: int
) -> None:
    page = show(visit(scheme=scheme, width=width))
    cell(page, 0, 0).focus()
    page.keyboard.press(" ")
    expect_cells(page, ["✓", ""], ["", ""], ["", ""])
    found = Axe().run(page).response["violations"]
    serious = [
        (one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}
    ]
    assert serious == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
