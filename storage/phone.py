"""What one phone shows: its workshop, what is on there, and what this phone has answered so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.access import Actor, NotAllowed, Seat
from storage.activity_subjects import SubjectEntry, subjects_of
from storage.presence import is_there
from storage.store import Store
from storage.taking_part import pseudonym
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


@dataclass(frozen=True)
class OwnCard:
    """A card that this phone has written."""

    id: UUID
    kind: CardKind
    text: str
    touchpoint_id: UUID | None


@dataclass(frozen=True)
class PhoneView:
    """All that a phone shows; `activities` has what is on the wall first, then what is open ahead."""

    workshop: str
    state: WorkshopState
    floor: int
    name: str
    department: str
    table_number: int | None
    is_writer: bool
    # Who writes for the table of this phone; "" where he gave no name, None where nobody does.
    writer: str | None
    activities: tuple[PhoneActivity, ...]


@dataclass(frozen=True)
class OwnBallot:
    """What one person at a phone has answered in an activity."""

    subjects: tuple[SubjectEntry, ...]
    content: Mapping[str, Any]
    name: str
    department: str
    is_done: bool
    cards: tuple[OwnCard, ...]


def read_phone(store: Store, actor: Actor) -> PhoneView:
    """What is on for a seat; raises NotAllowed where there is none."""
    seat = actor.seat
    if seat is None:
        raise NotAllowed
    with store.unchecked() as session:
        found = session.execute(_workshop(), {"participant": seat.participant_id}).first()
        if found is None:
            raise NotAllowed
        asked = {"workshop": seat.workshop_id, "shown": found.shown_id}
        activities = [PhoneActivity(*row) for row in session.execute(_activities(), asked)]
        activities.sort(key=lambda one: one.id != found.shown_id)
        name, state, floor, own_name, department, number, is_writer, writer, _ = found
        on = tuple(activities)
        return PhoneView(name, state, floor, own_name, department, number, is_writer, writer, on)


def read_own_ballot(store: Store, actor: Actor, activity_id: UUID, person: int = 1) -> OwnBallot:
    """What this phone has answered in an activity of its workshop; raises NotAllowed without a seat."""
    seat = actor.seat
    if seat is None:
        raise NotAllowed
    with store.unchecked() as session:
        return _own_ballot(session, seat, activity_id, person)


def read_journey(store: Store, actor: Actor) -> tuple[tuple[str, str, str], ...]:
    """Id, name and phase of every touchpoint: cards may be about any. Raises NotAllowed without a seat."""
    if actor.seat is None:
        raise NotAllowed
    with store.unchecked() as session:
        rows = session.execute(_journey(), {"project": actor.seat.project_id})
        return tuple((str(id_), name, phase) for id_, name, phase in rows)


def _own_ballot(session: Session, seat: Seat, activity_id: UUID, person: int) -> OwnBallot:
    asked = {"project": seat.project_id, "activity": activity_id}
    subjects = tuple(SubjectEntry(*row) for row in session.execute(subjects_of(), asked))
    own = {"activity": activity_id, "pseudonym": pseudonym(seat, activity_id, person)}
    content, name, department, is_done = session.execute(_ballot(), own).first() or ({}, "", "", False)
    cards = tuple(OwnCard(*row) for row in session.execute(_cards(), own))
    return OwnBallot(subjects, content, name, department, is_done, cards)


# Asked at every run of every phone, so they are put together once.
@cache
def _workshop() -> Any:  # noqa: ANN401 - a select of nine columns
    writing = aliased(Participant)
    writer = (
        select(func.max(writing.name))
        .where(writing.workshop_id == Workshop.id, writing.table_number == Participant.table_number)
        .where(col(writing.is_writer), col(writing.left_at).is_(None))
        .scalar_subquery()
    )
    columns = (
        *(Workshop.name, Workshop.state, Workshop.floor, Participant.name, Participant.department),
        *(Participant.table_number, Participant.is_writer, writer.label("writer"), Workshop.shown_id),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .join(Participant, col(Participant.workshop_id) == Workshop.id)
        .where(Participant.id == bindparam("participant"), col(Participant.left_at).is_(None))
        .where(col(Workshop.binned_at).is_(None))
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
def _cards() -> Any:  # noqa: ANN401 - a select of four columns
    return (
        select(Card.id, Card.kind, Card.text, Card.touchpoint_id)
        .where(Card.activity_id == bindparam("activity"), Card.pseudonym == bindparam("pseudonym"))
        .where(col(Card.binned_at).is_(None))
        .order_by(Card.rank)
    )
