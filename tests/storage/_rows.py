"""Looking at what really lies in a database, past everything that guards or arranges it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import MetaData, func, select
from sqlalchemy import Table as SqlTable

from storage.store import Store
from touchpoints.model import ENTITIES, AnswerCount, HistoryEntry
from touchpoints.model.base import PlainRow

Entity = TypeVar("Entity", bound=PlainRow)


def rows_of(store: Store, entity: type[Entity], **fields: object) -> list[Entity]:
    """The rows of a table whose fields have these values."""
    with store.unchecked() as session:
        return list(session.scalars(select(entity).filter_by(**fields)))


def only_row(store: Store, entity: type[Entity], **fields: object) -> Entity:
    """The one row of which there must be no second."""
    (row,) = rows_of(store, entity, **fields)
    return row


def history_of(
    store: Store, intent: str
) -> list[tuple[str, str, dict[str, Any] | None, dict[str, Any] | None]]:
    """What an intent changed, in the order it did so: entity, kind, before and after."""
    entries = sorted(rows_of(store, HistoryEntry, intent=intent), key=lambda e: (e.at, e.position))
    return [(entry.entity, entry.kind.value, entry.before, entry.after) for entry in entries]


def row_counts(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    tables = ENTITIES.metadata.sorted_tables
    with store.unchecked() as session:
        return {t.name: session.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}


def everything(store: Store) -> Iterator[str]:
    """Every value of every table of the database, as text."""
    metadata = MetaData()
    metadata.reflect(store.engines.read)
    with store.engines.read.connect() as connection:
        for table in metadata.tables.values():
            yield from (str(value) for row in connection.execute(_all(table)) for value in row)


def _all(table: SqlTable) -> Any:
    return select(table)


def answers_per_point(store: Store) -> dict[int, int]:
    """The stored answers of everybody, over all waves."""
    found: dict[int, int] = {}
    for row in rows_of(store, AnswerCount, value_id=None):
        found[row.point] = found.get(row.point, 0) + row.n
    return found
