"""The workshops of a project: made, opened, changed and thrown away; concluded ones stay as a record."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import NoSuchRow, Work, intent
from storage.revisions import WORKSHOP
from storage.rounds import current_round
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Activity,
    Ballot,
    PaperTally,
    Reveal,
    Workshop,
    WorkshopInput,
    WorkshopState,
)

# Nothing that is read aloud or off a wall as something else.
CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 8


class WorkshopIsOver(TouchpointsError):
    """A concluded workshop takes no more answers, and its raw answers are gone."""

    sentence = N_("This workshop is concluded. Its results stay; for new answers begin another workshop.")


class FloorIsFixed(TouchpointsError):
    """The room was told before its first answer how many people a figure is about at least."""

    sentence = N_(
        "People have answered already, so the least number of answers for a figure stays as they were told."
    )


@dataclass(frozen=True)
class WorkshopEntry:
    """A workshop as it stands in a list; `activities` is how many points its agenda has."""

    id: UUID
    version: int
    name: str
    held_on: date | None
    starts_at: time
    minutes: int
    state: WorkshopState
    code: str
    floor: int
    address: str
    shown_id: UUID | None
    opened_at: datetime | None
    concluded_at: datetime | None
    is_rehearsal: bool
    round_id: UUID
    activities: int


def list_workshops(store: Store, actor: Actor, project_id: UUID) -> tuple[WorkshopEntry, ...]:
    """The workshops of a project, the one that is open first, then the latest."""
    with store.reading(actor, project_id) as session:
        found = (WorkshopEntry(*row) for row in session.execute(_list(), {"project": project_id}))
        return tuple(sorted(found, key=_place))


def _place(entry: WorkshopEntry) -> tuple[bool, int, str]:
    is_open = entry.state is WorkshopState.OPEN
    return not is_open, -(entry.held_on or date.max).toordinal(), entry.name


def read_workshop(store: Store, actor: Actor, project_id: UUID, workshop_id: UUID) -> WorkshopEntry:
    """One workshop; raises NoSuchRow."""
    with store.reading(actor, project_id) as session:
        found = session.execute(_list().where(Workshop.id == workshop_id), {"project": project_id}).first()
        if found is None:
            raise NoSuchRow
        return WorkshopEntry(*found)


@intent("add workshop", WORKSHOP)
def add_workshop(work: Work, values: Mapping[str, Any], *, is_rehearsal: bool = False) -> UUID:
    """Add a workshop of the current round; values as WorkshopInput without it. Raises UnusableInput."""
    round_ = current_round(work.session, work.project)
    given = checked(WorkshopInput, dict(values) | {"round_id": round_.id})
    row = Workshop(
        **given.model_dump(), code=new_code(work), is_rehearsal=is_rehearsal, project_id=work.project
    )
    return work.add(row).id


@intent("change workshop", WORKSHOP)
def change_workshop(work: Work, workshop_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields; raises FloorIsFixed, UnusableInput, VersionConflict."""
    stored = work.find(Workshop, workshop_id).model_dump(include=set(WorkshopInput.model_fields))
    given = checked(WorkshopInput, stored | dict(changes))
    if given.floor != stored["floor"] and _has_answers(work, workshop_id):
        raise FloorIsFixed
    work.save(Workshop, workshop_id, shown_version, given.model_dump(include=set(changes)))


@intent("open workshop", WORKSHOP)
def open_workshop(work: Work, workshop_id: UUID) -> None:
    """Let people in with the code; does nothing where it is open. Raises WorkshopIsOver."""
    row = find_unfinished(work, workshop_id)
    if row.state is WorkshopState.PLANNED:
        work.change(row, state=WorkshopState.OPEN, opened_at=work.at)


@intent("throw workshop away", WORKSHOP)
def bin_workshop(work: Work, workshop_id: UUID) -> None:
    """Throw a workshop into the bin; nobody comes in with its code meanwhile."""
    work.bin(work.find(Workshop, workshop_id))


@intent("restore workshop", WORKSHOP)
def restore_workshop(work: Work, workshop_id: UUID) -> None:
    """Take a workshop out of the bin."""
    work.restore(work.find(Workshop, workshop_id))


def find_unfinished(work: Work, workshop_id: UUID) -> Workshop:
    """The workshop; raises WorkshopIsOver where it is concluded."""
    row = work.find(Workshop, workshop_id)
    if row.state is WorkshopState.CONCLUDED:
        raise WorkshopIsOver
    return row


def _has_answers(work: Work, workshop_id: UUID) -> bool:
    """Whether anybody has answered in any of its activities, or any picture was shown."""
    return any(
        work.session.exec(
            select(entity.id)
            .join(Activity, col(Activity.id) == entity.activity_id)
            .where(Activity.workshop_id == workshop_id)
        ).first()
        for entity in (Ballot, PaperTally, Reveal)
    )


def new_code(work: Work) -> str:
    """A code of 40 random bits that no other workshop has."""
    while True:
        code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
        if work.session.exec(select(Workshop.id).where(Workshop.code == code)).first() is None:
            return code


# Read at every run of the pages around a workshop.
@cache
def _list() -> Any:  # noqa: ANN401 - a select of sixteen columns
    count = (
        select(func.count())
        .where(Activity.workshop_id == Workshop.id, col(Activity.binned_at).is_(None))
        .scalar_subquery()
    )
    columns = (
        *(Workshop.id, Workshop.version, Workshop.name, Workshop.held_on, Workshop.starts_at),
        *(Workshop.minutes, Workshop.state, Workshop.code),
        *(Workshop.floor, Workshop.address, Workshop.shown_id, Workshop.opened_at, Workshop.concluded_at),
        *(Workshop.is_rehearsal, Workshop.round_id, count),
    )
    return select(*columns).where(  # type: ignore[call-overload] # typed for up to four columns
        Workshop.project_id == bindparam("project"), col(Workshop.binned_at).is_(None)
    )
