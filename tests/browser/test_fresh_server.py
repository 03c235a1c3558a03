"""A server of its own: its very first visitors, a restart, and the choices that outlast it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from pages._sign_in import COOKIE
from storage.wording import wording_for
from tests.browser._screens import wait_until_drawn
from tests.browser._server import running_server
from tests.browser.conftest import Visit


def expect_frame(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_visible()


def test_deep_links_cookie_language_and_look_outlast_a_restart(visit: Visit, tmp_path: Path) -> None:
    """One test, since each start of a server takes seconds."""
    page = visit()
    with running_server(tmp_path) as server:
        page.goto(f"{server.address}/history")  # the first request of all, by a guest
        expect(page.get_by_role("heading", name="Join with a code")).to_be_visible()
        page.goto(server.personal_link)
        expect_frame(page, "Projects")
        token = server.personal_link.rsplit("/", 1)[1]
        assert token not in page.url
        assert token not in str(page.evaluate("JSON.stringify([history.state, document.cookie])"))
        [cookie] = [one for one in page.context.cookies() if one["name"] == COOKIE]
        assert (cookie["httpOnly"], cookie["sameSite"], cookie["value"] != token) == (True, "Lax", True)
        page.get_by_role("button", name="Deutsch").click()
        expect_frame(page, "Projekte")
        page.get_by_role("button", name=wording_for("de").say("Dark")).click()
        expect_frame(page, "Projekte")
        assert is_dark(page)
    with running_server(tmp_path) as server:
        page.goto(f"{server.address}/history")  # again the first request of all, now by the facilitator
        expect_frame(page, wording_for("de").say("History and bin"))
        expect(page.locator("html")).to_have_attribute("lang", "de")
        other = visit()
        other.goto(server.address)
        wait_until_drawn(other)
        expect(other.get_by_test_id("stSidebar")).to_have_count(0)


def is_dark(page: Page) -> bool:
    """Whether the page is darker than a middle grey."""
    colour = page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    return max(int(part) for part in colour.removeprefix("rgb(").rstrip(")").split(",")) < 128
