"""The customer segments of a project: groups of customers who are served alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import Work, intent
from storage.ranks import rank_between
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Segment, SegmentInput


class NameIsTaken(TouchpointsError):
    """Two segments of one name could not be told apart in any list."""

    sentence = N_("There is a customer segment “{name}” already. Give this one another name.")


class NameIsUsedAgain(TouchpointsError):
    """There is another segment of the same name by now, and nobody could tell the two apart."""

    sentence = N_(
        "Nothing was brought back, because there is another customer segment “{name}” by now. "
        "Give that one another name first."
    )


@dataclass(frozen=True)
class SegmentEntry:
    """A segment in the order of the lists."""

    id: UUID
    name: str
    version: int


def list_segments(store: Store, actor: Actor, project_id: UUID) -> tuple[SegmentEntry, ...]:
    """The segments of a project in order."""
    query = (
        select(Segment.id, Segment.name, Segment.version)
        .where(Segment.project_id == project_id, col(Segment.binned_at).is_(None))
        .order_by(Segment.rank)
    )
    with store.reading(actor, project_id) as session:
        return tuple(SegmentEntry(*row) for row in session.exec(query))


@intent("add segment")
def add_segment(work: Work, name: str) -> UUID:
    """Add a segment at the end of the list; one of this name that is there already is taken."""
    given = checked(SegmentInput, {"name": name})
    query = select(Segment).where(Segment.project_id == work.project).order_by(Segment.rank)
    rows = list(work.session.exec(query))
    for row in rows:
        if row.binned_at is None and row.name.casefold() == given.name.casefold():
            return row.id
    rank = rank_between(rows[-1].rank if rows else None, None)
    return work.add(Segment(**given.model_dump(), project_id=work.project, rank=rank)).id


@intent("change segment")
def change_segment(work: Work, segment_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited name of a segment; raises NameIsTaken, UnusableInput, VersionConflict."""
    stored = work.find(Segment, segment_id).model_dump(include=set(SegmentInput.model_fields))
    given = checked(SegmentInput, stored | dict(changes))
    if _is_used(work, given.name, but_for=segment_id):
        raise NameIsTaken(name=given.name)
    work.save(Segment, segment_id, shown_version, given.model_dump(include=set(changes)))


@intent("throw segment away")
def bin_segment(work: Work, segment_id: UUID) -> None:
    """Throw a segment into the bin, where it keeps its encounters and targets."""
    work.bin(work.find(Segment, segment_id))


@intent("restore segment")
def restore_segment(work: Work, segment_id: UUID) -> None:
    """Take a segment out of the bin; raises NameIsUsedAgain."""
    restore_with_name(work, segment_id)


def restore_with_name(work: Work, segment_id: UUID) -> None:
    """The same as part of a larger intent: no two segments may be called alike."""
    segment = work.find(Segment, segment_id)
    if _is_used(work, segment.name, but_for=segment_id):
        raise NameIsUsedAgain(name=segment.name)
    work.restore(segment)


def _is_used(work: Work, name: str, but_for: UUID) -> bool:
    """Whether another segment that is there is called so, in capital letters or not."""
    others = select(Segment.name).where(
        Segment.project_id == work.project, Segment.id != but_for, col(Segment.binned_at).is_(None)
    )
    return any(other.casefold() == name.casefold() for other in work.session.exec(others))
