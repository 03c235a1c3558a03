"""From a fresh template to the first curve, as a team does it in the room: a button, ten taps, the curve."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from storage.access import COMMAND_LINE
from storage.projects import new_project
from storage.store import Store
from storage.team_view import count_mentions, read_team_view
from tests.browser._screens import chart, wait_until_drawn
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput

SIZES = {"projector": (1366, 768), "phone": (390, 844)}


@pytest.fixture
def shop(server_store: Store) -> UUID:
    """A project fresh from a template."""
    return new_project(server_store, COMMAND_LINE, ProjectInput(name="Shop", language="en"), "retail")


def rate_ten(page: Page) -> None:
    """One tap for each touchpoint, the same answer for all."""
    for done in range(10):
        expect(page.get_by_text(f"{done} of 10 rated", exact=True)).to_be_visible()
        page.locator(".st-key-point-1 button").click()


@pytest.mark.parametrize("size", SIZES)
def test_a_team_comes_from_a_template_to_its_first_curve(
    visit: Visit, server: Server, shop: UUID, size: str
) -> None:
    width, height = SIZES[size]
    page = visit("en", width, height)
    page.goto(server.personal_link)
    page.goto(f"{server.address}/journey?project={shop}")
    wait_until_drawn(page)
    page.get_by_role("button", name="Rate the ten most important").click()
    rate_ten(page)
    page.get_by_role("button", name="Show the first curve").click()
    expect(
        page.get_by_role("heading", name="The team sees all touchpoints that it rated alike: +1")
    ).to_be_visible()
    expect(chart(page)).to_be_visible()
    # The points come a moment after the axes.
    tenth = page.locator(".js-plotly-plot .scatterlayer .points path.point:visible").nth(9)
    expect(tenth).to_be_visible()


def test_the_five_answers_and_the_touchpoint_are_seen_without_scrolling(
    visit: Visit, server: Server, shop: UUID
) -> None:
    page = visit("en", 1366, 768)
    page.goto(server.personal_link)
    page.goto(f"{server.address}/rating?project={shop}")
    wait_until_drawn(page)
    for point in range(-2, 3):
        box = page.locator(f".st-key-point-{point} button").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 768
        assert min(box["width"], box["height"]) >= 90, "big enough for a projector"
    name = page.locator(".st-key-rating-card h2")
    assert float(name.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) >= 40


def test_what_is_left_of_the_budget_stays_in_sight(visit: Visit, server: Server, shop: UUID) -> None:
    page = visit("en", 1366, 500)
    page.goto(server.personal_link)
    page.goto(f"{server.address}/rating?project={shop}&step=points")
    wait_until_drawn(page)
    page.get_by_role("button", name="Show the curve of the team").scroll_into_view_if_needed()
    expect(page.get_by_role("heading", name="100 points are left")).to_be_in_viewport()


def test_a_number_typed_into_the_grid_is_stored(
    visit: Visit, server: Server, server_store: Store, shop: UUID
) -> None:
    count_mentions(server_store, COMMAND_LINE, shop, {}, 80)
    page = visit("en", 1366, 768)
    page.goto(server.personal_link)
    page.goto(f"{server.address}/rating?project={shop}&step=customers")
    wait_until_drawn(page)
    grid = page.get_by_test_id("stDataFrame")
    expect(page.get_by_test_id("data-grid-canvas")).to_be_attached()
    box = grid.bounding_box()
    assert box is not None
    # The number of the first row, below the heads of the columns.
    page.mouse.dblclick(box["x"] + 0.55 * box["width"], box["y"] + 35 + 17)
    expect(page.locator("#portal input")).to_be_focused()
    # As fast as a hand types: the grid takes a digit over a moment after its key.
    page.keyboard.type("12", delay=100)
    page.keyboard.press("Enter")
    expect(page.get_by_text("The numbers were changed.")).to_be_visible()
    [mentioned] = read_team_view(server_store, COMMAND_LINE, shop).mentions.values()
    assert mentioned == 12
