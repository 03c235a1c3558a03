"""A project comes in from a file: whole or not at all, under its own ids or as a copy under new ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from sqlalchemy.exc import DataError, IntegrityError

from storage.access import Actor, check_administers
from storage.intents import Work, carry_out_once
from storage.project_file.arrival import Arrival
from storage.project_file.check import check_project_rows
from storage.project_file.errors import DataFileDamaged
from storage.project_file.manifest import PROJECT, LinkToReissue, ProjectEntry
from storage.project_file.read import DataFile
from storage.project_file.selection import moving_columns
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Project

Progress = Callable[[float], object]
_STEP = 5_000


class ProjectIsHere(TouchpointsError):
    """The project of the file is in this installation, perhaps in the bin."""

    sentence = N_(
        "{name} is in this installation already, perhaps in the bin. "
        "Open the file as a copy, which has ids of its own."
    )


@dataclass(frozen=True)
class ProjectInFile:
    """What a file says of the project in it; `links` are the ways in that have to be made anew."""

    id: UUID
    name: str
    made_at: datetime
    product: str
    rows: int
    links: tuple[LinkToReissue, ...]
    is_here: bool


def look_into(store: Store, actor: Actor, file: BinaryIO) -> ProjectInFile:
    """What is in a file, from its list alone; raises DataFileError."""
    check_administers(actor)
    opened = _opened(file)
    manifest, about = opened.manifest, _project_of(opened)
    with store.reading(actor) as session:
        is_here = session.get(Project, about.id) is not None
    return ProjectInFile(
        about.id,
        about.name,
        manifest.made_at,
        manifest.product,
        manifest.rows,
        manifest.links,
        is_here,
    )


def import_project(
    store: Store, actor: Actor, file: BinaryIO, copy_name: str | None = None, progress: Progress = bool
) -> UUID:
    """Store the project of a file; returns its id. `progress` hears which share of the work is done.

    With `copy_name` it comes in under that name and with new ids, beside the one that is here.

    Raises:
        DataFileError, ProjectIsHere; UnusableInput where the copy's name is none.
    """
    check_administers(actor)
    opened = _opened(file)
    about, count = _project_of(opened), _counter(opened.manifest.rows, progress)
    # Read once before anything is stored, so that no writer waits for a file that is then refused.
    check_project_rows(opened, count)

    def do(work: Work) -> UUID:
        if copy_name is None and work.session.get(Project, about.id) is not None:
            raise ProjectIsHere(name=about.name)
        return Arrival(work, opened, about.id, copy_name, count).store()

    try:
        return carry_out_once(store, actor, "import project", do)
    except (IntegrityError, DataError):
        raise DataFileDamaged(place=about.name) from None


def _opened(file: BinaryIO) -> DataFile:
    return DataFile(file, PROJECT, moving_columns())


def _project_of(opened: DataFile) -> ProjectEntry:
    if opened.manifest.project is None:
        raise DataFileDamaged(place="project")
    return opened.manifest.project


def _counter(rows: int, progress: Progress) -> Callable[[], None]:
    """Counts rows, of which each is read twice."""
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        if done % _STEP == 0:
            progress(min(done / (2 * rows), 1.0))

    return count
