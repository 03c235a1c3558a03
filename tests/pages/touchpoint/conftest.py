"""A bakery with one touchpoint, the sample airport, and a hand in the drawer of either."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.projects import new_project
from storage.store import Store
from tests.pages.conftest import OpenFrame
from tests.pages.touchpoint._hand import Hand
from touchpoints.model import ProjectInput

AddPage = Callable[[str, str], Path]


@pytest.fixture
def bakery(store: Store) -> UUID:
    """A blank project with one touchpoint, the counter."""
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    add_touchpoints(store, COMMAND_LINE, project, [NewTouchpoint("Counter")])
    return project


@pytest.fixture
def hand(facilitator: str, open_frame: OpenFrame, add_page: AddPage, bakery: UUID) -> Hand:
    """A hand in the bakery."""
    assert facilitator
    return Hand(open_frame, add_page, bakery)


@pytest.fixture
def visitor(facilitator: str, open_frame: OpenFrame, add_page: AddPage, airport: UUID) -> Hand:
    """A hand in the sample."""
    assert facilitator
    return Hand(open_frame, add_page, airport)
