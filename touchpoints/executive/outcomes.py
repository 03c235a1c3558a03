"""What worked and what did not: the KPIs before and after the actions that shall move them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from touchpoints.effect import Effect, Verdict
from touchpoints.executive.watched_kpi import WatchedKpi


@dataclass(frozen=True)
class Outcome:
    """An action with one KPI that it shall move, before and after; nobody claims that it was the cause."""

    kpi: WatchedKpi
    effect: Effect


@dataclass(frozen=True)
class Outcomes:
    """All comparisons that can be judged, the newest first; `unclear` show no difference."""

    better: tuple[Outcome, ...]
    worse: tuple[Outcome, ...]
    unclear: tuple[Outcome, ...]

    @property
    def judged(self) -> int:
        """How many there are."""
        return len(self.better) + len(self.worse) + len(self.unclear)


def outcomes_of(kpis: Iterable[WatchedKpi]) -> Outcomes:
    """The comparisons of all KPIs; what has no value before or after is left out."""
    found = [Outcome(kpi, effect) for kpi in kpis for effect in kpi.course.effects]
    newest_first = sorted(found, key=_measured_on, reverse=True)
    return Outcomes(
        _with(newest_first, Verdict.BETTER),
        _with(newest_first, Verdict.WORSE),
        _with(newest_first, Verdict.NO_DIFFERENCE_SHOWN, Verdict.NO_NOTICEABLE_DIFFERENCE),
    )


def _with(outcomes: Iterable[Outcome], *verdicts: Verdict) -> tuple[Outcome, ...]:
    return tuple(one for one in outcomes if one.effect.verdict in verdicts)


def _measured_on(outcome: Outcome) -> date:
    after = outcome.effect.after
    return after.ends_on if after else date.min
