"""The one open database of a process: transactions for reading, transactions for writing, its health."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, text
from sqlmodel import Session, col, select

from storage.access import Actor, Right, check_is_inside, check_may
from storage.configuration import Settings
from storage.database.engines import has_wal_reset_race, open_engines, sqlite_version
from storage.database.locks import ServerLock, WriteLock, refuse_second_writer
from storage.database.migrate import bring_up_to_date, make_folder, schema_of
from storage.hub import Hub
from storage.settling import Settled
from touchpoints.model import Revision

logger = logging.getLogger(__name__)
VERSION = "0.1.0"
# Asked twice a second while any screen is live, so it is put together once.
_NUMBERS = select(Revision.project_id, Revision.scope, Revision.number).where(
    col(Revision.project_id).in_(bindparam("projects", expanding=True))
)


class Store:
    """An open database; made by open_store, one per process."""

    def __init__(self, settings: Settings, *, as_server: bool) -> None:
        self.settings = settings
        self.engines = open_engines(settings)
        self.hub = Hub(self._numbers_of)
        self.settled = Settled(lambda: self.now())  # noqa: PLW0108 - tests set the clock of an open store
        self._write_lock = WriteLock(settings.sqlite_file)
        self._server_lock = ServerLock(settings.sqlite_file) if as_server and settings.sqlite_file else None

    def open(self) -> None:
        """Take the server's lock where this is the server, then create or migrate the database."""
        make_folder(self.settings)
        if self._server_lock:
            self._server_lock.take()
        try:
            bring_up_to_date(self.settings, self.engines, is_server=self._server_lock is not None)
        except BaseException:
            self.close()
            raise
        if self.settings.sqlite_file and has_wal_reset_race(sqlite_version()):
            logger.warning("SQLite %s: commands that write wait until the server stops", sqlite_version())

    def close(self) -> None:
        """Close all connections and let the next server in."""
        self.hub.close()
        self.engines.dispose()
        if self._server_lock:
            self._server_lock.release()

    @contextmanager
    def reading(
        self, actor: Actor, project_id: UUID | None = None, right: Right = Right.READ
    ) -> Iterator[Session]:
        """A session that reads what one moment looked like, after the actor was checked."""
        with Session(self.engines.read) as session:
            if project_id is None:
                check_is_inside(actor)
            else:
                check_may(session.connection(), actor, project_id, right)
            yield session

    @contextmanager
    def unchecked(self) -> Iterator[Session]:
        """A reading session for the few who must look before anybody is known: sign-in and health."""
        with Session(self.engines.read) as session:
            yield session

    @contextmanager
    def glancing(self) -> Iterator[Connection]:
        """A connection for what is asked at every run and needs no common moment; it checks nobody either."""
        with self.engines.glance.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One short transaction under the write lock; committed at the end, undone by any error."""
        if self.settings.sqlite_file and not self._server_lock:
            refuse_second_writer(self.settings.sqlite_file)
        with (
            self._write_lock.held(),
            Session(self.engines.write, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session
        self.hub.tell(session.info)

    def _numbers_of(self, projects: Collection[UUID]) -> list[tuple[UUID, str, int]]:
        with self.unchecked() as session:
            return list(session.exec(_NUMBERS, params={"projects": list(projects)}).all())

    def now(self) -> datetime:
        """The present moment; the only clock of the storage."""
        return datetime.now(UTC)

    def health(self) -> dict[str, Any]:
        """Version, schema and database version, read by a real query."""
        with self.unchecked() as session:
            database = session.connection().dialect.name
            query = "SELECT sqlite_version()" if database == "sqlite" else "SHOW server_version"
            found = session.connection().execute(text(query)).scalar_one()
        return {
            "status": "ok",
            "version": VERSION,
            "schema": schema_of(self.engines.read),
            "database": database,
            f"{database}_version": found,
        }


def open_store(settings: Settings, *, as_server: bool = False) -> Store:
    """Open, create or migrate the configured database.

    Raises:
        DatabaseInUse: another server serves the same SQLite file.
        SchemaTooNew, DatabaseUnreachable: see storage.database.migrate.
    """
    store = Store(settings, as_server=as_server)
    store.open()
    return store
