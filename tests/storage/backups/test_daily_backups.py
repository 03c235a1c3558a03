"""The server copies its file each day, keeps the copies for 30 days, and says when it could not."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from storage.access import Actor
from storage.backup import check_backup
from storage.configuration import Settings
from storage.daily_backups import (
    back_up_daily,
    back_up_hourly,
    back_up_now,
    last_failure,
    list_copies,
    open_copy,
)
from storage.database.engines import sqlite_module
from storage.intents import NoSuchRow
from storage.soundness import check_soundness
from storage.store import Store, open_store
from tests._databases import Databases
from tests.conftest import migrate
from touchpoints.messages import in_english

PassTime = Callable[[timedelta], datetime]


@pytest.fixture
def store(makers: Callable[[str], Databases], tmp_path: Path) -> Iterator[Store]:
    """On SQLite alone: who runs PostgreSQL has its own means."""
    with makers("sqlite").migrated(migrate) as url:
        opened = open_store(Settings(database_url=url, data_folder=tmp_path))
        yield opened
        opened.close()


def names(store: Store, actor: Actor) -> list[str]:
    return [copy.path.name for copy in list_copies(store, actor)]


def test_each_day_has_one_copy(store: Store, facilitator: Actor, pass_time: PassTime) -> None:
    today = pass_time(timedelta())
    back_up_daily(store)
    [first] = list_copies(store, facilitator)
    back_up_daily(store)
    assert list_copies(store, facilitator) == (first,)
    pass_time(timedelta(days=1))
    back_up_daily(store)
    assert len(list_copies(store, facilitator)) == 2
    assert f"daily-{today:%Y-%m-%d}.db" in names(store, facilitator)
    assert not check_backup(first.path).is_portable


def test_after_thirty_days_copies_are_erased_wherever_they_lie(
    store: Store, facilitator: Actor, pass_time: PassTime
) -> None:
    back_up_daily(store)
    file = store.settings.sqlite_file
    assert file is not None
    beside = [file.with_name(f"touchpoints-{kind}.db") for kind in ("before-0001", "replaced-2026-01-01")]
    for path in beside:
        path.touch()
    old = list_copies(store, facilitator)[0].path
    pass_time(timedelta(days=29))
    back_up_daily(store)
    assert all(path.exists() for path in (*beside, old))
    pass_time(timedelta(days=2))
    back_up_daily(store)
    assert [path.exists() for path in (*beside, old, file)] == [False, False, False, True]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_copies_made_by_hand_end_after_thirty_days_on_either_database(
    makers: Callable[[str], Databases], facilitator: Actor, tmp_path: Path, kind: str
) -> None:
    with makers(kind).migrated(migrate) as url, ExitStack() as stack:
        store = open_store(Settings(database_url=url, data_folder=tmp_path / kind))
        stack.callback(store.close)
        made = back_up_now(store, facilitator)
        now = store.now()
        for days, is_kept in ((29, True), (31, False)):
            later = now + timedelta(days=days)
            store.now = lambda later=later: later  # type: ignore[method-assign, misc] # the clock
            back_up_daily(store)
            assert made.exists() == is_kept


def test_a_failure_is_kept_until_a_copy_is_made(
    store: Store, facilitator: Actor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    assert last_failure(store, facilitator) is None
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _no_space)
        back_up_daily(store)
    found = last_failure(store, facilitator)
    assert found is not None
    assert "No space left" in in_english(found.reason)
    assert "could not be made" in caplog.text
    assert names(store, facilitator) == []
    back_up_daily(store)
    assert last_failure(store, facilitator) is None
    assert len(names(store, facilitator)) == 1


def _no_space(_file: int) -> None:
    raise OSError(28, "No space left on device")


def test_the_server_makes_one_at_its_start_and_goes_on(store: Store, facilitator: Actor) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=back_up_hourly, args=(store, stop, 0.01))
    thread.start()
    while not names(store, facilitator):
        stop.wait(0.01)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


def test_one_more_by_hand_can_be_fetched_and_nothing_else(store: Store, facilitator: Actor) -> None:
    made = back_up_now(store, facilitator)
    with open_copy(store, facilitator, made.name) as file:
        assert file.read(6) == b"SQLite"
    for other in ("../touchpoints.db", "touchpoints.db", "failure.json", ""):
        with pytest.raises(NoSuchRow):
            open_copy(store, facilitator, other)


def test_a_copy_that_has_rotted_is_found_by_the_check(store: Store, facilitator: Actor) -> None:
    assert check_soundness(store, facilitator).is_sound
    made = back_up_now(store, facilitator)
    assert check_soundness(store, facilitator).is_sound
    made.write_bytes(made.read_bytes()[:10_000])
    found = check_soundness(store, facilitator)
    assert not found.is_sound
    assert found.fault_of_newest is not None


def test_a_damaged_database_is_found_by_the_check(store: Store, facilitator: Actor) -> None:
    file = store.settings.sqlite_file
    assert file is not None
    with closing(sqlite_module().connect(file)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(file.read_bytes())
    content[-40_000:] = os.urandom(40_000)
    file.write_bytes(content)
    assert check_soundness(store, facilitator).faults


def test_on_postgresql_the_server_leaves_it_to_others(
    makers: Callable[[str], Databases], facilitator: Actor, tmp_path: Path
) -> None:
    with makers("postgresql").migrated(migrate) as url, ExitStack() as stack:
        store = open_store(Settings(database_url=url, data_folder=tmp_path / "postgresql"))
        stack.callback(store.close)
        back_up_daily(store)
        assert names(store, facilitator) == []
        assert check_backup(back_up_now(store, facilitator)).is_portable
        assert check_soundness(store, facilitator).is_sound
