"""What of a project goes into its file: all that it knows, and nothing by which anybody comes in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Table, select, union
from sqlmodel import SQLModel

from storage.tables import table_of
from touchpoints.model import ENTITIES

# Ways in, and raw answers: of those there are none where all workshops are over, as they must be.
_STAYS = {"access_link", "group_role", "ballot", "paper_tally"}
# Of accounts the name alone goes along, so that the history can say who did something.
_OF_ACCOUNTS = ("id", "name")
# Codes and secrets of one installation, and whose card is whose.
_WITHOUT: Mapping[str, frozenset[str]] = {
    "workshop": frozenset({"code", "address"}),
    "participant": frozenset({"token_hash"}),
    "reveal": frozenset({"basis"}),
    "card": frozenset({"pseudonym"}),
    "voice_box": frozenset({"code"}),
    "voice": frozenset({"reply_hash"}),
    "feedback_form": frozenset({"code"}),
}


@dataclass(frozen=True)
class Part:
    """The columns and rows of one table that go into a file; `trim` changes a row on its way."""

    table: Table
    columns: tuple[str, ...]
    where: ColumnElement[bool] | None = None
    trim: Callable[[dict[str, Any]], None] | None = None


def parts_of_project(project_id: UUID) -> list[Part]:
    """Every table with the rows of a project, parents first."""
    return [_part(table, columns, project_id) for table, columns in moving_columns().items()]


def parts_of_installation() -> list[Part]:
    """Every table whole."""
    return [Part(table, tuple(table.columns.keys())) for table in ENTITIES.metadata.sorted_tables]


@cache
def moving_columns() -> Mapping[Table, tuple[str, ...]]:
    """The columns that may stand in the file of a project, and no others, by table and parents first."""
    return {
        table: tuple(_columns(table))
        for table in ENTITIES.metadata.sorted_tables
        if table.name in ("account", "project")
        or ("project_id" in table.columns and table.name not in _STAYS)
    }


def _columns(table: Table) -> Iterable[str]:
    if table.name == "account":
        return _OF_ACCOUNTS
    without = _WITHOUT.get(table.name, frozenset())
    return (c.name for c in table.columns if c.name not in without and not is_counter(table, c.name))


def is_counter(table: Table, column: str) -> bool:
    """Whether a database counts this column by itself: such numbers are given anew."""
    return column == "id" and isinstance(table.c.id.type, Integer)


def _part(table: Table, columns: tuple[str, ...], project_id: UUID) -> Part:
    if table.name == "account":
        return Part(table, columns, table.c.id.in_(_accounts_of(project_id)))
    if table.name == "project":
        return Part(table, columns, table.c.id == project_id)
    if table.name == "history_entry":
        told = table.c.entity.not_in([entity_of(name).__name__ for name in _STAYS])
        return Part(table, columns, (table.c.project_id == project_id) & told, _trim_history)
    return Part(table, columns, table.c.project_id == project_id)


def _accounts_of(project_id: UUID) -> Any:  # noqa: ANN401 - a union of selects of one column
    return union(
        *(
            select(table.c.account_id).where(table.c.project_id == project_id)
            for table in moving_columns()
            if "account_id" in table.columns
        )
    )


def _trim_history(row: dict[str, Any]) -> None:
    """What does not stand in its table must not stand in what the history tells of it."""
    hidden = _hidden_fields().get(row["entity"], frozenset())
    for side in ("before", "after"):
        if isinstance(row[side], list) and isinstance(row[side][0], dict):
            row[side] = [{name: value for name, value in row[side][0].items() if name not in hidden}]


@cache
def _hidden_fields() -> Mapping[str, frozenset[str]]:
    return {entity_of(name).__name__: fields for name, fields in _WITHOUT.items()}


@cache
def entity_of(table: str) -> type[SQLModel]:
    """The class of a table's rows."""
    classes: Iterable[type[SQLModel]] = (mapper.class_ for mapper in ENTITIES.mappers)
    return next(one for one in classes if table_of(one).name == table)
