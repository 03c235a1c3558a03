"""A workshop is prepared, put in order by keyboard, and a second browser is the phone of the room check."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from storage.access import COMMAND_LINE
from storage.agenda import list_activities
from storage.projects import new_project
from storage.store import Store
from storage.wording import wording_for
from storage.workshops import list_workshops
from tests.browser._screens import wait_until_drawn
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput


@pytest.fixture
def bakery(server_store: Store) -> UUID:
    return new_project(server_store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))


def prepare(page: Page, server: Server, project: UUID) -> None:
    page.goto(server.personal_link)
    page.goto(f"{server.address}/workshop?project={project}")
    wait_until_drawn(page)
    page.get_by_role("button", name="Prepare a workshop").click()
    expect(page.get_by_text("240 minutes, 7 activities and 2 breaks")).to_be_visible()


def test_half_a_day_is_prepared_and_put_in_order_by_keyboard(
    visit: Visit, server: Server, server_store: Store, bakery: UUID
) -> None:
    page = visit()
    prepare(page, server, bakery)
    first = page.locator(".board .open", has_text="The first contact")
    expect(first).to_contain_text("09:00–09:15")
    first.focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(first).to_contain_text("09:35–09:50")
    [workshop] = list_workshops(server_store, COMMAND_LINE, bakery)
    kinds = [one.kind for one in list_activities(server_store, COMMAND_LINE, bakery, workshop.id)]
    assert kinds[:2] == ["experience", "first_contact"]
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_label("To be read out")).to_be_visible()


def test_a_phone_that_scans_the_code_is_seen_on_the_facilitators_screen(
    visit: Visit, server: Server, bakery: UUID
) -> None:
    page = visit()
    prepare(page, server, bakery)
    page.get_by_text("Room check", exact=True).click()
    expect(page.get_by_text("Scan the code with a phone.")).to_be_visible()
    expect(page.get_by_alt_text("Code for the room check")).to_be_visible()
    code = page.get_by_text("/reached/").inner_text()
    phone = visit("de", 390, 844)
    phone.goto(server.address + code[code.index("/reached/") :])
    expect(phone.get_by_text(wording_for("de").say("You can put the phone away."))).to_be_visible()
    expect(page.get_by_text("A phone reached us. The room is ready.")).to_be_visible()
