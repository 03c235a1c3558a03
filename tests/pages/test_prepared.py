"""What a test of a screen begins with is what a first start, and the making of the sample, leave behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from storage.configuration import Settings
from storage.database.engines import sqlite_module
from storage.store import open_store
from tests.pages._prepared import Fill, Prepared, database_file, leave_empty, make_airport

_IDENTITIES = re.compile(r"\b[0-9a-f]{32}\b|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOMENTS = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\.\d+")


def told(data_folder: Path) -> list[str]:
    """The schema and every row of a database, whatever ids and moments they were given."""
    connection = sqlite_module().connect(database_file(data_folder))
    schema = connection.execute("SELECT name, type, sql FROM sqlite_master").fetchall()
    tables = [name for name, kind, _ in schema if kind == "table"]
    # A migration that rebuilds a table writes its constraints in any order.
    lines = [(name, line.strip(" ,")) for name, _, sql in schema for line in str(sql).splitlines()]
    rows = [(table, *row) for table in tables for row in connection.execute(f"SELECT * FROM {table}")]
    connection.close()
    return sorted(_MOMENTS.sub("moment", _IDENTITIES.sub("id", str(one))) for one in [*lines, *rows])


@pytest.mark.parametrize("fill", [leave_empty, make_airport])
def test_a_copy_holds_what_a_fresh_store_holds(tmp_path: Path, fill: Fill) -> None:
    # Its own, since the sample of yesterday has other days than one that is made after midnight.
    prepared = Prepared(tmp_path / "prepared")
    fresh = open_store(Settings(data_folder=tmp_path / "fresh"))
    fill(fresh)
    fresh.close()
    prepared.copy(fill, tmp_path / "copy")
    assert told(tmp_path / "copy") == told(tmp_path / "fresh")


def test_what_one_test_changes_no_other_finds(prepared: Prepared, tmp_path: Path) -> None:
    prepared.copy(leave_empty, tmp_path / "first")
    first = open_store(Settings(data_folder=tmp_path / "first"))
    make_airport(first)
    first.close()
    prepared.copy(leave_empty, tmp_path / "second")
    assert told(tmp_path / "second") != told(tmp_path / "first")
