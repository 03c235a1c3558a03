"""Copies made while eight threads write: restored, each holds all that was confirmed before it began.

`python -m benchmarks.soak_backups [TIMES]`; prints what is missing, and exits with 1 where anything is.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import count
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


class Load:
    """Eight threads that add touchpoints while it is on; `confirmed` are the names of what is stored."""

    def __init__(self, store: Store, project: UUID) -> None:
        self._store, self._project = store, project
        self._is_on, self._is_over = threading.Event(), threading.Event()
        self.confirmed: set[str] = set()

    @contextmanager
    def threads(self) -> Iterator[None]:
        """The threads, which wait until it is on and end with the block."""
        with ThreadPoolExecutor(WRITERS) as threads:
            writing = [threads.submit(self._write, writer) for writer in range(WRITERS)]
            try:
                yield
            finally:
                self._is_over.set()
                self._is_on.set()
            for each in writing:
                each.result()

    @contextmanager
    def on(self) -> Iterator[None]:
        """Everybody writes, and has begun to."""
        before = len(self.confirmed)
        self._is_on.set()
        while len(self.confirmed) < before + WRITERS:
            time.sleep(0.01)
        yield
        self._is_on.clear()

    def _write(self, writer: int) -> None:
        for number in count():
            self._is_on.wait()
            if self._is_over.is_set():
                return
            name = f"{writer} {number}"
            add_touchpoints(self._store, COMMAND_LINE, self._project, [NewTouchpoint(name)])
            self.confirmed.add(name)


def endure(databases: Databases, times: int) -> int:
    """How many confirmed touchpoints, and sound copies, were missing after so many copies under load."""
    with databases.empty() as url, tempfile.TemporaryDirectory() as folder:
        store = open_store(Settings(database_url=url, data_folder=Path(folder)))
        project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
        load = Load(store, project)
        with load.threads():
            lost = sum(
                _lost(store, load, databases, Path(folder) / f"{number}.copy") for number in range(times)
            )
        store.close()
    return lost


def _lost(store: Store, load: Load, databases: Databases, file: Path) -> int:
    with load.on():
        before = frozenset(load.confirmed)
        make_backup(store, COMMAND_LINE, file)
    with databases.empty() as url, ExitStack() as stack:
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
