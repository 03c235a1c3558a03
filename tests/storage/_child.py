"""What other processes do in tests; those that wait half-way are killed there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any
from uuid import UUID

from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.database import migrate
from storage.projects import new_project
from storage.store import open_store
from storage.surveys import store_survey
from tests.storage._surveys import a_survey
from touchpoints.model import ProjectInput

# A migration is a file that nobody can hand a value: it looks here for whom to tell.
HALF_WAY: list[Event] = []


def open_and_close(settings: Settings) -> None:
    """Create or migrate the database."""
    open_store(settings).close()


def add_projects(settings: Settings, name: str, count: int) -> None:
    """Add projects, each in a transaction of its own."""
    store = open_store(settings)
    for number in range(count):
        new_project(store, COMMAND_LINE, ProjectInput(name=f"{name} {number}", language="en"))
    store.close()


def serve(is_half_way: Event, settings: Settings) -> None:
    """Be the server of the database until killed."""
    server = open_store(settings, as_server=True)
    wait_half_way(is_half_way)
    server.close()


def hold_the_write_lock(is_half_way: Event, settings: Settings) -> None:
    """Write, and never come to an end."""
    with open_store(settings).writing():
        wait_half_way(is_half_way)


def migrate_half(is_half_way: Event, settings: Settings, migrations: Path) -> None:
    """Open the database as another version would, whose last migration stops in the middle."""
    migrate._MIGRATIONS = migrations
    HALF_WAY.append(is_half_way)
    open_store(settings)


def import_half(is_half_way: Event, settings: Settings, project_id: UUID) -> None:
    """Import a survey, and stop between its counts and its means."""
    means: Any = UnendingRows(is_half_way)
    store_survey(open_store(settings), COMMAND_LINE, project_id, replace(a_survey(n=77), means=means))


@dataclass(frozen=True)
class UnendingRows:
    """Rows that nobody ever finishes to read."""

    is_half_way: Event

    def __iter__(self) -> Iterator[Any]:
        wait_half_way(self.is_half_way)
        return iter(())


def wait_half_way(is_half_way: Event) -> None:
    is_half_way.set()
    time.sleep(600)
