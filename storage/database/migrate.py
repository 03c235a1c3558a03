"""Bringing a database to the current schema: under a lock, from a copy, wholly or not at all."""

from __future__ import annotations

import logging
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from storage.configuration import Settings
from storage.database.engines import Engines, sqlite_module
from storage.database.errors import DatabaseInUse, DatabaseUnreachable, MigrationDamaged, SchemaTooNew
from storage.database.locks import ServerLock, WriteLock

logger = logging.getLogger(__name__)
_MIGRATIONS = Path(__file__).parent / "migrations"
# Any number will do, as long as nobody else in the same database cluster uses it.
_ADVISORY_LOCK = 7_203_411_905


def known_schemas() -> list[str]:
    """The schema numbers this version knows, oldest first: the files are named after them."""
    return sorted(file.stem.split("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def schema_of(engine: Engine) -> str | None:
    """The schema number of a database; None where it is empty."""
    with engine.connect() as connection:
        return _schema(connection)


def bring_up_to_date(settings: Settings, engines: Engines, *, is_server: bool = False) -> None:
    """Create or migrate the database; does nothing, and imports nothing, when it is current.

    Raises:
        SchemaTooNew: the database was written by a newer version.
        DatabaseUnreachable: it cannot be opened.
    """
    try:
        if _is_current(schema_of(engines.read)):
            return
        if settings.sqlite_file is None:
            _migrate_postgresql(engines.write)
        else:
            _migrate_alone(settings.sqlite_file, engines, is_server=is_server)
    except DBAPIError as fault:
        raise DatabaseUnreachable(place=_place(settings), reason=_reason(fault)) from fault


def make_folder(settings: Settings) -> None:
    """Make the folder of the SQLite file, for this account alone; raises DatabaseUnreachable."""
    if settings.sqlite_file is None:
        return
    try:
        settings.sqlite_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise DatabaseUnreachable(place=_place(settings), reason=_reason(fault)) from fault


def _migrate_alone(file: Path, engines: Engines, *, is_server: bool) -> None:
    """Migrate while nobody else migrates or writes; never under a running server of an older version."""
    with FileLock(f"{file}.migration-lock"), WriteLock(file).held():
        is_new = schema_of(engines.read) is None
        if not is_new and not is_server and ServerLock(file).is_taken_elsewhere():
            raise DatabaseInUse(file=str(file))
        _migrate_sqlite(file, engines.write)


def _reason(fault: OSError | DBAPIError) -> str:
    return str(fault.orig if isinstance(fault, DBAPIError) else fault.strerror).strip()


def _is_current(found: str | None) -> bool:
    known = known_schemas()
    if found is not None and found not in known:
        raise SchemaTooNew(found=found, known=known[-1])
    return found == known[-1]


def _schema(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _migrate_postgresql(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        # Another process may have migrated while this one waited.
        if not _is_current(_schema(connection)):
            _upgrade(connection)


def _migrate_sqlite(file: Path, engine: Engine) -> None:
    with engine.connect() as connection:
        # Changing a table in SQLite rebuilds it: with foreign keys on, that would delete its children.
        # The pragma has no effect inside a transaction, so it goes to the driver before one begins.
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - a connection that was just made has one
        driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _upgrade_from_copy(file, connection)
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def _upgrade_from_copy(file: Path, connection: Connection) -> None:
    found = _schema(connection)
    if _is_current(found):
        return
    copy = _copy(file, found) if found else None
    _upgrade(connection)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise MigrationDamaged(known=known_schemas()[-1], count=len(broken), copy=str(copy))


def _copy(file: Path, schema: str) -> Path:
    """A whole copy of the file as last committed, beside it; a plain file copy could catch half a write."""
    target = file.with_name(f"{file.stem}-before-{schema}{file.suffix}")
    module = sqlite_module()
    source, copy = module.connect(file), module.connect(target)
    try:
        source.backup(copy)
    finally:
        source.close()
        copy.close()
    logger.info("copied the database to %s before migrating it", target)
    return target


def _upgrade(connection: Connection) -> None:
    # Alembic costs a quarter of a second to import, which only a migration should pay.
    from alembic import command  # noqa: PLC0415 - for the reason above
    from alembic.config import Config  # noqa: PLC0415 - for the reason above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _place(settings: Settings) -> str:
    """Where the database lies, without the passwords that its URL may hold before the @ and after the ?."""
    return str(settings.sqlite_file or settings.url.rsplit("@", 1)[-1].split("?")[0])
