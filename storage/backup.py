"""A copy of the whole installation, made while everybody works, and opened before it counts as one."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from storage.access import Actor, check_administers
from storage.database.engines import sqlite_module
from storage.database.errors import SchemaTooNew
from storage.database.migrate import known_schemas
from storage.own_files import opened_file, whole_file, written_whole
from storage.project_file.errors import DataFileDamaged
from storage.project_file.manifest import FORMAT, INSTALLATION, SUFFIXES, Manifest, TableEntry
from storage.project_file.read import DataFile
from storage.project_file.selection import parts_of_installation
from storage.project_file.write import write_data_file
from storage.store import VERSION, Store

SQLITE_SUFFIX, PORTABLE_SUFFIX = ".db", SUFFIXES[INSTALLATION]
_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True)
class Backup:
    """A copy that was opened and found whole; a portable one is taken in by either database."""

    schema: str
    is_portable: bool


def make_backup(store: Store, actor: Actor, file: Path, *, is_portable: bool = False) -> Backup:
    """Write all that was confirmed by now, and open the copy before it gets its name.

    On SQLite it is a SQLite file, unless a portable one is asked for; on PostgreSQL always a portable one.

    Raises:
        FileIsThere, FileUnreachable; DataFileDamaged where what was written cannot be read.
    """
    check_administers(actor)
    source = store.settings.sqlite_file
    if source is None or is_portable:
        with written_whole(file) as out:
            write_installation(store, out)
            out.flush()
            return _check_portable(out)
    with whole_file(file) as part:
        copy_sqlite(source, part)
        return _check_sqlite(part)


def copy_sqlite(source: Path, target: Path) -> None:
    """The file as last committed, in one file; a plain copy could catch half a write."""
    module = sqlite_module()
    with closing(module.connect(source)) as old, closing(module.connect(target)) as new:
        old.backup(new)
        # Without this the copy would come with a second file as soon as somebody opens it.
        new.execute("PRAGMA journal_mode=DELETE")


def write_installation(store: Store, out: BinaryIO) -> None:
    """Every row of every table as of one moment."""

    def describe(tables: tuple[TableEntry, ...]) -> Manifest:
        return Manifest(
            format=INSTALLATION,
            format_version=FORMAT,
            schema_number=known_schemas()[-1],
            product=VERSION,
            made_at=store.now(),
            tables=tables,
        )

    with store.unchecked() as session:
        write_data_file(session.connection(), out, parts_of_installation(), describe)


def check_backup(path: Path) -> Backup:
    """Open a copy and read all of it.

    Raises:
        DataFileError, FileUnreachable; SchemaTooNew for one that a newer version has made.
    """
    with opened_file(path) as file:
        if file.read(len(_SQLITE)) != _SQLITE:
            return _check_portable(file)
    return _check_sqlite(path)


def open_portable(file: BinaryIO) -> DataFile:
    """A portable copy whose list is in order; raises DataFileError."""
    return DataFile(file, INSTALLATION, {part.table: part.columns for part in parts_of_installation()})


def _check_portable(file: BinaryIO) -> Backup:
    found = open_portable(file)
    for table in found.tables:
        for _ in found.rows(table):
            pass
    return Backup(found.manifest.schema_number, is_portable=True)


def _check_sqlite(path: Path) -> Backup:
    module = sqlite_module()
    try:
        # Immutable: a copy on a medium that cannot be written is opened, too, and left as it is.
        with closing(module.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as opened:
            schema = _schema(opened)
            faults = faults_of_sqlite(opened)
    except module.DatabaseError:
        raise DataFileDamaged(place=path.name) from None
    if faults:
        raise DataFileDamaged(place=f"{path.name}: {faults[0]}")
    return Backup(schema, is_portable=False)


def _schema(opened: Any) -> str:  # noqa: ANN401 - the driver's own class
    schema = str(*opened.execute("SELECT max(version_num) FROM alembic_version").fetchone())
    if schema not in known_schemas():
        raise SchemaTooNew(found=schema, known=known_schemas()[-1])
    return schema


def faults_of_sqlite(opened: Any) -> list[str]:  # noqa: ANN401 - the driver's own class
    """What is wrong with the pages of a SQLite file, and each reference to nothing."""
    pages = [str(row[0]) for row in opened.execute("PRAGMA integrity_check")]
    broken = [f"{row[0]} -> {row[2]}" for row in opened.execute("PRAGMA foreign_key_check")]
    return [fault for fault in pages if fault != "ok"] + broken
