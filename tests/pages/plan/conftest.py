"""A bakery with a small plan, the hand in its drawers, and the way to its page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.action_parts import set_needs
from storage.action_status import set_status
from storage.persons import add_person
from storage.projects import new_project
from storage.store import Store
from tests.pages._screen import open_page
from tests.pages.conftest import OpenFrame
from tests.pages.plan._hand import ActionHand
from tests.pages.plan._stored import DAY, add
from touchpoints.days import day_in
from touchpoints.model import ActionStatus, ProjectInput

BAKERY = ProjectInput(name="Bakery", language="en")
Open = Callable[..., AppTest]


@pytest.fixture
def bakery(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, BAKERY)


@pytest.fixture
def today(store: Store) -> date:
    """The day on which the page is looked at, in the zone of the project."""
    return day_in(store.now(), BAKERY.time_zone)


@pytest.fixture
def plan(store: Store, bakery: UUID, today: date) -> dict[str, UUID]:
    """An oven of Anna's that is overdue, a baker who needs it, and a sign that is blocked."""
    anna = add_person(store, COMMAND_LINE, bakery, "Anna")
    oven = add(store, bakery, "Oven", owner_id=anna, due_on=today - timedelta(days=3))
    baker = add(store, bakery, "Baker", owner_id=anna, due_on=today + timedelta(days=30))
    sign = add(store, bakery, "Sign", team="Front")
    set_needs(store, COMMAND_LINE, bakery, baker, [oven])
    set_status(store, COMMAND_LINE, bakery, [sign], ActionStatus.BLOCKED, today, "no permit")
    return {"Oven": oven, "Baker": baker, "Sign": sign}


@pytest.fixture
def visit(facilitator: str, open_frame: OpenFrame, bakery: UUID) -> Open:
    """Opens the plan: visit(locale=..., **query)."""
    assert facilitator

    def visit(locale: str = "en-GB", **query: Any) -> AppTest:
        frame = open_frame(locale=locale)
        frame.default_timeout = 60
        return open_page(frame, "todo_plan", bakery, **query)

    return visit


@pytest.fixture
def hand(
    facilitator: str, open_frame: OpenFrame, add_page: Callable[[str, str], Path], bakery: UUID
) -> ActionHand:
    assert facilitator
    return ActionHand(open_frame, add_page, bakery)


@pytest.fixture
def oven(store: Store, bakery: UUID) -> UUID:
    return add(store, bakery, "Oven", starts_on=DAY, due_on=DAY + timedelta(days=10))
