"""One KPI as an executive watches it: where it stands today, how it moved, and what is done about it next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from touchpoints.effect import Verdict, Yardstick, verdict_of
from touchpoints.kpi_course import KpiCourse
from touchpoints.kpi_status import Standing
from touchpoints.kpi_words import STANDING_SIGNS, STANDING_WORDS
from touchpoints.messages import N_
from touchpoints.plan import PlannedAction


class KpiState(StrEnum):
    """Where a KPI stands, the gravest first; a target whose day lies ahead cannot have been missed yet."""

    MISSED = "missed"
    AHEAD = "ahead"
    OPEN = "open"
    NO_TARGET = "no target"
    REACHED = "reached"


STATE_WORDS: Mapping[KpiState, str] = {
    KpiState.MISSED: STANDING_WORDS[Standing.MISSED],
    KpiState.AHEAD: N_("not reached yet"),
    KpiState.OPEN: STANDING_WORDS[Standing.OPEN],
    KpiState.NO_TARGET: STANDING_WORDS[Standing.NO_TARGET],
    KpiState.REACHED: STANDING_WORDS[Standing.REACHED],
}
# Each with a shape of its own, since colour is never the only sign.
STATE_SIGNS: Mapping[KpiState, str] = {
    KpiState.MISSED: STANDING_SIGNS[Standing.MISSED],
    KpiState.AHEAD: "▽",
    KpiState.OPEN: STANDING_SIGNS[Standing.OPEN],
    KpiState.NO_TARGET: STANDING_SIGNS[Standing.NO_TARGET],
    KpiState.REACHED: STANDING_SIGNS[Standing.REACHED],
}
_STATES = {
    Standing.REACHED: KpiState.REACHED,
    Standing.OPEN: KpiState.OPEN,
    Standing.NO_TARGET: KpiState.NO_TARGET,
}


@dataclass(frozen=True)
class WatchedKpi:
    """A KPI with its course until `today`, by what its changes are judged, and who answers for it.

    `waits` says that a value is overdue.
    """

    id: UUID
    course: KpiCourse
    yardstick: Yardstick
    today: date
    owner: str | None = None
    next_action: PlannedAction | None = None
    waits: bool = False

    @property
    def state(self) -> KpiState:
        """Where it stands."""
        standing, day = self.course.status.standing, self.course.target_on
        if standing is Standing.MISSED:
            return KpiState.AHEAD if day is not None and day >= self.today else KpiState.MISSED
        return _STATES[standing]

    @property
    def moved(self) -> Verdict:
        """What the change since the value before tells; open with fewer than two values."""
        change = self.course.change
        return Verdict.OPEN if change is None else verdict_of(change, self.yardstick)


def next_of(actions: Iterable[PlannedAction]) -> PlannedAction | None:
    """What is done next: the unfinished action that is due first; those without a day come last."""
    unfinished = (one for one in actions if not one.is_finished)
    return min(unfinished, key=lambda one: one.due_on or date.max, default=None)


def first_to_watch(kpis: Sequence[WatchedKpi], most: int) -> tuple[WatchedKpi, ...]:
    """As many as a page holds: all in their order, of too many the gravest."""
    if len(kpis) <= most:
        return tuple(kpis)
    gravest = sorted(kpis, key=lambda one: list(KpiState).index(one.state))[:most]
    return tuple(one for one in kpis if one in gravest)
