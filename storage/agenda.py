"""The agenda of a workshop: its activities in order, each with what it asks and about which touchpoints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, func
from sqlmodel import Session, col, select

from storage.access import Actor, Right
from storage.checking import checked
from storage.intents import Work, intent
from storage.ranks import rank_between
from storage.revisions import WORKSHOP
from storage.store import Store
from storage.tables import table_of
from storage.workshops import add_workshop, find_unfinished
from touchpoints.activities import activity_kind
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Activity,
    ActivityInput,
    ActivityState,
    ActivitySubject,
    Ballot,
    Card,
    PaperTally,
    Reveal,
    Selection,
)
from touchpoints.room.staging import one_writes_for_each

# What the room was told before its first answer, and what the answers hang on.
_FIXED = frozenset({"kind", "is_named", "selection", "segment_id", "by_table", "settings"})


class AlreadyAnswered(TouchpointsError):
    """What people were told before they answered must not change afterwards."""

    sentence = N_(
        "People have answered here already, so what is asked stays as it is. "
        "Add another activity for another question."
    )


@dataclass(frozen=True)
class ActivityEntry:
    """A point of the agenda with how far it is."""

    id: UUID
    version: int
    workshop_id: UUID
    kind: str
    title: str
    instructions: str
    minutes: int
    selection: Selection
    segment_id: UUID | None
    is_named: bool
    asks_department: bool
    by_table: bool
    is_ahead: bool
    settings: Mapping[str, Any]
    state: ActivityState
    opened_at: datetime | None
    ends_at: datetime | None
    left_seconds: int | None
    subject_id: UUID | None
    taken_over_at: datetime | None

    @property
    def has_writers(self) -> bool:
        """Whether one phone alone writes for each table."""
        return one_writes_for_each(self.by_table, self.settings)


def list_activities(
    store: Store, actor: Actor, project_id: UUID, workshop_id: UUID
) -> tuple[ActivityEntry, ...]:
    """The agenda of a workshop in its order."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(_list(), {"project": project_id, "workshop": workshop_id})
        return tuple(ActivityEntry(*row) for row in rows)


@intent("add activity", WORKSHOP)
def add_activity(work: Work, workshop_id: UUID, values: Mapping[str, Any]) -> UUID:
    """Add an activity at the end; values as ActivityInput, without the workshop.

    Raises:
        UnusableInput, touchpoints.activities.UnknownActivity, WorkshopIsOver.
    """
    find_unfinished(work, workshop_id)
    given = checked(ActivityInput, dict(values) | {"workshop_id": workshop_id})
    activity_kind(given.kind)
    last = work.session.exec(
        select(func.max(col(Activity.rank))).where(Activity.workshop_id == workshop_id)
    ).one()
    row = Activity(**given.model_dump(), rank=rank_between(last, None), project_id=work.project)
    return work.add(row).id


@intent("add agenda", WORKSHOP)
def add_agenda(work: Work, workshop_id: UUID, activities: Sequence[Mapping[str, Any]]) -> None:
    """Add the activities of a template, in their order; raises as add_activity."""
    for values in activities:
        _body(add_activity)(work, workshop_id, values)


@intent("prepare workshop", WORKSHOP)
def prepare_workshop(
    work: Work,
    values: Mapping[str, Any],
    activities: Sequence[Mapping[str, Any]],
    *,
    is_rehearsal: bool = False,
) -> UUID:
    """Add a workshop with its agenda at once; raises as add_workshop and add_activity."""
    workshop_id: UUID = _body(add_workshop)(work, values, is_rehearsal=is_rehearsal)
    _body(add_agenda)(work, workshop_id, activities)
    return workshop_id


@intent("change activity", WORKSHOP)
def change_activity(work: Work, activity_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields; raises AlreadyAnswered, UnusableInput, VersionConflict."""
    row = work.find(Activity, activity_id)
    stored = row.model_dump(include=set(ActivityInput.model_fields))
    given = checked(ActivityInput, stored | dict(changes)).model_dump(include=set(changes))
    changed = {name for name in given if given[name] != stored[name]}
    if _FIXED & changed and has_answers(work, activity_id):
        raise AlreadyAnswered
    work.save(Activity, activity_id, shown_version, given)
    if {"selection", "settings"} & changed and row.selection is not Selection.BY_HAND:
        _forget_subjects(work, activity_id)


@intent("move activity", WORKSHOP)
def move_activity(work: Work, activity_id: UUID, before: UUID | None) -> None:
    """Put an activity before another one of its agenda, or at the end."""
    row = work.find(Activity, activity_id)
    query = select(Activity).where(Activity.workshop_id == row.workshop_id).order_by(Activity.rank)
    others = [other for other in work.session.exec(query) if other.id != activity_id]
    place = next((i for i, other in enumerate(others) if other.id == before), len(others))
    left = others[place - 1].rank if place else None
    right = others[place].rank if place < len(others) else None
    work.change(row, rank=rank_between(left, right))


@intent("throw activity away", WORKSHOP)
def bin_activity(work: Work, activity_id: UUID) -> None:
    """Throw an activity into the bin, with what was answered in it."""
    work.bin(work.find(Activity, activity_id))


@intent("restore activity", WORKSHOP)
def restore_activity(work: Work, activity_id: UUID) -> None:
    """Take an activity out of the bin."""
    work.restore(work.find(Activity, activity_id))


def is_answered(store: Store, actor: Actor, project_id: UUID, activity_id: UUID) -> bool:
    """Whether anybody has answered, so that what was asked stays as it is."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        activity = session.get(Activity, activity_id)
        is_here = activity is not None and activity.project_id == project_id
        return is_here and _has_answers(session, activity_id)


def _forget_subjects(work: Work, activity_id: UUID) -> None:
    """What an earlier opening has fixed, nobody answered: the next one asks about the new selection."""
    table = table_of(ActivitySubject)
    work.session.connection().execute(delete(table).where(table.c.activity_id == activity_id))


def _body(done_alone: Callable[..., Any]) -> Callable[..., Any]:
    """What an intent does, to be done within another one."""
    body: Callable[..., Any] = done_alone.__wrapped__  # type: ignore[attr-defined] # set by functools.wraps
    return body


def has_answers(work: Work, activity_id: UUID) -> bool:
    """Whether anybody has answered, even if the card was thrown away or the ballot has been erased."""
    return _has_answers(work.session, activity_id)


def _has_answers(session: Session, activity_id: UUID) -> bool:
    queries = (
        select(entity.id).where(entity.activity_id == activity_id)
        for entity in (Ballot, Card, PaperTally, Reveal)
    )
    return any(session.exec(query).first() is not None for query in queries)


# Read at every run of console and wall.
@cache
def _list() -> Any:  # noqa: ANN401 - a select of twenty columns
    columns = (
        *(Activity.id, Activity.version, Activity.workshop_id, Activity.kind, Activity.title),
        *(Activity.instructions, Activity.minutes, Activity.selection, Activity.segment_id),
        *(Activity.is_named, Activity.asks_department, Activity.by_table, Activity.is_ahead),
        *(Activity.settings, Activity.state, Activity.opened_at, Activity.ends_at, Activity.left_seconds),
        *(Activity.subject_id, Activity.taken_over_at),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(Activity.project_id == bindparam("project"), Activity.workshop_id == bindparam("workshop"))
        .where(col(Activity.binned_at).is_(None))
        .order_by(Activity.rank)
    )
