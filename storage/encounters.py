"""The matrix of segments and shortlisted touchpoints: how often they meet, in whatever period it was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor
from storage.intents import Work, intent
from storage.store import Store
from touchpoints.frequency import converted
from touchpoints.model import Depth, Encounter, EncounterInput, Period, Phase, Segment, Touchpoint

Pair = tuple[UUID, UUID]


@dataclass(frozen=True)
class EncounterMatrix:
    """Segments and touchpoints in order with their names; `cells` by (segment, touchpoint)."""

    segments: tuple[tuple[UUID, str], ...]
    touchpoints: tuple[tuple[UUID, str], ...]
    cells: Mapping[Pair, tuple[Decimal, Period]]

    def frequency(self, segment: UUID, touchpoint: UUID, period: Period) -> float | None:
        """How often in this period, to four figures; None where nobody said."""
        found = self.cells.get((segment, touchpoint))
        return None if found is None else float(f"{converted(found[0], found[1], period):.4g}")

    @property
    def state(self) -> int:
        """Another number when a cell has changed, so that an editor starts from what is stored."""
        return hash((self.segments, self.touchpoints, tuple(sorted(map(str, self.cells.items())))))


def read_matrix(store: Store, actor: Actor, project_id: UUID) -> EncounterMatrix:
    """The matrix; several occasions of one pair are one cell, the one told first."""
    with store.reading(actor, project_id) as session:
        segments = session.exec(
            select(Segment.id, Segment.name)
            .where(Segment.project_id == project_id, col(Segment.binned_at).is_(None))
            .order_by(Segment.rank)
        )
        touchpoints = session.exec(
            select(Touchpoint.id, Touchpoint.name)
            .join(Phase, col(Phase.id) == Touchpoint.phase_id)
            .where(Touchpoint.project_id == project_id, col(Touchpoint.binned_at).is_(None))
            .where(col(Touchpoint.depth) != Depth.ALL)
            .order_by(Phase.rank, Touchpoint.rank)
        )
        rows = session.exec(
            select(Encounter)
            .where(Encounter.project_id == project_id, col(Encounter.binned_at).is_(None))
            .order_by(Encounter.occasion)
        )
        cells: dict[Pair, tuple[Decimal, Period]] = {}
        for row in rows:
            if row.frequency is not None:
                cells.setdefault((row.segment_id, row.touchpoint_id), (row.frequency, row.period))
        return EncounterMatrix(tuple(segments.all()), tuple(touchpoints.all()), cells)


@intent("set frequencies")
def set_frequencies(work: Work, cells: Mapping[Pair, float | None], period: Period) -> None:
    """Set how often in the period segments meet touchpoints; None takes an encounter away."""
    for (segment_id, touchpoint_id), frequency in cells.items():
        work.find(Segment, segment_id)
        work.find(Touchpoint, touchpoint_id)
        _set(work, segment_id, touchpoint_id, frequency, period)


def _set(work: Work, segment_id: UUID, touchpoint_id: UUID, frequency: float | None, period: Period) -> None:
    query = select(Encounter).where(
        Encounter.segment_id == segment_id, Encounter.touchpoint_id == touchpoint_id
    )
    rows = sorted(work.session.exec(query), key=lambda row: (row.binned_at is not None, row.occasion))
    amount = None if frequency is None else round(Decimal(str(frequency)), 2)
    if not rows and amount is not None:
        values = EncounterInput(
            segment_id=segment_id, touchpoint_id=touchpoint_id, frequency=amount, period=period
        )
        work.add(Encounter(**values.model_dump(), project_id=work.project))
    elif rows and amount is None:
        work.bin(rows[0])
    elif rows:
        work.change(rows[0], frequency=amount, period=period, binned_at=None)
