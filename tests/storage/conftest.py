"""What the tests of the storage share beside an open database: a project, the sample, and a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from storage import people
from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints
from storage.configuration import Settings
from storage.projects import SAMPLE, new_project
from storage.store import Store, open_store
from tests._databases import Databases
from tests.storage._place import Place
from touchpoints.model import ProjectInput


@dataclass(frozen=True)
class Opened:
    """A database with one project, and who works on it."""

    store: Store
    actor: Actor
    project: UUID


@pytest.fixture
def project(store: Store, facilitator: Actor) -> UUID:
    """A blank project."""
    return new_project(store, facilitator, ProjectInput(name="Bakery", language="en"))


@pytest.fixture
def other_project(store: Store, facilitator: Actor) -> UUID:
    """Somebody else's project in the same database."""
    return new_project(store, facilitator, ProjectInput(name="Bank", language="en"))


@pytest.fixture(scope="session")
def sample(databases: Databases) -> Iterator[Opened]:
    """The sample project, made once for all tests that only look at it."""
    with databases.empty() as url:
        store = open_store(Settings(database_url=url))
        actor = people.actor_of(store, people.enter(store, people.issue_start_link(store)))
        project = new_project(store, actor, ProjectInput(name="Airport", language="en"), SAMPLE)
        yield Opened(store, actor, project)
        store.close()


@pytest.fixture
def pass_time(store: Store) -> Callable[[timedelta], datetime]:
    """Let time pass for the storage, whose only clock is store.now."""

    def let_pass(span: timedelta) -> datetime:
        later = store.now() + span
        store.now = lambda: later  # type: ignore[method-assign] # the clock is the one thing that a test sets
        return later

    return let_pass


@pytest.fixture
def place(store: Store, facilitator: Actor, project: UUID) -> Place:
    """A project with one touchpoint."""
    desk = NewTouchpoint("Desk")
    add_touchpoints(store, facilitator, project, [desk])
    return Place(store, facilitator, project, desk.id)
