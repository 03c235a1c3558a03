"""What one phone shows: its workshop, what is on there, and what this phone has answered so far."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, exists
from sqlmodel import Session, col, select

from storage.access import Actor, NotAllowed, Seat, Standing
from storage.activity_subjects import SubjectEntry, subjects_of
from storage.presence import is_there
from storage.seats import standing_columns
from storage.store import Store
from storage.taking_part import pseudonym
from touchpoints.activities import Promise, Write, activity_kind
from touchpoints.ballots import parts_asked
from touchpoints.model import (
    Activity,
    ActivityState,
    Ballot,
    Card,
    CardKind,
    Participant,
    Phase,
    Touchpoint,
    Workshop,
    WorkshopState,
)
from touchpoints.room.staging import one_writes_for_each


@dataclass(frozen=True)
class PhoneActivity:
    """An activity as phones are told of it: nothing of what others have answered."""

    id: UUID
    kind: str
    title: str
    instructions: str
    is_named: bool
    asks_department: bool
    by_table: bool
    is_ahead: bool
    settings: Mapping[str, Any]
    state: ActivityState
    ends_at: datetime | None
    subject_id: UUID | None
    subjects: tuple[SubjectEntry, ...]

    @cached_property
    def subjects_json(self) -> str:
        """Id, name, phase and table of each subject: written once for all phones, which only pass it on."""
        return json.dumps([(str(one.id), one.name, one.phase, one.table_number) for one in self.subjects])

    @cached_property
    def takes_cards(self) -> bool:
        """Whether there may be cards of this phone: one query less for all that is only rated."""
        parts = parts_asked(activity_kind(self.kind), self.settings)
        return any(isinstance(part, Write | Promise) for part in parts)

    @property
    def has_writers(self) -> bool:
        """Whether one phone alone writes for each table."""
        return one_writes_for_each(self.by_table, self.settings)


@dataclass(frozen=True)
class OwnCard:
    """A card that this phone has written."""

    id: UUID
    kind: CardKind
    text: str
    touchpoint_id: UUID | None
    # Of an action: who does it, and until when.
    name: str = ""
    due_on: date | None = None


@dataclass(frozen=True)
class PhoneView:
    """All that a phone shows; `activities` has what is on the wall first, then what is open ahead."""

    workshop: str
    state: WorkshopState
    floor: int
    name: str
    table_number: int | None
    is_writer: bool
    # Who writes for the table of this phone; "" where he gave no name, None where nobody does.
    writer: str | None
    # Whether anything was asked under one's name, which stays beside it.
    has_names: bool
    # Rises whenever the agenda or what is on has changed.
    revision: int
    activities: tuple[PhoneActivity, ...]
    # What this phone has answered, by the activities that are open.
    ballots: Mapping[UUID, OwnBallot]
    # Rises whenever the journey has changed.
    content_revision: int


@dataclass(frozen=True)
class OwnBallot:
    """What one person at a phone has answered in an activity."""

    content: Mapping[str, Any]
    name: str
    department: str
    is_done: bool
    cards: tuple[OwnCard, ...]


def read_phone(store: Store, actor: Actor, person: int = 1) -> PhoneView:
    """What is on for a seat now, and what one of those who share the phone has answered.

    Raises:
        NotAllowed: there is no seat.
    """
    seat = actor.seat
    if seat is None:
        raise NotAllowed
    with store.glancing() as connection:
        found = connection.execute(_own(), {"participant": seat.participant_id}).first()
    if found is None:
        raise NotAllowed
    return look_from(store, replace(seat, standing=Standing(*found)), person)


def look_from(store: Store, seat: Seat, person: int = 1) -> PhoneView:
    """The same for a seat that was looked up just before, by its standing then."""
    own = seat.standing
    with store.glancing() as connection:
        stage = _stage(store, seat.project_id, seat.workshop_id, own.revision)
        ballots = {
            one.id: _own_ballot(connection, seat, one.id, person, has_cards=one.takes_cards)
            for one in stage.activities
            if one.state is ActivityState.OPEN
        }
    return PhoneView(
        stage.workshop,
        stage.state,
        stage.floor,
        own.name,
        own.table_number,
        own.is_writer,
        own.writer,
        stage.has_names,
        own.revision,
        stage.activities,
        ballots,
        own.content_revision,
    )


def read_own_ballot(store: Store, actor: Actor, activity_id: UUID, person: int = 1) -> OwnBallot:
    """What this phone has answered in any activity of its workshop; raises NotAllowed without a seat."""
    if actor.seat is None:
        raise NotAllowed
    with store.glancing() as connection:
        return _own_ballot(connection, actor.seat, activity_id, person)


def _own_ballot(
    connection: Connection, seat: Seat, activity_id: UUID, person: int, *, has_cards: bool = True
) -> OwnBallot:
    own = {"activity": activity_id, "pseudonym": pseudonym(seat, activity_id, person)}
    found = connection.execute(_ballot(), own).first()
    cards = connection.execute(_cards(), own) if has_cards else ()
    content, name, department, is_done = found or ({}, "", "", False)
    return OwnBallot(content, name, department, is_done, tuple(OwnCard(*row) for row in cards))


def read_journey(store: Store, actor: Actor, content_revision: int) -> str:
    """Id, name and phase of every touchpoint as JSON: cards may be about any. Raises NotAllowed."""
    if actor.seat is None:
        raise NotAllowed
    return _journey_of(store, actor.seat.project_id, content_revision)


@lru_cache(maxsize=16)
def _journey_of(store: Store, project_id: UUID, _revision: int) -> str:
    with store.unchecked() as session:
        rows = session.execute(_journey(), {"project": project_id})
        return json.dumps([(str(id_), name, phase) for id_, name, phase in rows])


@dataclass(frozen=True)
class _Stage:
    """What all phones of a workshop show alike."""

    workshop: str
    state: WorkshopState
    floor: int
    has_names: bool
    activities: tuple[PhoneActivity, ...]


# A hundred phones ask for the same; with another revision it is read anew.
@lru_cache(maxsize=64)
def _stage(store: Store, project_id: UUID, workshop_id: UUID, _revision: int) -> _Stage:
    with store.unchecked() as session:
        found = session.execute(_workshop(), {"workshop": workshop_id}).first()
        if found is None:
            raise NotAllowed
        name, state, floor, shown_id, has_names = found
        rows = session.execute(_activities(), {"workshop": workshop_id, "shown": shown_id}).mappings().all()
        activities = [
            PhoneActivity(**row, subjects=_subjects(session, project_id, row["id"]))
            for row in sorted(rows, key=lambda row: row["id"] != shown_id)
        ]
    return _Stage(name, state, floor, has_names, tuple(activities))


def _subjects(session: Session, project_id: UUID, activity_id: UUID) -> tuple[SubjectEntry, ...]:
    rows = session.execute(subjects_of(), {"project": project_id, "activity": activity_id})
    return tuple(SubjectEntry(*row) for row in rows)


# Asked at every run of every phone, so they are put together once.
@cache
def _own() -> Any:  # noqa: ANN401 - a select of six columns
    return select(*standing_columns()).where(
        Participant.id == bindparam("participant"), col(Participant.left_at).is_(None)
    )


@cache
def _workshop() -> Any:  # noqa: ANN401 - a select of five columns
    was_named = exists().where(
        col(Activity.workshop_id) == Workshop.id,
        col(Activity.is_named),
        col(Activity.opened_at).is_not(None),
        col(Activity.binned_at).is_(None),
    )
    columns = (Workshop.name, Workshop.state, Workshop.floor, Workshop.shown_id, was_named)
    return select(*columns).where(  # type: ignore[call-overload] # typed for up to four columns
        Workshop.id == bindparam("workshop"), col(Workshop.binned_at).is_(None)
    )


@cache
def _activities() -> Any:  # noqa: ANN401 - a select of twelve columns
    columns = (
        *(Activity.id, Activity.kind, Activity.title, Activity.instructions, Activity.is_named),
        *(Activity.asks_department, Activity.by_table, Activity.is_ahead, Activity.settings),
        *(Activity.state, Activity.ends_at, Activity.subject_id),
    )
    is_open_ahead = col(Activity.is_ahead) & (col(Activity.state) == ActivityState.OPEN)
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(Activity.workshop_id == bindparam("workshop"), col(Activity.binned_at).is_(None))
        .where((col(Activity.id) == bindparam("shown")) | is_open_ahead)
        .order_by(Activity.rank)
    )


@cache
def _journey() -> Any:  # noqa: ANN401 - a select of three columns
    return (
        select(Touchpoint.id, Touchpoint.name, Phase.name)
        .join(Phase, col(Phase.id) == Touchpoint.phase_id)
        .where(Touchpoint.project_id == bindparam("project"), is_there())
        .order_by(Phase.rank, Touchpoint.rank)
    )


@cache
def _ballot() -> Any:  # noqa: ANN401 - a select of four columns
    return select(Ballot.content, Ballot.name, Ballot.department, Ballot.is_done).where(
        Ballot.activity_id == bindparam("activity"), Ballot.pseudonym == bindparam("pseudonym")
    )


@cache
def _cards() -> Any:  # noqa: ANN401 - a select of six columns
    columns = (Card.id, Card.kind, Card.text, Card.touchpoint_id, Card.name, Card.due_on)
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(Card.activity_id == bindparam("activity"), Card.pseudonym == bindparam("pseudonym"))
        .where(col(Card.binned_at).is_(None))
        .order_by(Card.rank)
    )
