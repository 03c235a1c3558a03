"""Coming in: with the printed link, without it, and by an address deep inside."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from storage.wording import wording_for
from tests.browser._server import Server
from tests.browser.conftest import Visit


def test_the_printed_link_opens_the_tool_and_leaves_no_token_in_the_address(
    facilitator_page: Page, server: Server
) -> None:
    expect(facilitator_page.get_by_test_id("stSidebar")).to_be_visible()
    assert "enter" not in facilitator_page.url
    assert facilitator_page.url.startswith(server.address)


def test_without_the_link_there_is_nothing_but_the_way_in(visit: Visit, server: Server) -> None:
    page = visit()
    page.goto(server.address)
    expect(page.get_by_role("heading", name="Join with a code")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)


def test_the_first_visit_of_a_fresh_server_may_lead_deep_inside(visit: Visit, server: Server) -> None:
    page = visit()
    page.goto(f"{server.address}/journey")
    expect(page.get_by_role("heading", name="Join with a code")).to_be_visible()


def test_the_way_in_speaks_the_language_of_the_browser(visit: Visit, server: Server) -> None:
    heading = wording_for("de").say("Join with a code")
    page = visit("de")
    page.goto(server.address)
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert heading != "Join with a code"


def test_who_came_in_stays_in_after_a_reload(facilitator_page: Page) -> None:
    expect(facilitator_page.get_by_test_id("stSidebar")).to_be_visible()
    facilitator_page.reload()
    expect(facilitator_page.get_by_test_id("stSidebar")).to_be_visible()


def test_a_link_that_was_never_given_out_opens_nothing(visit: Visit, server: Server) -> None:
    page = visit()
    page.goto(f"{server.address}/enter/{'x' * 43}")
    page.goto(server.address)
    expect(page.get_by_role("heading", name="Join with a code")).to_be_visible()
