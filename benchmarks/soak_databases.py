"""Wears a database out, SQLite and PostgreSQL: killed in the middle, opened thrice at once, written by many.

`python -m benchmarks.soak_databases`; prints what was done and lost, and exits with 1 where anything was.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

from sqlalchemy import inspect

from storage.access import COMMAND_LINE
from storage.configuration import Settings
from storage.intents import VersionConflict
from storage.journey import change_touchpoint, list_touchpoints, read_touchpoint
from storage.projects import list_projects, new_project
from storage.store import Store, open_store
from tests._databases import Databases, PostgresqlDatabases, SqliteDatabases
from tests.storage._child import import_half, migrate_half, open_and_close
from tests.storage._processes import kill_half_way, run_at_once
from tests.storage._rows import row_counts
from tests.storage.database._versions import STOP_HALF_WAY, next_version
from touchpoints.model import ProjectInput

Fault = Callable[[Databases], int]

KILLED_IMPORTS, KILLED_MIGRATIONS, STARTS = 50, 20, 20
WRITERS, READERS, UPDATES = 8, 8, 400
_LOOK_AGAIN = 0.01


def kill_imports(databases: Databases) -> int:
    """Imports that left anything when they were killed between two of their tables."""
    with databases.empty() as url:
        store = open_store(Settings(database_url=url))
        project, before = _new_project(store), row_counts(store)
        lost = 0
        for _ in range(KILLED_IMPORTS):
            kill_half_way(import_half, store.settings, project)
            lost += row_counts(store) != before
        store.close()
        return lost


def kill_migrations(databases: Databases) -> int:
    """Migrations that left anything when they were killed between two of their statements."""
    with databases.empty() as url, tempfile.TemporaryDirectory() as folder:
        store = open_store(Settings(database_url=url))
        _new_project(store)
        later, before = next_version(Path(folder), STOP_HALF_WAY), _everything(store)
        lost = 0
        for _ in range(KILLED_MIGRATIONS):
            kill_half_way(migrate_half, store.settings, later)
            lost += _everything(store) != before
        store.close()
        return lost


def start_together(databases: Databases) -> int:
    """Empty databases that were not whole after three processes had opened them at once."""
    lost = 0
    for _ in range(STARTS):
        with databases.empty() as url:
            settings = Settings(database_url=url)
            run_at_once(open_and_close, *[(settings,)] * 3)
            store = open_store(settings)
            _new_project(store)
            lost += len(list_projects(store, COMMAND_LINE)) != 1
            store.close()
    return lost


def write_together(databases: Databases) -> int:
    """Updates of one touchpoint that are missing after eight threads made them, and eight others read."""
    with databases.empty() as url:
        store = open_store(Settings(database_url=url))
        project = _new_project(store)
        touchpoint = list_touchpoints(store, COMMAND_LINE, project)[0].id
        is_over = threading.Event()
        with ThreadPoolExecutor(WRITERS + READERS) as threads:
            reading = [threads.submit(_read, store, project, touchpoint, is_over) for _ in range(READERS)]
            writing = [threads.submit(_write, store, project, touchpoint) for _ in range(WRITERS)]
            try:
                for each in writing:
                    each.result()
            finally:
                is_over.set()
            backwards = sum(each.result() for each in reading)
        stored = _number(store, project, touchpoint)[0]
        store.close()
        return UPDATES - stored + backwards


def _write(store: Store, project: UUID, touchpoint: UUID) -> None:
    """Count the note up; where somebody was faster, look again, as a person would."""
    for _ in range(UPDATES // WRITERS):
        while True:
            number, version = _number(store, project, touchpoint)
            try:
                change_touchpoint(
                    store, COMMAND_LINE, project, touchpoint, version, {"note": str(number + 1)}
                )
                break
            except VersionConflict:
                time.sleep(_LOOK_AGAIN)


def _read(store: Store, project: UUID, touchpoint: UUID, is_over: threading.Event) -> int:
    """How often a reader saw the note go backwards."""
    seen = backwards = 0
    while not is_over.wait(_LOOK_AGAIN):
        number, _ = _number(store, project, touchpoint)
        backwards += number < seen
        seen = number
    return backwards


def _number(store: Store, project: UUID, touchpoint: UUID) -> tuple[int, int]:
    """The number in the note, and the version of its row."""
    shown = read_touchpoint(store, COMMAND_LINE, project, touchpoint).touchpoint
    return int(shown.note) if shown.note.isdigit() else 0, shown.version


def _everything(store: Store) -> object:
    """Names, schema and tables, to be compared."""
    names = [project.name for project in list_projects(store, COMMAND_LINE)]
    return names, store.health()["schema"], sorted(inspect(store.engines.read).get_table_names())


def _new_project(store: Store) -> UUID:
    return new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"), "retail")


FAULTS: dict[str, tuple[Fault, int]] = {
    "imports killed half-way": (kill_imports, KILLED_IMPORTS),
    "migrations killed half-way": (kill_migrations, KILLED_MIGRATIONS),
    "starts of three processes at once": (start_together, STARTS),
    f"updates by {WRITERS} threads while {READERS} read": (write_together, UPDATES),
}


def endure() -> Iterator[int]:
    """Every fault on every database; prints each, and gives what it lost."""
    for kind in (SqliteDatabases, PostgresqlDatabases):
        with kind() as databases:
            for name, (wear, times) in FAULTS.items():
                lost = wear(databases)
                print(
                    f"{kind.__name__.removesuffix('Databases'):10} {times:4} {name}: {lost} lost", flush=True
                )
                yield lost


if __name__ == "__main__":
    sys.exit(1 if sum(endure()) else 0)
