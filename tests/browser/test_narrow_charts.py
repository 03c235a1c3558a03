"""A tablet's page beside the sidebar: names in a chart stand beside each other, not on each other."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser._server import Server
from tests.browser.conftest import Visit
from tests.browser.test_touchpoint import sample_of

# Boxes have a margin of a few pixels around their letters.
_OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll('.js-plotly-plot .annotation-text-g')]
        .map((one) => one.getBoundingClientRect()).filter((one) => one.width);
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
    return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => meet(a, b))).length;
}"""


def test_no_names_of_the_journey_overlap_on_a_tablet(visit: Visit, server: Server) -> None:
    page = visit(width=820, height=1180)
    page.goto(server.personal_link)
    expect(page.get_by_role("heading", name="Projects")).to_be_visible()
    page.goto(f"{server.address}/journey?project={sample_of(server)}")
    expect(page.locator(".js-plotly-plot .annotation-text-g").first).to_be_visible()
    page.wait_for_function(f"() => ({_OVERLAPS})() === 0")
