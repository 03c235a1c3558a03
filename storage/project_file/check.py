"""Checks that the rows of a project's file hang together: one project, and no reference out of the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from storage.project_file.errors import DataFileDamaged
from storage.project_file.read import DataFile, Row


def check_project_rows(file: DataFile, progress: Callable[[], None]) -> None:
    """Read the whole file once; raises DataFileDamaged for the first row that does not belong in it.

    A foreign key alone would take a row of another project for one of this.
    """
    targets = {key.column.table for table in file.tables for key in table.foreign_keys}
    known: dict[Table, set[UUID]] = {table: set() for table in targets}
    own: dict[Table, list[tuple[str, UUID]]] = {}
    for table in file.tables:
        outward = _references(table)
        for row in file.rows(table):
            _check_project(file, table, row)
            _check_references(table, row, outward, known)
            if table in known:
                _take(table, row, known[table])
                own.setdefault(table, []).extend(_inward(table, row))
            progress()
    for table, references in own.items():
        if any(id_ not in known[table] for _, id_ in references):
            raise DataFileDamaged(place=table.name)


def references_to_itself(table: Table) -> list[str]:
    """The columns by which a row refers to another one of the same table."""
    return [key.parent.name for key in table.foreign_keys if key.column.table is table]


def _references(table: Table) -> list[tuple[str, Table]]:
    """The columns that refer to tables read before."""
    return [
        (key.parent.name, key.column.table) for key in table.foreign_keys if key.column.table is not table
    ]


def _inward(table: Table, row: Row) -> list[tuple[str, UUID]]:
    return [(name, row[name]) for name in references_to_itself(table) if row.get(name)]


def _check_project(file: DataFile, table: Table, row: Row) -> None:
    project = file.manifest.project
    name = {"project": "id", "account": None}.get(table.name, "project_id")
    if project is None or (name is not None and row.get(name) != project.id):
        raise DataFileDamaged(place=table.name)


def _check_references(
    table: Table, row: Row, outward: list[tuple[str, Table]], known: dict[Table, set[UUID]]
) -> None:
    for name, target in outward:
        value: Any = row.get(name)
        if value is not None and value not in known[target]:
            raise DataFileDamaged(place=f"{table.name}, {name}")


def _take(table: Table, row: Row, ids: set[UUID]) -> None:
    if row["id"] in ids:
        raise DataFileDamaged(place=table.name)
    ids.add(row["id"])
