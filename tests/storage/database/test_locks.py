"""One server per SQLite file, one writer at a time over all processes; who must wait or stop is told why."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from storage.access import COMMAND_LINE
from storage.database import locks
from storage.database.errors import DatabaseBusy, DatabaseInUse, ServerIsRunning
from storage.projects import list_projects, new_project
from storage.store import Store, open_store
from tests.storage._child import add_projects, hold_the_write_lock, serve
from tests.storage._processes import run_at_once, waiting
from touchpoints.model import ProjectInput

BAKERY = ProjectInput(name="Bakery", language="en")
MENDED, RACY = "3.53.4", "3.40.1"


def count_projects(store: Store) -> int:
    return len(list_projects(store, COMMAND_LINE))


def test_a_second_server_of_one_file_is_refused_by_name(file_store: Store, file: Path) -> None:
    with waiting(serve, file_store.settings), pytest.raises(DatabaseInUse) as refusal:
        open_store(file_store.settings, as_server=True)
    assert f"The file {file} is already served by another running server." in str(refusal.value)


def test_the_lock_of_a_server_that_was_killed_is_free(file_store: Store) -> None:
    with waiting(serve, file_store.settings):
        pass
    open_store(file_store.settings, as_server=True).close()


def test_a_server_that_was_opened_in_one_thread_can_be_closed_in_another(file_store: Store) -> None:
    server = open_store(file_store.settings, as_server=True)
    closing = threading.Thread(target=server.close)
    closing.start()
    closing.join()
    open_store(file_store.settings, as_server=True).close()


def test_several_servers_may_serve_one_postgresql_database(store: Store) -> None:
    if store.settings.sqlite_file is None:
        first, second = (open_store(store.settings, as_server=True) for _ in range(2))
        new_project(first, COMMAND_LINE, BAKERY)
        assert count_projects(second) == 1
        first.close()
        second.close()


def test_writes_of_several_processes_come_one_after_the_other_and_all_arrive(store: Store) -> None:
    run_at_once(add_projects, *((store.settings, name, 8) for name in ("red", "green", "blue")))
    assert count_projects(store) == 24


def test_a_command_may_write_while_the_server_runs(
    file_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "sqlite_version", lambda: MENDED)
    with waiting(serve, file_store.settings):
        new_project(file_store, COMMAND_LINE, BAKERY)
    assert count_projects(file_store) == 2


def test_it_may_not_where_this_sqlite_could_damage_the_file(
    file_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "sqlite_version", lambda: RACY)
    with waiting(serve, file_store.settings), pytest.raises(ServerIsRunning) as refusal:
        new_project(file_store, COMMAND_LINE, BAKERY)
    assert "SQLite 3.40.1 can damage a file that two programs write to" in str(refusal.value)
    assert count_projects(file_store) == 1


def test_once_the_server_has_stopped_it_may_again(file_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "sqlite_version", lambda: RACY)
    with waiting(serve, file_store.settings):
        pass
    new_project(file_store, COMMAND_LINE, BAKERY)
    assert count_projects(file_store) == 2


def test_the_server_itself_writes_with_any_sqlite(file_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "sqlite_version", lambda: RACY)
    server = open_store(file_store.settings, as_server=True)
    new_project(server, COMMAND_LINE, BAKERY)
    assert count_projects(server) == 2
    server.close()


def test_who_waits_too_long_for_another_process_is_told_that_nothing_was_lost(
    file_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_LONGEST_WAIT_SECONDS", 0.1)
    with waiting(hold_the_write_lock, file_store.settings), pytest.raises(DatabaseBusy) as refusal:
        new_project(file_store, COMMAND_LINE, BAKERY)
    assert "Nothing was lost; please try again." in str(refusal.value)


def test_readers_wait_for_nobody(store: Store) -> None:
    with waiting(hold_the_write_lock, store.settings):
        assert count_projects(store) == 0


def test_a_writer_that_was_killed_leaves_no_lock_and_no_trace(store: Store) -> None:
    with waiting(hold_the_write_lock, store.settings):
        pass
    new_project(store, COMMAND_LINE, BAKERY)
    assert count_projects(store) == 1
