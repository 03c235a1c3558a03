"""The customer segments of a project: groups of customers who are served alike."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import Work, intent
from storage.ranks import rank_between
from storage.store import Store
from touchpoints.model import Segment, SegmentInput


@dataclass(frozen=True)
class SegmentEntry:
    """A segment in the order of the lists."""

    id: UUID
    name: str


def list_segments(store: Store, actor: Actor, project_id: UUID) -> tuple[SegmentEntry, ...]:
    """The segments of a project in order."""
    query = (
        select(Segment.id, Segment.name)
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


@intent("take added segment back")
def take_back_segment(work: Work, segment_id: UUID) -> None:
    """Undo the adding of a segment: it goes into the bin."""
    work.bin(work.find(Segment, segment_id))
