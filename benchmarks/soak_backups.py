"""Copies made while eight threads write: restored, each holds all that was confirmed before it began.

`python -m benchmarks.soak_backups [TIMES]`; prints what is missing, and exits with 1 where anything is.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import UUID

from storage.access import COMMAND_LINE
from storage.backup import make_backup
from storage.board import NewTouchpoint, add_touchpoints
from storage.configuration import Settings
from storage.journey import list_touchpoints
from storage.projects import list_projects, new_project
from storage.restore import restore
from storage.soundness import check_soundness
from storage.store import Store, open_store
from tests._databases import Databases, PostgresqlDatabases, SqliteDatabases
from touchpoints.model import ProjectInput

WRITERS, TIMES = 8, 50


def endure(databases: Databases, times: int) -> int:
    """How many confirmed touchpoints, and sound copies, were missing after so many copies under load."""
    with databases.empty() as url, tempfile.TemporaryDirectory() as folder:
        store = open_store(Settings(database_url=url, data_folder=Path(folder)))
        project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
        with _under_load(store, project) as confirmed:
            lost = sum(
                _lost(store, confirmed, databases, Path(folder) / f"{number}.copy") for number in range(times)
            )
        store.close()
    return lost


@contextmanager
def _under_load(store: Store, project: UUID) -> Iterator[set[str]]:
    """Eight threads that add touchpoints, one after the other; gives the names that were confirmed."""
    confirmed: set[str] = set()
    is_over = threading.Event()

    def write(writer: int) -> None:
        number = 0
        while not is_over.wait(0.005):
            name = f"{writer} {number}"
            add_touchpoints(store, COMMAND_LINE, project, [NewTouchpoint(name)])
            confirmed.add(name)
            number += 1

    with ThreadPoolExecutor(WRITERS) as threads:
        writing = [threads.submit(write, writer) for writer in range(WRITERS)]
        try:
            yield confirmed
        finally:
            is_over.set()
        for each in writing:
            each.result()


def _lost(store: Store, confirmed: set[str], databases: Databases, file: Path) -> int:
    before = frozenset(confirmed)
    make_backup(store, COMMAND_LINE, file)
    with ExitStack() as stack:
        url = stack.enter_context(databases.empty())
        settings = Settings(database_url=url, data_folder=file.parent)
        restore(settings, file)
        restored = open_store(settings)
        stack.callback(restored.close)
        [project] = list_projects(restored, COMMAND_LINE)
        found = {one.name for one in list_touchpoints(restored, COMMAND_LINE, project.id)}
        faults = check_soundness(restored, COMMAND_LINE).faults
    file.unlink()
    return len(before - found) + len(faults)


def main(times: int = TIMES) -> int:
    """Both databases; prints what each has lost, and gives the sum."""
    lost = 0
    for kind in (SqliteDatabases, PostgresqlDatabases):
        with kind() as databases:
            missing = endure(databases, times)
        name = kind.__name__.removesuffix("Databases")
        print(f"{name:10} {times} copies under load: {missing} lost", flush=True)
        lost += missing
    return lost


if __name__ == "__main__":
    sys.exit(1 if main(*map(int, sys.argv[1:])) else 0)
