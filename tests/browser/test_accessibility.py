"""Every screen can be used without a mouse, without sight and in the dark: axe-core finds nothing serious."""

from __future__ import annotations

from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from storage.access import COMMAND_LINE, Actor
from storage.activity_course import open_activity
from storage.agenda import add_activity, list_activities
from storage.cards import write_card
from storage.projects import SAMPLE, new_project
from storage.seats import join_workshop, participant_of
from storage.store import Store
from storage.workshops import add_workshop, open_workshop, read_workshop
from tests.browser._screens import JOURNEY, SCREENS, open_screen, wait_until_drawn, walk_to
from tests.browser._server import Server
from tests.browser.conftest import Visit
from touchpoints.model import CardKind, ProjectInput

SCHEMES = ("light", "dark")
# What is drawn in a canvas follows a moment after the window.
WIDTH_OF_PHONE = """async () => {
    const width = () => Math.max(document.scrollingElement.scrollWidth,
                                 document.querySelector('[data-testid=stMain]').scrollWidth);
    for (let looks = 0; looks < 50 && width() > 390; looks++)
        await new Promise(done => setTimeout(done, 100));
    return width();
}"""


@pytest.fixture(scope="module")
def airport(server_store: Store) -> UUID:
    """A project with something on every screen."""
    about = ProjectInput(name="Airport", language="en")
    project = new_project(server_store, COMMAND_LINE, about, SAMPLE)
    begin_workshop(server_store, COMMAND_LINE, project)
    return project


def begin_workshop(*where: *tuple[Store, Actor, UUID]) -> None:
    """Somebody is in, and has written a card."""
    workshop = add_workshop(*where, {"name": "Monday"})
    open_workshop(*where, workshop)
    about = {"kind": "collect", "title": "Collect", "minutes": 10}
    activity = add_activity(*where, workshop, about)
    open_activity(*where, activity, list_activities(*where, workshop)[0].version)
    store, *_ = where
    somebody = participant_of(store, join_workshop(store, read_workshop(*where, workshop).code))
    write_card(store, somebody, activity, {"kind": CardKind.KEEP, "text": "Short queues"})


def faults(page: Page, **options: object) -> list[str]:
    """What axe-core calls serious or critical, each with the first element that it is about."""
    found = Axe().run(page, options=options or None).response["violations"]
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:200]} ({len(fault['nodes'])})"
        for fault in found
        if fault["impact"] in {"serious", "critical"}
    ]


# In two halves, which two workers share.
@pytest.mark.parametrize("half", [0, 1])
def test_no_screen_has_a_serious_fault_or_is_wider_than_a_phone(
    visit: Visit, server: Server, airport: UUID, half: int
) -> None:
    page = visit()
    page.goto(server.personal_link)
    wait_until_drawn(page)
    found = {}
    for screen in list(SCREENS)[half::2]:
        walk_to(page, screen, airport)
        found[screen] = faults(page)
        page.set_viewport_size({"width": 390, "height": 844})
        if (width := page.evaluate(WIDTH_OF_PHONE)) > 390:
            found[screen].append(f"{width} pixels wide on a phone")
        page.set_viewport_size({"width": 1366, "height": 768})
    assert not {screen: list_ for screen, list_ in found.items() if list_}


@pytest.mark.parametrize("half", [0, 1])
def test_every_screen_is_readable_in_the_dark(visit: Visit, server: Server, airport: UUID, half: int) -> None:
    """Of a screen without a serious fault, the dark changes the colours alone."""
    page = visit(scheme="dark")
    page.goto(server.personal_link)
    wait_until_drawn(page)
    found = {}
    for screen in list(SCREENS)[half::2]:
        walk_to(page, screen, airport)
        found[screen] = faults(page, runOnly=["color-contrast"])
    assert not {screen: list_ for screen, list_ in found.items() if list_}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_neither_has_the_drawer_nor_the_form_of_a_new_project(
    visit: Visit, server: Server, airport: UUID, scheme: str
) -> None:
    page = visit(scheme=scheme)
    page.goto(server.personal_link)
    open_screen(page, server, JOURNEY, airport)
    page.locator(".js-plotly-plot .scatterlayer .trace .points path.point").first.click(force=True)
    expect(page.get_by_role("dialog").get_by_text("What customers say")).to_be_visible()
    assert faults(page) == []
    open_screen(page, server, "home")
    page.get_by_role("button", name="New project").click()
    expect(page.get_by_role("dialog").get_by_role("button", name="Create the project")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_neither_has_the_way_in(visit: Visit, server: Server, scheme: str) -> None:
    page = visit(scheme=scheme)
    page.goto(server.address)
    wait_until_drawn(page)
    assert faults(page) == []
