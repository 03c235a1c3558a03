"""Whether an installation is sound: its file or tables, its references, and its newest copy."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, select
from sqlalchemy.exc import DBAPIError

from storage.access import Actor, check_administers
from storage.backup import check_backup, faults_of_sqlite
from storage.daily_backups import Copy, list_copies
from storage.database.engines import sqlite_module
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Message, message
from touchpoints.model import ENTITIES


class NotSound(TouchpointsError):
    """Something is wrong with the data or their newest copy."""

    sentence = N_(
        "The check has found faults ({count}). Do not work on: restore the newest good copy with "
        "“python -m storage restore FILE”, and keep the damaged file."
    )


@dataclass(frozen=True)
class Soundness:
    """What a check has found; `health` as storage.store says it."""

    health: dict[str, Any]
    faults: tuple[str, ...]
    newest: Copy | None
    fault_of_newest: Message | None

    @property
    def is_sound(self) -> bool:
        """Whether nothing has to be done."""
        return not self.faults and self.fault_of_newest is None


def check_soundness(store: Store, actor: Actor) -> Soundness:
    """Read the whole database and its newest copy; takes seconds where they are large."""
    check_administers(actor)
    copies = list_copies(store, actor)
    newest = copies[0] if copies else None
    fault = None
    if newest is not None:
        try:
            check_backup(newest.path)
        except TouchpointsError as error:
            fault = error.message
    return Soundness(store.health(), tuple(_faults(store)), newest, fault)


def _faults(store: Store) -> list[str]:
    try:
        if store.settings.sqlite_file is None:
            with store.engines.read.connect() as connection:
                return _broken_references(connection)
        with closing(sqlite_module().connect(store.settings.sqlite_file)) as opened:
            return faults_of_sqlite(opened)
    except (DBAPIError, sqlite_module().DatabaseError) as fault:
        return [str(getattr(fault, "orig", fault))]


def _broken_references(connection: Connection) -> list[str]:
    """Rows that refer to nothing; reading them reads every table from the disk."""
    found = []
    for table in ENTITIES.metadata.sorted_tables:
        connection.execute(select(func.count()).select_from(table))
        for key in table.foreign_keys:
            parent = key.column.table.alias()
            there = select(parent.c[key.column.name]).where(parent.c[key.column.name] == key.parent).exists()
            lost = select(func.count()).select_from(table).where(and_(key.parent.is_not(None), ~there))
            if connection.execute(lost).scalar_one():
                found.append(f"{table.name}.{key.parent.name}")
    return found


def said_newest(soundness: Soundness) -> Message:
    """The newest copy in one sentence."""
    if soundness.newest is None:
        return message("There is no copy yet.")
    if soundness.fault_of_newest is not None:
        return soundness.fault_of_newest
    return message("The newest copy, {name}, can be read whole.", name=soundness.newest.path.name)
