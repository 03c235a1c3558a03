"""The executive's page in a real browser: one sheet of paper in any language, and figures lead to reasons."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from storage.access import COMMAND_LINE
from storage.action_status import set_status
from storage.actions import add_action
from storage.goals import add_goal
from storage.invitations import invite
from storage.kpis import add_kpi
from storage.projects import SAMPLE, new_project
from storage.store import Store
from tests.browser._screens import wait_until_drawn
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import ActionStatus, ProjectInput, ProjectRole

# What of the sheet lies outside of its edges, or is cut off by them, when it is printed.
_CUT = """() => {
  const sheet = document.querySelector(".tp-executive > div"), edge = sheet.getBoundingClientRect();
  return [...sheet.children].filter((part) => {
    const box = part.getBoundingClientRect();
    return box.bottom > edge.bottom + 1 || box.right > edge.right + 1;
  }).map((part) => part.className);
}"""
LONG = "A very long name that somebody gave in a hurry and that nobody has ever made shorter again, "


@pytest.fixture(scope="module")
def samples(server_store: Store) -> dict[str, UUID]:
    """The sample in each language."""
    about = {language: ProjectInput(name="Airport", language=language) for language in ("en", "de")}
    return {
        language: new_project(server_store, COMMAND_LINE, given, SAMPLE) for language, given in about.items()
    }


@pytest.fixture
def crowded(server_store: Store) -> UUID:
    """A project in which everything is long, and much of it waits for a decision."""
    where = (
        server_store,
        COMMAND_LINE,
        new_project(server_store, COMMAND_LINE, ProjectInput(name=LONG, language="de")),
    )
    today = server_store.now().date()
    for number in range(14):
        add_kpi(*where, {"name": f"{LONG}{number}"[:120], "kind": "share", "target": 0.5, "target_on": today})
        add_goal(*where, {"name": f"{LONG}{number}"[:120]})
    actions = [add_action(*where, {"name": f"{LONG}{number}", "due_on": today}) for number in range(2)]
    set_status(*where, actions, ActionStatus.BLOCKED, today - timedelta(days=9), LONG)
    return where[2]


# The decisions of which the box shows less than there is.
_SHORTENED = """() => [...document.querySelectorAll(".tp-decisions li")]
  .filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.textContent)"""


def open_sheet(visit: Visit, server: Server, project: UUID, language: str, scheme: str = "light") -> Page:
    page = visit(language, scheme=scheme)
    page.goto(server.personal_link)
    page.goto(f"{server.address}/executive?project={project}")
    expect(page.locator(".tp-executive")).to_be_visible()
    wait_until_drawn(page)
    return page


def sheets(page: Page) -> int:
    """How many sheets of paper it takes, in the size that the page itself asks for."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("de", "dark")])
def test_the_sample_is_printed_on_one_sheet(
    visit: Visit, server: Server, samples: dict[str, UUID], language: str, scheme: str
) -> None:
    page = open_sheet(visit, server, samples[language], language, scheme)
    assert sheets(page) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1054, "height": 726})
    assert (page.evaluate(_CUT), page.evaluate(_SHORTENED)) == ([], [])
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    ink, paper = page.evaluate(
        "() => [getComputedStyle(document.querySelector('.tp-executive h1')).color,"
        " getComputedStyle(document.querySelector('.stApp')).backgroundColor]"
    )
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")


def test_one_sheet_is_enough_where_everything_is_long(visit: Visit, server: Server, crowded: UUID) -> None:
    page = open_sheet(visit, server, crowded, "de")
    assert sheets(page) == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1054, "height": 726})
    assert (page.evaluate(_CUT), page.evaluate(_SHORTENED)) == ([], [])


def test_figures_lead_to_their_reasons(visit: Visit, server: Server, samples: dict[str, UUID]) -> None:
    page = open_sheet(visit, server, samples["en"], "en")
    page.get_by_role("link", name="Recommendation rate").click()
    expect(page.get_by_role("heading", name="What the actions did")).to_be_visible()
    page.go_back()
    page.locator(".tp-plan div", has_text="late").get_by_role("link").click()
    expect(page.get_by_role("button", name="2 overdue")).to_be_visible()
    expect(page.locator(".board .card")).to_have_count(2)


def test_management_comes_in_by_a_link_on_a_phone(
    visit: Visit, server: Server, server_store: Store, samples: dict[str, UUID]
) -> None:
    values = {"name": "Management", "role": ProjectRole.EXECUTIVE, "days": 30}
    token = invite(server_store, COMMAND_LINE, samples["en"], values)
    page = visit(width=390, height=844)
    page.goto(f"{server.address}/enter/{token}")
    expect(page.locator(".tp-verdict")).to_contain_text("Mixed")
    assert token not in page.url
    wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == 0
    expect(page.get_by_role("button", name="Link for management")).to_have_count(0)
