"""My to-dos on a phone: a line is tapped, its state told, and the list shows it."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import expect

from storage.access import COMMAND_LINE
from storage.actions import add_action
from storage.invitations import invite
from storage.persons import add_person
from storage.projects import new_project
from storage.store import Store
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import ProjectInput, ProjectRole


def test_a_to_do_is_done_with_two_taps_on_a_phone(visit: Visit, server: Server, server_store: Store) -> None:
    where = server_store, COMMAND_LINE
    bakery = new_project(*where, ProjectInput(name="Bakery", language="en"))
    ada = add_person(*where, bakery, "Ada")
    for number in range(22):
        due = server_store.now().date() + timedelta(days=30 + number)
        add_action(*where, bakery, {"name": f"Oven {number}", "owner_id": ada, "due_on": due})
    lead = {"name": "Ada", "role": ProjectRole.TEAM_LEAD, "days": 30, "person_id": ada}
    page = visit(width=390, height=844)
    page.goto(f"{server.address}/enter/{invite(*where, bakery, lead)}")
    page.goto(f"{server.address}/my_todos")
    lines = page.locator(".todo")
    expect(lines).to_have_count(20)
    assert all(one.bounding_box()["height"] >= 44 for one in lines.all()[:3])  # type: ignore[index] # it is drawn
    page.get_by_role("button", name="Show 2 more").click()
    expect(lines).to_have_count(22)
    page.get_by_role("button", name=re.compile("Oven 0")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("done", exact=False).first.click()
    expect(dialog.get_by_text("1 action: done now.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("section.done .todo")).to_contain_text("Oven 0")
    # Nothing stands beside the screen of a phone.
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
