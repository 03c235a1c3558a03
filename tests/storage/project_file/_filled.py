"""A project with rows in every table that moves, whose values are as awkward as each column takes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, Column, Enum, String, Table, insert, select
from sqlmodel.sql.sqltypes import AutoString

from storage.project_file.selection import is_counter, moving_columns
from storage.store import Store
from touchpoints.model import ENTITIES, Account
from touchpoints.model.base import clean_text
from touchpoints.model.types import Instant, Money

NASTY = clean_text(
    "=HYPERLINK('x') <script>alert(1)</script> \u202egnp.exe 👩‍👩‍👧‍👦 A\u0308 "
    "![](http://evil.example) 'a\\\"b\n\tc; DROP TABLE--"
)
MOMENT = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
DOCUMENTS: tuple[Any, ...] = ({"ключ": [NASTY, None, 1e-7, 0.1, True, {"": []}], "cents": "0.10"}, {})


def fill(store: Store, project: UUID) -> None:
    """Two rows for every table: one with a value in every column, one with as few as may be."""
    with store.writing() as session:
        accounts = [Account(name=f"{NASTY} {n}"[:80], created_at=MOMENT) for n in range(2)]
        session.add_all(accounts)
        session.flush()
        ids: dict[str, list[Any]] = {"project": [project] * 2, "account": [one.id for one in accounts]}
        for table in moving_columns():
            if table.name not in ids:
                rows = [_row(table, ids, number) for number in range(1 if table.name == "voice_box" else 2)]
                session.connection().execute(insert(table), rows)
                ids[table.name] = [row.get("id") for row in rows] * 2


def _row(table: Table, ids: Mapping[str, list[Any]], number: int) -> dict[str, Any]:
    row = {c.name: _value(c, ids, number) for c in table.columns if not is_counter(table, c.name)}
    # What a concluded workshop has, the only one that may be in a file.
    fixed = {
        "workshop": {"state": "concluded", "is_rehearsal": False},
        "question": {"low": 1, "high": 5, "best": 5},
        "project": {},
        "team_answer": {"point": -1},
        "card": {"pseudonym": ""},
        "reveal": {"basis": JSON.NULL},
        "activity": {"opened_at": MOMENT},
    }
    kinds = {c.name: c.type for c in table.columns}
    extra = fixed.get(table.name, {})
    return row | {
        name: kinds[name].enum_class(value) if isinstance(kinds[name], Enum) else value
        for name, value in extra.items()
    }


def _value(column: Column[Any], ids: Mapping[str, list[Any]], number: int) -> Any:
    key = next(iter(column.foreign_keys), None)
    if key is not None and key.column.table is not column.table:
        known = ids[key.column.table.name][number]
        return None if column.nullable and number else known
    if column.nullable and number:
        return JSON.NULL if isinstance(column.type, JSON) else None
    return None if key is not None else _of_type(column, number)


def _of_type(column: Column[Any], number: int) -> Any:
    kind = column.type
    if isinstance(kind, Enum):
        return list(kind.enum_class or ())[-1 - number]
    if isinstance(kind, JSON):
        return DOCUMENTS[number]
    if isinstance(kind, Money):
        return Decimal("123456789.01")
    if isinstance(kind, (String, AutoString)):
        length = getattr(kind, "length", None)
        return f"{number}{NASTY}{uuid4().hex}"[:length] if length != 64 else uuid4().hex
    if isinstance(kind, Instant):
        return MOMENT
    plain = {
        int: number + 2,
        bool: not number,
        float: 0.1 + 0.2 + number,
        Decimal: Decimal("1.5"),
        date: date(2026, 2, 28 - number),
        time: time(9, 30, number),
        UUID: uuid4(),
    }
    return plain[kind.python_type]


def rows_of_project(store: Store, project: UUID) -> dict[str, list[tuple[str, ...]]]:
    """Every value that moves of every table, comparable over both databases; the import's own line aside."""
    found = {}
    with store.unchecked() as session:
        for table, columns in moving_columns().items():
            if table.name == "account":
                continue
            owner = table.c.id if table.name == "project" else table.c.project_id
            query = select(*(table.c[name] for name in columns)).where(owner == project)
            rows = session.connection().execute(query).mappings()
            found[table.name] = sorted(_comparable(row) for row in rows if not _is_own(table, row))
    return found


def _is_own(table: Table, row: Mapping[Any, Any]) -> bool:
    """Whether the import itself has written it."""
    return (table.name == "history_entry" and row["intent"] == "import project") or (
        table.name == "revision" and row["scope"] == "content"
    )


def _comparable(row: Mapping[Any, Any]) -> tuple[str, ...]:
    return tuple(f"{name}={_plain(value)!r}" for name, value in row.items())


def _plain(value: Any) -> Any:
    return value.normalize() if isinstance(value, Decimal) else value


ALL_TABLES = {table.name for table in ENTITIES.metadata.sorted_tables}
