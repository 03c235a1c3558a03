"""One thread through all four steps: from a disappointing rating to the plan of the next round."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page

from storage.access import COMMAND_LINE
from storage.projects import new_project
from storage.store import Store
from tests.browser._screens import wait_until_drawn
from tests.browser._server import Server
from tests.browser._thread import Thread
from touchpoints.days import day_in
from touchpoints.model import ProjectInput

SHOP = ProjectInput(name="Shop with a queue", language="en")


@pytest.fixture
def shop(server_store: Store) -> UUID:
    """A project fresh from a template."""
    return new_project(server_store, COMMAND_LINE, SHOP, "retail")


def test_a_bad_rating_becomes_an_action_that_helped_and_the_next_round_s_plan(
    facilitator_page: Page, server: Server, server_store: Store, shop: UUID
) -> None:
    page, thread = facilitator_page, Thread(facilitator_page, day_in(server_store.now(), SHOP.time_zone))
    page.goto(f"{server.address}/rating?project={shop}")
    wait_until_drawn(page)
    thread.rate()
    thread.make_key()
    thread.aim()
    thread.set_goal()
    thread.choose_an_option()
    thread.plan()
    thread.measure_before()
    thread.carry_out()
    thread.measure_after()
    thread.review()
    thread.expect_answered()
    thread.begin_next_round()
