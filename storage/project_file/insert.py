"""Puts rows of a file into the database, a bundle at a time, with what the file does not have of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any
from uuid import UUID

from pydantic_core import PydanticUndefined
from sqlalchemy import JSON, Connection, Table, bindparam, insert, update

from storage.project_file.check import references_to_itself
from storage.project_file.errors import DataFileDamaged
from storage.project_file.read import Row
from storage.project_file.selection import entity_of, is_counter

_AT_ONCE = 2_000
Makers = Mapping[str, Callable[[], Any]]
NOTHING_TO_MAKE: Makers = {}


def insert_rows(
    connection: Connection,
    table: Table,
    columns: tuple[str, ...],
    rows: Iterable[Row],
    makers: Makers = NOTHING_TO_MAKE,
) -> int:
    """Insert rows that have these columns; all others get what `makers` make, or what a new row has.

    Returns how many there were.
    """
    missing = {name: makers.get(name) or _default(table, name) for name in _missing(table, columns)}
    inner = references_to_itself(table)
    later: list[tuple[str, UUID, UUID]] = []
    statement, count = _insert(table, [*columns, *missing]), 0
    for bundle in _bundles(rows):
        for row in bundle:
            row.update({name: make() for name, make in missing.items()})
            later.extend((name, row["id"], row[name]) for name in inner if row[name] is not None)
            # The row that it refers to may be one of the next.
            row.update(dict.fromkeys(inner))
        connection.execute(statement, bundle)
        count += len(bundle)
    _refer(connection, table, later)
    return count


def _bundles(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while bundle := list(islice(left, _AT_ONCE)):
        yield bundle


def _missing(table: Table, columns: tuple[str, ...]) -> list[str]:
    return [c.name for c in table.columns if c.name not in columns and not is_counter(table, c.name)]


def _default(table: Table, name: str) -> Callable[[], Any]:
    """What a new row has there; a file of an older version lacks what was not known then."""
    if name == "version":
        return lambda: 1
    field = entity_of(table.name).model_fields[name]
    if field.get_default(call_default_factory=True) is PydanticUndefined:
        raise DataFileDamaged(place=f"{table.name}, {name}")
    return lambda: field.get_default(call_default_factory=True)


def _insert(table: Table, names: list[str]) -> Any:  # noqa: ANN401 - an insert of these columns
    # None is no document; a document that is null is told apart from it by JSON.NULL.
    kinds = {c.name: JSON(none_as_null=True) if isinstance(c.type, JSON) else c.type for c in table.columns}
    return insert(table).values({name: bindparam(name, type_=kinds[name]) for name in names})


def _refer(connection: Connection, table: Table, later: list[tuple[str, UUID, UUID]]) -> None:
    for name, id_, other in later:
        connection.execute(update(table).where(table.c.id == id_).values({name: other}))
