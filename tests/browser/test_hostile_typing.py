"""Texts made to do harm, typed into the fields of the screens as a user would: stored, shown, never obeyed.

A few screens here; all of them with TOUCHPOINTS_TYPING=all, as `make soak` does.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import cycle
from uuid import UUID

import pytest
from playwright.sync_api import Error, Locator, Page, expect
from sqlalchemy import select
from sqlmodel.sql.sqltypes import AutoString

from storage.access import COMMAND_LINE
from storage.actions import list_actions
from storage.configuration import Settings
from storage.findings import list_findings
from storage.goals import list_goals
from storage.kpis import list_kpis
from storage.options import list_options
from storage.projects import SAMPLE, new_project
from storage.store import Store, open_store
from tests._hostile_texts import ALL_HOSTILE, as_kept
from tests.browser._harmless import asked_elsewhere, assert_harmless
from tests.browser._hostile_project import open_room
from tests.browser._screens import SCREENS, address_of, wait_until_drawn, walk
from tests.browser._server import Server, running_server
from tests.browser.conftest import Visit
from touchpoints.model import ENTITIES, ProjectInput

IS_ALL = os.environ.get("TOUCHPOINTS_TYPING") == "all"
FEW = ("goals", "plan", "cards")
FIELDS = (
    "input:not([type=number], [type=checkbox], [type=radio], [type=file], [type=range], [disabled],"
    " [readonly], [role=combobox], [aria-autocomplete]):visible, textarea:not([disabled]):visible"
)
FORMS = "[data-testid=stFormSubmitButton] button:enabled:visible"
# Cards have buttons, too: of each kind of thing one is opened by its address.
BUTTONS = (
    "[data-testid=stMain] :is([data-testid^=stBaseButton], [data-testid=stPopoverButton]):enabled:visible"
)
# What ends the visit, or shows a browser's or the machine's own window.
_LEFT_ALONE = re.compile(r"sign out|print|download|copy|look", re.IGNORECASE)
MOST = 20
_SOON = 5_000


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that no other test shares: what is typed here reaches its settings and its phones, too."""
    with running_server(tmp_path_factory.mktemp("typing")) as running:
        yield running


@pytest.fixture(scope="module")
def own_store(own_server: Server) -> Iterator[Store]:
    """Its database, for what must be there before."""
    store = open_store(Settings(data_folder=own_server.folder))
    yield store
    store.close()


@pytest.fixture(scope="module")
def sample(own_store: Store) -> UUID:
    """A project with a workshop going on."""
    about = ProjectInput(name="Airport", language="en")
    project = new_project(own_store, COMMAND_LINE, about, SAMPLE)
    open_room(own_store, project)
    return project


def addresses(store: Store, project: UUID) -> Mapping[str, str]:
    """Where fields are: every screen, and the drawer of a thing of each kind."""
    where = (store, COMMAND_LINE, project)
    opened = {
        "goal": ("goals", list_goals(*where)[0].id),
        "option": ("options", list_options(*where)[0].id),
        "action": ("todo_plan", list_actions(*where)[0].id),
        "finding": ("findings", list_findings(*where)[0].id),
        "kpi": ("kpis", list_kpis(*where)[0].id),
    }
    drawers = {
        f"one {name}": f"/{page}?project={project}&{name}={id_}" for name, (page, id_) in opened.items()
    }
    return {screen: address_of(screen, project) for screen in SCREENS} | drawers


def test_what_is_typed_is_stored_and_never_obeyed(
    visit: Visit, own_server: Server, own_store: Store, sample: UUID
) -> None:
    page, texts = visit(), cycle(ALL_HOSTILE)
    foreign = asked_elsewhere(page, own_server)
    page.goto(own_server.personal_link)
    wait_until_drawn(page)
    everywhere, typed = addresses(own_store, sample), 0
    for screen in everywhere if IS_ALL else FEW:
        for opener in [None, *openers(page, everywhere[screen])]:
            walk(page, everywhere[screen])
            if opener is not None and not press(page, opener):
                continue
            typed += type_everywhere(page, texts)
            submit(page)
            assert_harmless(page, foreign, f"{screen}: {opener}")
            page.keyboard.press("Escape")
    for screen in everywhere if IS_ALL else FEW:
        walk(page, everywhere[screen])
        assert_harmless(page, foreign, screen)
    assert "Traceback" not in own_server.log
    stored = kept_texts(own_store, sample)
    # Most fields wait for others that are missing; but unless some are stored, nothing was tried.
    assert typed > (150 if IS_ALL else 10), typed
    assert len(stored) > (40 if IS_ALL else 3), stored


def openers(page: Page, address: str) -> list[str]:
    """The buttons of a screen by their names, each of which may show more fields."""
    walk(page, address)
    names = page.locator(BUTTONS).all_inner_texts()
    # The first line is the icon's name, where there is one.
    said = dict.fromkeys(name.strip().rpartition("\n")[2] for name in names)
    offered = [name for name in said if name and not _LEFT_ALONE.search(name)][: MOST if IS_ALL else 2]
    # A touchpoint has no address of its own.
    return [*offered, "Security check"] if "touchpoint_board" in address else offered


def press(page: Page, name: str) -> bool:
    """Press a button, whatever it does; whether it was there."""
    button = page.get_by_test_id("stMain").get_by_role("button", name=re.compile(f"{re.escape(name)}$")).first
    with suppress(Error):
        button.click(timeout=_SOON)
        settle(page)
        return True
    return False


def type_everywhere(page: Page, texts: Iterator[str]) -> int:
    """Type into all fields in sight, one after the other, each another text; how many there were."""
    fields, count = page.locator(FIELDS), 0
    while count < fields.count():
        with suppress(Error):
            type_into(fields.nth(count), next(texts))
        settle(page)
        count += 1
    return count


def type_into(field: Locator, text: str) -> None:
    """As a paste does it: the whole text at once, and on to the next field."""
    field.fill(text, timeout=_SOON)
    field.press("Tab", timeout=_SOON)


def submit(page: Page) -> None:
    """Send every form in sight."""
    forms = page.locator(FORMS)
    for number in range(forms.count()):
        with suppress(Error):
            forms.nth(number).click(timeout=_SOON)
        settle(page)


def settle(page: Page) -> None:
    """Until the server has nothing more to say; the page may be another one by now."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def kept_texts(store: Store, project: UUID) -> set[str]:
    """The hostile texts that stand somewhere in the project, whole."""
    hostile, found = {as_kept(text) for text in ALL_HOSTILE}, set()
    with store.reading(COMMAND_LINE) as session:
        for table in (one for one in ENTITIES.metadata.sorted_tables if "project_id" in one.columns):
            for column in (one for one in table.columns if isinstance(one.type, AutoString)):
                asked = select(column).where(table.c.project_id == project)
                found |= hostile & set(session.connection().scalars(asked))
    return found
