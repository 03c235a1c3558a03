"""Reveals: what the room has answered becomes a frozen picture, and nothing is shown before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col, select

from storage.access import Actor
from storage.activity_course import pressed
from storage.frozen_pictures import thaw
from storage.intents import NoSuchRow, Work, intent
from storage.revealing import add_reveal, answers_of, count_people
from storage.revisions import WORKSHOP
from storage.store import Store
from storage.take_over import land
from touchpoints.model import Activity, ActivityState, Reveal, Workshop, WorkshopState
from touchpoints.room.picture import Picture
from touchpoints.room.reveal import named_picture
from touchpoints.room.staging import from_the_first_screen


@dataclass(frozen=True)
class RevealedPicture:
    """The latest reveal of an activity: its number, when it was, and how many had answered by then.

    A figure whose `since` is smaller than `number` is an older one that stands: fewer people than the floor
    have answered or changed their answer since. `stands_since` is when the oldest of them was drawn, None
    where there is none.
    """

    number: int
    at: datetime
    n: int
    picture: Picture
    stands_since: datetime | None = None


@dataclass(frozen=True)
class ActivityRecord:
    """What stays of an activity: its question, when it was, how many answered, and the result."""

    activity_id: UUID
    kind: str
    title: str
    is_named: bool
    opened_at: datetime | None
    revealed: RevealedPicture | None


@intent("reveal activity", WORKSHOP)
def reveal_activity(work: Work, activity_id: UUID, shown_version: int) -> None:
    """Freeze what was answered so far as a picture, and take no more answers until it is opened again.

    What the room says where nothing stands in the project yet lands there at once.
    Too few answers are no fault: the picture then says that they are too few.

    Raises:
        PressedMeanwhile: it was changed since it was shown. WorkshopIsOver.
    """
    activity = work.find(Activity, activity_id)
    if activity.state is ActivityState.REVEALED and activity.version != shown_version:
        return  # two who wanted the same both have it
    activity = pressed(work, activity_id, shown_version)
    add_reveal(work, activity)
    land(work, activity)
    # A second press on what is revealed already changes nothing else that would tell the two apart.
    flag_modified(activity, "state")
    settings = from_the_first_screen(activity.settings)
    work.change(activity, state=ActivityState.REVEALED, ends_at=None, left_seconds=None, settings=settings)


def read_picture(store: Store, actor: Actor, project_id: UUID, activity_id: UUID) -> RevealedPicture | None:
    """What the last reveal of an activity has shown; None before the first.

    An activity that shows names shows its answers live, with 0 as its number before the first reveal.
    """
    with store.reading(actor, project_id) as session:
        asked = {"project": project_id, "activity": activity_id}
        row = session.execute(_latest(), asked).first()
        if row is None:
            raise NoSuchRow
        activity, state, number = row[0], row[1], row[2]
        if activity.is_named and state is not WorkshopState.CONCLUDED:
            n = count_people(session, activity)
            live = named_picture(answers_of(session, activity))
            return RevealedPicture(number or 0, store.now(), n, live) if n else None
        return None if number is None else _with_age(session, activity_id, _picture(row[2:]))


def _with_age(session: Session, activity_id: UUID, found: RevealedPicture) -> RevealedPicture:
    """Asked of the database only where an old figure stands, which is seldom."""
    first = min(found.picture.reveals, default=found.number)
    if first == found.number:
        return found
    query = select(Reveal.at).where(Reveal.activity_id == activity_id, Reveal.number == first)
    return replace(found, stands_since=session.exec(query).one())


def list_records(
    store: Store, actor: Actor, project_id: UUID, workshop_id: UUID
) -> tuple[ActivityRecord, ...]:
    """What stays of each activity of a workshop, in the order of the agenda."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(_records(), {"project": project_id, "workshop": workshop_id}).all()
    drawn = {(row.id, row.number): row.at for row in rows}
    # Ordered by the number of the reveal: the last row of an activity is its latest reveal.
    return tuple({row.id: _record(row, drawn) for row in rows}.values())


def _record(row: Any, drawn: Mapping[tuple[UUID, int], datetime]) -> ActivityRecord:  # noqa: ANN401 - as below
    """A row of the columns below; `drawn` says when each reveal was."""
    revealed = None if row.number is None else _picture(row[5:])
    if revealed is not None:
        first = min(revealed.picture.reveals, default=revealed.number)
        stands_since = drawn[row.id, first] if first < revealed.number else None
        revealed = replace(revealed, stands_since=stands_since)
    return ActivityRecord(row.id, row.kind, row.title, row.is_named, row.opened_at, revealed)


def _picture(row: Any) -> RevealedPicture:  # noqa: ANN401 - a row of the four columns
    number, at, n, picture = row
    return RevealedPicture(number, at, n, thaw(picture))


# Read at every run of console and wall.
@cache
def _latest() -> Any:  # noqa: ANN401 - a select of six columns
    return (
        select(Activity, Workshop.state, Reveal.number, Reveal.at, Reveal.n, Reveal.picture)  # type: ignore[call-overload] # typed for up to four columns
        .join(Workshop, col(Workshop.id) == Activity.workshop_id)
        .outerjoin(Reveal, col(Reveal.activity_id) == Activity.id)
        .where(Activity.project_id == bindparam("project"), Activity.id == bindparam("activity"))
        .order_by(col(Reveal.number).desc())
        .limit(1)
    )


@cache
def _records() -> Any:  # noqa: ANN401 - a select of nine columns
    columns = (
        *(Activity.id, Activity.kind, Activity.title, Activity.is_named, Activity.opened_at),
        *(Reveal.number, Reveal.at, Reveal.n, Reveal.picture),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Reveal, col(Reveal.activity_id) == Activity.id)
        .where(Activity.project_id == bindparam("project"), Activity.workshop_id == bindparam("workshop"))
        .where(col(Activity.binned_at).is_(None))
        .order_by(Activity.rank, Reveal.number)
    )
