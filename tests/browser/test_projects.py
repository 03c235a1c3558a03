"""The start in a browser: a project from a template in three fields, and hands that press twice."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser._screens import HOME, open_screen, wait_until_drawn
from tests.browser._server import Server


def test_a_template_becomes_a_project_in_three_fields(facilitator_page: Page, server: Server) -> None:
    page = facilitator_page
    open_screen(page, server, HOME)
    page.get_by_role("button", name=re.compile("New project|Create your first project")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name of the company or unit").fill("Hotel Seeblick")
    dialog.get_by_role("radio", name="Deutsch").click()
    dialog.get_by_text("Hotel & travel").click()
    dialog.get_by_role("button", name="Create the project").dblclick()
    expect(page.get_by_role("heading", name="Hotel Seeblick", level=1)).to_be_visible()
    expect(page.get_by_text("The journey has no ratings yet")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^Vor dem Kontakt \(\d+\)"))).to_be_visible()
    open_screen(page, server, HOME)
    expect(page.get_by_role("heading", name="Hotel Seeblick", level=2)).to_have_count(1)


def test_a_project_is_put_aside_and_taken_back(facilitator_page: Page, server: Server) -> None:
    page = facilitator_page
    open_screen(page, server, HOME)
    page.get_by_role("button", name=re.compile("New project|Create your first project")).click()
    page.get_by_role("dialog").get_by_label("Name of the company or unit").fill("Corner shop")
    page.get_by_role("button", name="Create the project").click()
    expect(page.get_by_role("heading", name="Corner shop", level=1)).to_be_visible()
    open_screen(page, server, HOME)
    card = page.locator('[class*="st-key-project-"]').filter(has_text="Corner shop")
    card.get_by_role("button", name="More").click()
    page.get_by_role("menuitem", name="Archive").or_(page.get_by_role("option", name="Archive")).click()
    expect(page.get_by_text("Corner shop is in the archive.")).to_be_visible()
    expect(card).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(card).to_have_count(1)
    wait_until_drawn(page)
