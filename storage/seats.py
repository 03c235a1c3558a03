"""The seats of a workshop: who comes in with the code, and keeps the same seat through lock and restart."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, exists, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.access import GUEST, Actor, ActorKind, NotAllowed, Right, Seat, Standing
from storage.intents import NoSuchRow, Work, intent
from storage.revisions import CONTENT, ROOM, WORKSHOP, raise_revision
from storage.store import Store
from storage.workshops import CODE_SIGNS
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Activity,
    ActivityState,
    Participant,
    Project,
    Revision,
    Workshop,
    WorkshopState,
)


class WrongCode(TouchpointsError):
    """No workshop can be joined with this code."""

    sentence = N_(
        "There is no open workshop with this code. Compare it with the wall: "
        "it has eight letters and digits, and neither 0 nor O, 1 nor I."
    )


class NotBegun(WrongCode):
    """The code is right, and nobody is let in yet."""

    sentence = N_("The workshop has not begun yet. Try again in a moment.")


@dataclass(frozen=True)
class WayIn:
    """What somebody reads before he joins."""

    workshop_id: UUID
    workshop: str
    project_id: UUID
    project: str
    language: str


@dataclass(frozen=True)
class ParticipantEntry:
    """Somebody in the room; the name is empty unless an activity needed it."""

    id: UUID
    version: int
    name: str
    table_number: int | None
    is_writer: bool
    is_acted: bool
    joined_at: datetime


@dataclass(frozen=True)
class TablePlace:
    """Where somebody sits, and whether his phone is the one that writes for the table."""

    table_number: int | None
    is_writer: bool = False


def deal_places(ids: Sequence[UUID], tables: int) -> dict[UUID, TablePlace]:
    """So many tables, as equally full as can be; the first at each writes for it.

    Whoever came together sits at different tables.
    """
    return {id_: TablePlace(place % tables + 1, place < tables) for place, id_ in enumerate(ids)}


def tidy_code(typed: str) -> str:
    """A code as it was made, however it was typed: without blanks and hyphens, in capital letters."""
    return "".join(sign for sign in typed.upper() if sign in CODE_SIGNS)


def find_way_in(store: Store, code: str) -> WayIn:
    """The workshop that a code opens; anybody may ask. Raises WrongCode, NotBegun."""
    with store.unchecked() as session:
        return _way_in(session, code)


def join_workshop(store: Store, code: str, token: str | None = None, *, is_acted: bool = False) -> str:
    """Take a seat: the token for the cookie, the same one where it has a seat there.

    Raises:
        WrongCode, NotBegun.
    """
    with store.unchecked() as session:
        way_in = _way_in(session, code)
        found = _seat(session.connection(), token) if token else None
    if token and found is not None and found.workshop_id == way_in.workshop_id:
        return token
    token = secrets.token_urlsafe(32)
    with store.writing() as session:
        session.add(
            Participant(
                workshop_id=way_in.workshop_id,
                project_id=way_in.project_id,
                token_hash=_hash(token),
                joined_at=store.now(),
                is_acted=is_acted,
            )
        )
        raise_revision(session, way_in.project_id, ROOM)
    return token


def participant_of(store: Store, token: str | None) -> Actor:
    """Who a seat's token stands for, looked up at every run; a guest where it stands for nobody."""
    if not token:
        return GUEST
    with store.glancing() as connection:
        found = _seat(connection, token)
    return Actor(ActorKind.PARTICIPANT, seat=found) if found else GUEST


def leave_workshop(store: Store, token: str) -> None:
    """Give a seat up; what was answered from it stays."""
    with store.writing() as session:
        query = select(Participant).where(Participant.token_hash == _hash(token))
        found = session.exec(query).first()
        if found is not None and found.left_at is None:
            found.left_at = store.now()
            raise_revision(session, found.project_id, ROOM)


