"""The schema that the migrations make is the one that the entities declare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, Enum, inspect
from sqlalchemy.exc import IntegrityError

from storage.store import Store
from touchpoints.model import ENTITIES


@pytest.fixture
def connection(store: Store) -> Iterator[Connection]:
    with store.engines.read.connect() as connected:
        yield connected


def columns_of_words() -> Iterator[Column[str]]:
    """All columns that hold one word of a closed list."""
    for table in ENTITIES.metadata.tables.values():
        yield from (column for column in table.columns if isinstance(column.type, Enum))


def test_migrating_an_empty_database_makes_the_tables_of_the_entities(connection: Connection) -> None:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    assert compare_metadata(context, ENTITIES.metadata) == []


def test_the_database_knows_every_word_of_each_closed_list(connection: Connection) -> None:
    # A new member of an enum needs a migration, and no tool notices when it is forgotten.
    inspector = inspect(connection)
    missing = [
        f"{column.table.name}.{column.name}: {word}"
        for column in columns_of_words()
        for word in column.type.enums
        if not any(
            f"'{word}'" in check["sqltext"] for check in inspector.get_check_constraints(column.table.name)
        )
    ]
    assert missing == []


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(("kind", "is_refused"), [("changed", False), ("invented", True)])
def test_the_database_refuses_a_word_outside_the_list(store: Store, kind: str, is_refused: bool) -> None:
    expected = pytest.raises(IntegrityError, match=r"(?i)check") if is_refused else nullcontext()
    with store.engines.write.connect() as connected, expected:
        connected.exec_driver_sql(f"UPDATE history_entry SET kind = '{kind}'")
