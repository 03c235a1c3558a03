"""SQLite is opened in the one way that loses nothing, and its versions with the WAL-reset race are known."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from storage.database.engines import has_wal_reset_race
from storage.store import Store

PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "secure_delete": 1,
}


def pragmas(engine: Engine, *names: str) -> dict[str, object]:
    with engine.connect() as connection:
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names}


def test_every_connection_keeps_what_was_committed_and_checks_references(file_store: Store) -> None:
    assert pragmas(file_store.engines.read, *PRAGMAS) == PRAGMAS
    assert pragmas(file_store.engines.write, *PRAGMAS) == PRAGMAS


def test_only_the_writing_engine_can_write(file_store: Store) -> None:
    assert pragmas(file_store.engines.read, "query_only") == {"query_only": 1}
    assert pragmas(file_store.engines.write, "query_only") == {"query_only": 0}


@pytest.mark.parametrize(
    "version", ["3.7.0", "3.40.1", "3.44.5", "3.45.0", "3.49.2", "3.50.6", "3.51.0", "3.51.2"]
)
def test_versions_with_the_wal_reset_race_are_known(version: str) -> None:
    assert has_wal_reset_race(version)


@pytest.mark.parametrize(
    "version", ["3.44.6", "3.44.7", "3.50.7", "3.51.3", "3.51.10", "3.52.0", "3.53.4", "4.0.0"]
)
def test_versions_in_which_it_is_mended_are_known(version: str) -> None:
    assert not has_wal_reset_race(version)


def test_what_was_erased_cannot_be_read_in_the_file(file_store: Store) -> None:
    with file_store.engines.write.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE said (answer TEXT)")
        connection.exec_driver_sql("INSERT INTO said VALUES ('harsh disappointment at the desk')")
    with file_store.engines.write.begin() as connection:
        connection.exec_driver_sql("DELETE FROM said")
    file = file_store.settings.sqlite_file
    assert file is not None
    file_store.close()
    assert b"harsh disappointment" not in file.read_bytes()
