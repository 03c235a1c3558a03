"""The table behind an entity, for statements over plain columns."""

from __future__ import annotations

from sqlalchemy import Table
from sqlmodel import SQLModel


def table_of(entity: type[SQLModel]) -> Table:
    """The table that SQLAlchemy made of an entity."""
    table: Table = entity.__table__  # type: ignore[attr-defined] # set by SQLAlchemy
    return table
