"""Copies that the server makes by itself each day and keeps for 30 days, and what is told of them."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import BinaryIO

from storage.access import COMMAND_LINE, Actor, check_administers
from storage.backup import PORTABLE_SUFFIX, SQLITE_SUFFIX, make_backup
from storage.intents import NoSuchRow
from storage.restore import FOLDER
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Message, message

logger = logging.getLogger(__name__)
KEPT = timedelta(days=30)
_HOUR = 3600.0
_FAILURE = "failure.json"
# Copies of an update and of a restore lie beside the file, and what was erased since lies in them, too.
_BESIDE = ("{stem}-before-*{suffix}", "{stem}-replaced-*{suffix}")


@dataclass(frozen=True)
class Copy:
    """A copy that was opened and found whole when it was made."""

    path: Path
    made_at: datetime
    size: int


@dataclass(frozen=True)
class Failure:
    """The last try that brought no copy."""

    at: datetime
    reason: Message


def back_up_hourly(store: Store, stop: Event, pause: float = _HOUR) -> None:
    """Make the copy of the day, at the start and whenever a day begins; ends when `stop` is set."""
    while True:
        back_up_daily(store)
        if stop.wait(pause):
            return


def back_up_daily(store: Store) -> None:
    """The copy of today where there is none yet; who runs PostgreSQL has its own means for it.

    Copies made by hand end there, too. A fault is kept for the administrator to see, and does not stop the
    server.
    """
    try:
        # Only when there is a new copy do old ones go: a full disk must not leave none at all.
        if store.settings.sqlite_file is not None:
            _copy_today(store)
        (_folder(store) / _FAILURE).unlink(missing_ok=True)
        _erase_old(store)
    except Exception as fault:
        logger.exception("the copy of the day could not be made")
        _note_failure(store, fault)


def _copy_today(store: Store) -> None:
    file = _folder(store) / f"daily-{store.now():%Y-%m-%d}{SQLITE_SUFFIX}"
    if not file.exists():
        make_backup(store, COMMAND_LINE, file)


def back_up_now(store: Store, actor: Actor) -> Path:
    """One more copy, on either database; raises as make_backup."""
    check_administers(actor)
    suffix = PORTABLE_SUFFIX if store.settings.sqlite_file is None else SQLITE_SUFFIX
    file = _folder(store) / f"by-hand-{store.now():%Y-%m-%d-%H%M%S-%f}{suffix}"
    make_backup(store, actor, file)
    return file


def list_copies(store: Store, actor: Actor) -> tuple[Copy, ...]:
    """The copies that there are, newest first."""
    check_administers(actor)
    found = (Copy(path, _made_at(path), path.stat().st_size) for path in _copies(store))
    return tuple(sorted(found, key=lambda copy: copy.made_at, reverse=True))


def last_failure(store: Store, actor: Actor) -> Failure | None:
    """Why there is no copy of today; None where the last try went well."""
    check_administers(actor)
    try:
        said = json.loads((_folder(store) / _FAILURE).read_text(encoding="utf-8"))
    except OSError:
        return None
    return Failure(datetime.fromisoformat(said["at"]), Message(said["text"], said["values"]))


def open_copy(store: Store, actor: Actor, name: str) -> BinaryIO:
    """A copy to be fetched; raises NoSuchRow where none has this name."""
    path = next((copy.path for copy in list_copies(store, actor) if copy.path.name == name), None)
    if path is None:
        raise NoSuchRow
    return path.open("rb")


def _folder(store: Store) -> Path:
    folder = store.settings.data_folder / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _copies(store: Store) -> Iterator[Path]:
    for suffix in (SQLITE_SUFFIX, PORTABLE_SUFFIX):
        # What has a point in front is not whole yet.
        yield from (path for path in _folder(store).glob(f"*{suffix}") if not path.name.startswith("."))


def _made_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _erase_old(store: Store) -> None:
    """What was erased from the installation must not live on in its copies."""
    limit = store.now() - KEPT
    for path in (*_folder(store).iterdir(), *_beside(store)):
        if path.is_file() and _made_at(path) < limit:
            path.unlink(missing_ok=True)


def _beside(store: Store) -> Iterator[Path]:
    file = store.settings.sqlite_file
    if file is not None:
        for pattern in _BESIDE:
            yield from file.parent.glob(pattern.format(stem=file.stem, suffix=file.suffix))


def _note_failure(store: Store, fault: Exception) -> None:
    reason = fault.message if isinstance(fault, TouchpointsError) else message(N_("The disk may be full."))
    values = {name: str(value) for name, value in reason.values.items()}
    said = {"at": store.now().isoformat(), "text": reason.text, "values": values}
    try:
        (_folder(store) / _FAILURE).write_text(json.dumps(said), encoding="utf-8")
    except OSError:
        logger.exception("the failure could not be noted")
