"""One engine that reads and one that writes, set up for SQLite or PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import QueuePool
from sqlmodel import create_engine

from storage.configuration import Settings

# These pragmas belong to the connection, not to the file; power cuts lose acknowledged commits below FULL.
# What is erased is overwritten: raw answers must not stay readable in the file.
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "secure_delete=ON",
)
_IS_GLANCE = "is_glance"


def sqlite_module() -> ModuleType:
    """A SQLite free of the WAL-reset race where its wheel exists, else the standard library's."""
    try:
        import pysqlite3  # noqa: PLC0415 - absent on some machines
    except ImportError:
        return sqlite3
    module: ModuleType = pysqlite3
    return module


def sqlite_version() -> str:
    """The version of the SQLite in use."""
    return str(sqlite_module().sqlite_version)


def has_wal_reset_race(version: str) -> bool:
    """Whether this SQLite can damage a file written by two processes (fixed in 3.51.3, 3.50.7, 3.44.6)."""
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    fixed = {44: 6, 50: 7, 51: 3}
    return (major, minor) < (3, 52) and patch < fixed.get(minor, 10_000)


@dataclass(frozen=True)
class Engines:
    """Where reads and writes go; on PostgreSQL all share one pool.

    `glance` reads each statement for itself: one that asks alone costs half as much without a transaction.
    """

    read: Engine
    glance: Engine
    write: Engine

    def dispose(self) -> None:
        """Close all connections."""
        self.read.dispose()
        self.write.dispose()


def open_engines(settings: Settings) -> Engines:
    """Engines for the configured database; nothing is connected yet."""
    if settings.sqlite_file is None:
        engine = create_engine(
            settings.url, pool_size=10, max_overflow=20, pool_pre_ping=True, hide_parameters=True
        )
        # Several reads make one page, so they must see one moment, as they do in SQLite.
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        glance = engine.execution_options(isolation_level="AUTOCOMMIT", postgresql_readonly=True)
        return Engines(engine.execution_options(**options), glance, engine)
    read = _sqlite_engine(settings.url, "BEGIN", pool_size=10, overflow=20)
    event.listen(read, "connect", _runs("PRAGMA query_only=ON"))
    # One writing connection: writers queue at the lock, not inside SQLite.
    return Engines(
        read,
        read.execution_options(**{_IS_GLANCE: True}),
        _sqlite_engine(settings.url, "BEGIN IMMEDIATE", pool_size=1, overflow=0),
    )


def _sqlite_engine(url: str, begin: str, pool_size: int, overflow: int) -> Engine:
    engine = create_engine(
        url,
        module=sqlite_module(),
        poolclass=QueuePool,
        hide_parameters=True,  # what people answered must not get into the log with an error
        pool_size=pool_size,
        max_overflow=overflow,
        connect_args={"check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begins(begin))
    return engine


def _begins(begin: str) -> Callable[[Connection], None]:
    def start(connection: Connection) -> None:
        if not connection.get_execution_options().get(_IS_GLANCE):
            connection.exec_driver_sql(begin)

    return start


def _set_up(connection: Any, record: object) -> None:  # noqa: ANN401, ARG001 - the driver's own class
    # The driver must not begin transactions by itself: the engine says which kind.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _runs(statement: str) -> Callable[[Any, object], None]:
    def run(connection: Any, record: object) -> None:  # noqa: ANN401, ARG001 - the driver's own class
        connection.execute(statement)

    return run
