"""Who may serve and who may write: one server per SQLite file, one writer at a time over all processes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from storage.database.engines import has_wal_reset_race, sqlite_version
from storage.database.errors import DatabaseBusy, DatabaseInUse, ServerIsRunning

# Long enough for the largest import to be stored, short enough to be told about a hanging process.
_LONGEST_WAIT_SECONDS = 30.0


class ServerLock:
    """Held by the server for its whole life; the operating system frees it when the process dies."""

    def __init__(self, sqlite_file: Path) -> None:
        self._file = sqlite_file
        # The thread that stops the server is not the one that a visitor's first run opened the file in.
        self._lock = FileLock(f"{sqlite_file}.server-lock", thread_local=False)

    def take(self) -> None:
        """Become the one server of this file; raises DatabaseInUse where there is one."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise DatabaseInUse(file=str(self._file)) from None

    def release(self) -> None:
        """Let the next server in."""
        self._lock.release()

    def is_taken_elsewhere(self) -> bool:
        """Whether another process serves this file now."""
        if self._lock.is_locked:
            return False
        try:
            with self._lock.acquire(timeout=0):
                return False
        except Timeout:
            return True


class WriteLock:
    """Serialises the writes of all threads and processes; PostgreSQL needs none and passes None."""

    def __init__(self, sqlite_file: Path | None) -> None:
        self._threads = threading.RLock()
        self._processes = FileLock(f"{sqlite_file}.write-lock") if sqlite_file else None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock; raises DatabaseBusy when it does not become free."""
        if self._processes is None:
            yield
            return
        if not self._threads.acquire(timeout=_LONGEST_WAIT_SECONDS):
            raise DatabaseBusy
        try:
            with self._across_processes(self._processes):
                yield
        finally:
            self._threads.release()

    @contextmanager
    def _across_processes(self, lock: FileLock) -> Iterator[None]:
        try:
            lock.acquire(timeout=_LONGEST_WAIT_SECONDS, poll_interval=0.005)
        except Timeout:
            raise DatabaseBusy from None
        try:
            yield
        finally:
            lock.release()


def refuse_second_writer(sqlite_file: Path) -> None:
    """Keep a command from writing beside a running server where this SQLite could damage the file."""
    version = sqlite_version()
    if has_wal_reset_race(version) and ServerLock(sqlite_file).is_taken_elsewhere():
        raise ServerIsRunning(sqlite=version)