def list_participants(
    store: Store, actor: Actor, project_id: UUID, workshop_id: UUID
) -> tuple[ParticipantEntry, ...]:
    """Who is in, in the order of coming."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        rows = session.execute(_list(), {"project": project_id, "workshop": workshop_id})
        return tuple(ParticipantEntry(*row) for row in rows)


def number_of_seat(store: Store, actor: Actor) -> int:
    """Which one of those who are in a seat is, in the order of coming. Raises NotAllowed without a seat."""
    if actor.seat is None:
        raise NotAllowed
    asked = {"workshop": actor.seat.workshop_id, "participant": actor.seat.participant_id}
    with store.glancing() as connection:
        return int(connection.execute(_number(), asked).scalar_one())


@intent("seat people", ROOM)
def seat_people(work: Work, workshop_id: UUID, places: Mapping[UUID, TablePlace]) -> None:
    """Say of each of these people at which table he sits, and whether he writes for it; raises NoSuchRow."""
    # Phones hear of nothing but what is on, and who writes is a part of it.
    work.raised.add(WORKSHOP)
    for participant_id, place in places.items():
        row = _of_workshop(work, workshop_id, participant_id)
        if (row.table_number, row.is_writer) != (place.table_number, place.is_writer):
            work.change(row, table_number=place.table_number, is_writer=place.is_writer)


def _of_workshop(work: Work, workshop_id: UUID, participant_id: UUID) -> Participant:
    row = work.find(Participant, participant_id)
    if row.workshop_id != workshop_id:
        raise NoSuchRow
    return row


def _way_in(session: Session, code: str) -> WayIn:
    found = session.execute(_of_code(), {"code": tidy_code(code)}).first()
    if found is None:
        is_planned = session.execute(_planned(), {"code": tidy_code(code)}).first()
        raise NotBegun if is_planned else WrongCode
    return WayIn(*found)


def _seat(connection: Connection, token: str) -> Seat | None:
    found = connection.execute(_of_token(), {"token_hash": _hash(token)}).first()
    return Seat(found[0], found[1], found[2], token, Standing(*found[3:])) if found else None


def _hash(token: str) -> str:
    """SHA-256 is enough for tokens of 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def standing_columns() -> tuple[Any, ...]:
    """The columns of a Standing, for a select from the participants."""
    writing = aliased(Participant)
    writer = (
        select(func.max(writing.name))
        .where(writing.workshop_id == Participant.workshop_id)
        .where(writing.table_number == Participant.table_number)
        .where(col(writing.is_writer), col(writing.left_at).is_(None))
        .scalar_subquery()
    )
    revision, content = (
        select(func.coalesce(func.max(Revision.number), 0))
        .where(Revision.project_id == Participant.project_id, Revision.scope == scope)
        .scalar_subquery()
        for scope in (WORKSHOP, CONTENT)
    )
    about = (Participant.name, Participant.table_number, Participant.is_writer)
    return *about, writer.label("writer"), revision.label("revision"), content.label("content_revision")


# Asked by a hundred phones within the same minute, and at every run of each.
@cache
def _of_token() -> Any:  # noqa: ANN401 - a select of nine columns
    columns = (Participant.id, Participant.workshop_id, Participant.project_id, *standing_columns())
    return (
        select(*columns)
        .join(Workshop, col(Workshop.id) == Participant.workshop_id)
        .join(Project, col(Project.id) == Participant.project_id)
        .where(Participant.token_hash == bindparam("token_hash"), col(Participant.left_at).is_(None))
        .where(col(Workshop.binned_at).is_(None), col(Project.binned_at).is_(None))
    )


@cache
def _of_code() -> Any:  # noqa: ANN401 - a select of five columns
    is_open_ahead = exists().where(
        col(Activity.workshop_id) == Workshop.id,
        col(Activity.is_ahead),
        col(Activity.state) == ActivityState.OPEN,
        col(Activity.binned_at).is_(None),
    )
    is_planned = col(Workshop.state) == WorkshopState.PLANNED
    return (
        select(Workshop.id, Workshop.name, Project.id, Project.name, Project.language)  # type: ignore[call-overload] # typed for up to four columns
        .join(Project, col(Project.id) == Workshop.project_id)
        .where(Workshop.code == bindparam("code"))
        .where((col(Workshop.state) == WorkshopState.OPEN) | (is_planned & is_open_ahead))
        .where(col(Workshop.binned_at).is_(None), col(Project.binned_at).is_(None))
    )


@cache
def _planned() -> Any:  # noqa: ANN401 - a select of one column
    return (
        select(Workshop.id)
        .join(Project, col(Project.id) == Workshop.project_id)
        .where(Workshop.code == bindparam("code"), Workshop.state == WorkshopState.PLANNED)
        .where(col(Workshop.binned_at).is_(None), col(Project.binned_at).is_(None))
    )


@cache
def _number() -> Any:  # noqa: ANN401 - a select of one number
    mine = aliased(Participant)
    came_before = (col(Participant.joined_at) < mine.joined_at) | (
        (col(Participant.joined_at) == mine.joined_at) & (col(Participant.id) <= mine.id)
    )
    return (
        select(func.count())
        .select_from(Participant)
        .join(mine, col(mine.id) == bindparam("participant"))
        .where(Participant.workshop_id == bindparam("workshop"), col(Participant.left_at).is_(None))
        .where(came_before)
    )


@cache
def _list() -> Any:  # noqa: ANN401 - a select of seven columns
    columns = (
        *(Participant.id, Participant.version, Participant.name, Participant.table_number),
        *(Participant.is_writer, Participant.is_acted, Participant.joined_at),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(Participant.project_id == bindparam("project"))
        .where(Participant.workshop_id == bindparam("workshop"), col(Participant.left_at).is_(None))
        .order_by(Participant.joined_at, Participant.id)
    )
