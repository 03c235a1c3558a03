"""The matrix of segments and shortlisted touchpoints: on which occasion and how often they meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy import tuple_
from sqlmodel import Session, col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import Work, intent
from storage.presence import is_there
from storage.store import Store
from touchpoints.frequency import converted
from touchpoints.model import Depth, Encounter, EncounterInput, Period, Phase, Segment, Touchpoint

Pair = tuple[UUID, UUID]


@dataclass(frozen=True)
class Meeting:
    """One occasion on which a segment meets a touchpoint, as often as it was told."""

    occasion: str
    frequency: Decimal | None
    period: Period
    roles: str


@dataclass(frozen=True)
class EncounterMatrix:
    """Segments and touchpoints in order with their names; `cells` by (segment, touchpoint)."""

    segments: tuple[tuple[UUID, str], ...]
    touchpoints: tuple[tuple[UUID, str], ...]
    cells: Mapping[Pair, tuple[Meeting, ...]]

    def frequency(self, pair: Pair, period: Period) -> float | None:
        """How often in this period, all occasions together; None where nobody said."""
        told = [meeting for meeting in self.cells.get(pair, ()) if meeting.frequency is not None]
        return sum(converted(one.frequency or 0, one.period, period) for one in told) if told else None

    def has_several(self, pair: Pair) -> bool:
        """Whether they meet on more than one occasion, so that one number cannot be told for all."""
        return len(self.cells.get(pair, ())) > 1

    @property
    def bare(self) -> int:
        """How many cells of the matrix say only that they meet, neither why nor how often."""
        shown = {id_ for id_, _ in self.touchpoints}
        return sum(
            touchpoint in shown and not any(one.occasion or one.frequency is not None for one in meetings)
            for (_, touchpoint), meetings in self.cells.items()
        )


@dataclass(frozen=True)
class Stroke:
    """What is put into a cell: how often (None: only that they meet), on which occasion, with which roles.

    An occasion or roles that are "" are not said: what is known of them stays.
    """

    frequency: float | None
    period: Period
    occasion: str = ""
    roles: str = ""


@dataclass(frozen=True)
class Kept:
    """An encounter as it was, so that painting can be undone."""

    id: UUID
    is_binned: bool
    occasion: str
    frequency: Decimal | None
    period: Period
    roles: str


def read_matrix(store: Store, actor: Actor, project_id: UUID) -> EncounterMatrix:
    """The matrix of the shortlist, which the key touchpoints belong to."""
    with store.reading(actor, project_id) as session:
        segments = session.exec(
            select(Segment.id, Segment.name)
            .where(Segment.project_id == project_id, col(Segment.binned_at).is_(None))
            .order_by(Segment.rank)
        )
        touchpoints = session.exec(
            select(Touchpoint.id, Touchpoint.name)
            .join(Phase, col(Phase.id) == Touchpoint.phase_id)
            .where(Touchpoint.project_id == project_id, is_there())
            .where(col(Touchpoint.depth) != Depth.ALL)
            .order_by(Phase.rank, Touchpoint.rank)
        )
        cells = _cells(session, project_id)
        return EncounterMatrix(tuple(segments.all()), tuple(touchpoints.all()), cells)


def _cells(session: Session, project_id: UUID) -> dict[Pair, tuple[Meeting, ...]]:
    told = (Encounter.occasion, Encounter.frequency, col(Encounter.period), Encounter.roles)
    query = (
        select(Encounter.segment_id, Encounter.touchpoint_id, *told)  # type: ignore[call-overload] # typed for up to four columns
        .where(Encounter.project_id == project_id, col(Encounter.binned_at).is_(None))
        .order_by(Encounter.occasion)
    )
    found: dict[Pair, list[Meeting]] = defaultdict(list)
    for row in session.execute(query):
        found[row[0], row[1]].append(Meeting(*row[2:]))
    return {pair: tuple(meetings) for pair, meetings in found.items()}


@intent("paint encounters")
def paint(work: Work, strokes: Mapping[Pair, Stroke | None]) -> None:
    """Put a stroke into each cell; None takes all encounters of the cell away.

    Without an occasion a stroke changes the one encounter that is there; where there are several it changes
    none, since it cannot be known which is meant.
    """
    for (segment_id, touchpoint_id), stroke in strokes.items():
        work.find(Segment, segment_id)
        work.find(Touchpoint, touchpoint_id)
        rows = _rows(work.session, [(segment_id, touchpoint_id)])
        if stroke is None:
            for row in (one for one in rows if one.binned_at is None):
                work.bin(row)
        else:
            _put(work, (segment_id, touchpoint_id), rows, stroke)


def _put(work: Work, pair: Pair, rows: Sequence[Encounter], stroke: Stroke) -> None:
    amount, period = _as_stored(stroke)
    there = [row for row in rows if row.binned_at is None]
    if len(there) > 1 and not stroke.occasion:
        return
    meant = _meant(rows, there, stroke.occasion)
    occasion = stroke.occasion or (meant.occasion if meant and there else "")
    where = {"segment_id": pair[0], "touchpoint_id": pair[1]}
    roles = stroke.roles or (meant.roles if meant else "")
    told = {"occasion": occasion, "frequency": amount, "period": period, "roles": roles}
    given = checked(EncounterInput, where | told)
    if meant is None:
        work.add(Encounter(**given.model_dump(), project_id=work.project))
    elif meant.binned_at is None and amount is None:
        # That they meet says nothing against how often.
        work.change(meant, occasion=given.occasion, roles=given.roles)
    else:
        work.change(meant, **given.model_dump(include=set(told)), binned_at=None)


def _meant(rows: Sequence[Encounter], there: Sequence[Encounter], occasion: str) -> Encounter | None:
    """The encounter that a stroke changes: of this occasion, or the only one if no other is said."""
    same = [row for row in rows if row.occasion == occasion]
    if occasion:
        return next(iter(same), None) or next((row for row in there if not row.occasion), None)
    return next(iter(there), None) or next(iter(same), None)


def _as_stored(stroke: Stroke) -> tuple[Decimal | None, Period]:
    """The amount with two decimals; what these would falsify, such as 0.003 a day, is told by the year."""
    if stroke.frequency is None:
        return None, stroke.period
    told = round(Decimal(str(stroke.frequency)), 2)
    if float(told) == stroke.frequency:
        return told, stroke.period
    by_year = converted(stroke.frequency, stroke.period, Period.YEAR)
    return round(Decimal(str(by_year)), 2), Period.YEAR


def kept_at(store: Store, actor: Actor, project_id: UUID, pairs: Collection[Pair]) -> tuple[Kept, ...]:
    """The encounters of these cells as they are now, those in the bin too."""
    with store.reading(actor, project_id) as session:
        return tuple(
            Kept(row.id, row.binned_at is not None, row.occasion, row.frequency, row.period, row.roles)
            for row in _rows(session, pairs)
            if row.project_id == project_id
        )


@intent("put encounters back")
def put_encounters_back(work: Work, pairs: Collection[Pair], kept: Sequence[Kept]) -> None:
    """Undo painting: what was there is as it was, what was not goes into the bin."""
    before = {one.id: one for one in kept}
    for row in _rows(work.session, pairs):
        work.find(Encounter, row.id)
        one = before.get(row.id)
        if one is None or one.is_binned:
            work.bin(row)
        else:
            work.change(
                row,
                occasion=one.occasion,
                frequency=one.frequency,
                period=one.period,
                roles=one.roles,
                binned_at=None,
            )


def _rows(session: Session, pairs: Collection[Pair]) -> Sequence[Encounter]:
    place = tuple_(col(Encounter.segment_id), col(Encounter.touchpoint_id))
    query = select(Encounter).where(place.in_(pairs)).order_by(Encounter.occasion)
    return session.exec(query).all()
