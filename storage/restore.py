"""Puts a copy in the place of the installation: checked before, whole or not at all, the old one kept."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, delete, text

from storage.access import COMMAND_LINE
from storage.backup import (
    PORTABLE_SUFFIX,
    check_backup,
    copy_sqlite,
    make_backup,
    open_portable,
)
from storage.configuration import Settings
from storage.database.engines import sqlite_module
from storage.database.errors import DatabaseInUse
from storage.database.locks import ServerLock, WriteLock
from storage.database.migrate import make_folder
from storage.own_files import opened_file, put_in_place
from storage.project_file.insert import insert_rows
from storage.project_file.read import DataFile
from storage.project_file.selection import is_counter
from storage.store import Store, open_store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import ENTITIES

FOLDER = "backups"
_OTHERS = """SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
    AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""


class ServerServes(TouchpointsError):
    """A restore would pull the data from under those who work."""

    sentence = N_("A server or another program uses this database. Stop it, then restore.")


class OfSqliteAlone(TouchpointsError):
    """A SQLite file is to become the content of a PostgreSQL database."""

    sentence = N_(
        "{file} is a copy for SQLite, and this database is PostgreSQL. Make one there with "
        "“backup --portable”, which both take in."
    )


def restore(settings: Settings, path: Path) -> Path | None:
    """Replace the whole installation by a copy; gives where the one that was there is kept, if there was one.

    Raises:
        ServerServes, OfSqliteAlone; and what storage.backup.check_backup raises. Then nothing has changed.
    """
    is_portable = check_backup(path).is_portable
    make_folder(settings)
    if settings.sqlite_file is not None:
        return _replace_file(settings.sqlite_file, path, is_portable=is_portable)
    if not is_portable:
        raise OfSqliteAlone(file=str(path))
    return _replace_rows(settings, path)


def _replace_file(place: Path, path: Path, *, is_portable: bool) -> Path | None:
    with _alone(place), tempfile.TemporaryDirectory(prefix=".restore-", dir=place.parent) as folder:
        new = Path(folder) / place.name
        if is_portable:
            _build(new, path)
        else:
            copy_sqlite(path, new)
        check_backup(new)
        kept = _keep(place) if place.exists() else None
        _empty_log(place)
        put_in_place(new, place)
    return kept


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Hold the locks of the server and of the writers; raises ServerServes."""
    server = ServerLock(place)
    try:
        server.take()
    except DatabaseInUse:
        raise ServerServes from None
    try:
        with WriteLock(place).held():
            yield
    finally:
        server.release()


def _build(new: Path, path: Path) -> None:
    """A SQLite file with all that is in a portable copy."""
    store = open_store(Settings(database_url=f"sqlite:///{new}"))
    try:
        with opened_file(path) as file, store.engines.write.begin() as connection:
            _fill(connection, open_portable(file))
        # So that the new file is all there is, and no log lies beside it.
        with closing(sqlite_module().connect(new)) as written:
            written.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        store.close()


def _keep(place: Path) -> Path:
    """A whole copy of what is about to be replaced, beside it."""
    kept = _free(place.with_name(f"{place.stem}-replaced-{_stamp()}{place.suffix}"))
    copy_sqlite(place, kept)
    kept.chmod(0o600)
    return kept


def _empty_log(place: Path) -> None:
    """Write what the log of the old file holds into it: beside another file it would damage that one."""
    if place.exists():
        with closing(sqlite_module().connect(place)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for suffix in ("-wal", "-shm"):
        place.with_name(place.name + suffix).unlink(missing_ok=True)


def _replace_rows(settings: Settings, path: Path) -> Path:
    store = open_store(settings)
    try:
        kept = _keep_rows(store)
        store.engines.dispose()
        with opened_file(path) as file, store.engines.write.begin() as connection:
            if connection.execute(text(_OTHERS)).scalar_one():
                raise ServerServes
            for table in reversed(ENTITIES.metadata.sorted_tables):
                connection.execute(delete(table))
            _fill(connection, open_portable(file))
    finally:
        store.close()
    return kept


def _keep_rows(store: Store) -> Path:
    folder = store.settings.data_folder / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = _free(folder / f"replaced-{_stamp()}{PORTABLE_SUFFIX}")
    make_backup(store, COMMAND_LINE, kept)
    return kept


def _fill(connection: Connection, file: DataFile) -> None:
    """All rows of a copy into empty tables; numbers that the database counts go on behind the last one."""
    for table in file.tables:
        insert_rows(connection, table, file.columns(table), file.rows(table))
        if connection.dialect.name == "postgresql" and any(is_counter(table, c.name) for c in table.columns):
            last = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM {table.name}"  # noqa: S608 - names of our own tables
            connection.execute(text(last))


def _free(place: Path) -> Path:
    """The place, or one numbered after it: two restores of the same second each keep what they replaced."""
    found, number = place, 1
    while found.exists():
        number += 1
        found = place.with_name(f"{place.stem}-{number}{place.suffix}")
    return found


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
