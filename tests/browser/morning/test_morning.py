"""A morning's work by keyboard alone, and again on a tablet; `make soak` plays it at full size."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from storage.access import COMMAND_LINE
from storage.projects import new_project
from storage.store import Store
from tests.browser._server import Server
from tests.browser.conftest import Visit
from tests.browser.morning._hands import Finger, Keyboard
from tests.browser.morning._morning import Morning
from touchpoints.model import ProjectInput

# Touchpoints on the shortlist, and key ones among them.
SHORTLIST, KEY = (int(number) for number in os.environ.get("TOUCHPOINTS_MORNING", "3,1").split(","))


@pytest.fixture
def tablet(browser: Browser) -> Iterator[Page]:
    """A tablet held upright; it knows no mouse."""
    with browser.new_context(
        viewport={"width": 820, "height": 1180}, has_touch=True, locale="en-GB"
    ) as context:
        yield context.new_page()


@pytest.fixture
def laptop(visit: Visit) -> Page:
    """A laptop whose mouse lies in the bag."""
    return visit()


@pytest.mark.parametrize(("device", "hands"), [("laptop", Keyboard), ("tablet", Finger)])
def test_a_morning_s_work_answers_all_twelve_questions(
    request: pytest.FixtureRequest,
    server: Server,
    server_store: Store,
    device: str,
    hands: type[Keyboard | Finger],
) -> None:
    page: Page = request.getfixturevalue(device)
    page.goto(server.personal_link)
    project = new_project(server_store, COMMAND_LINE, ProjectInput(name=f"Morning {device}", language="en"))
    Morning(hands(page), server, project, SHORTLIST, KEY).play()
