"""The journey as it stands: what the team sees now, where it shall be, and what customers measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from touchpoints.kpi_status import Standing
from touchpoints.messages import Message, message, plural
from touchpoints.standing import View
from touchpoints.statistics import Estimate
from touchpoints.target_journey import TargetJourney, TargetPoint

# So many lines one sheet of paper holds beside everything else.
MOST_STOPS = 16


@dataclass(frozen=True)
class Stop:
    """A touchpoint with three levels on -2..+2, each None where nobody knows or set it.

    `current` is the team's median, `measured` the customers' mean; the two are never mixed.
    """

    id: str
    name: str
    phase: str
    current: float | None
    target: float | None
    measured: Estimate | None

    @property
    def standing(self) -> Standing:
        """How the measured level stands to the target; told only where chance is ruled out."""
        if self.target is None:
            return Standing.NO_TARGET
        if self.measured is None or self.measured.low is None or self.measured.high is None:
            return Standing.OPEN
        if self.measured.low >= self.target:
            return Standing.REACHED
        return Standing.MISSED if self.measured.high < self.target else Standing.OPEN

    @property
    def gap(self) -> float:
        """How much is missing to the target, as customers say, else as the team does."""
        known = self.measured.value if self.measured else self.current
        return 0.0 if self.target is None or known is None else self.target - known


@dataclass(frozen=True)
class JourneyNow:
    """The stops that matter most, in the order of the journey, out of `all` touchpoints."""

    stops: tuple[Stop, ...]
    all: int
    wave: str = ""

    @property
    def answers(self) -> tuple[int, int] | None:
        """The fewest and the most answers behind a measured level."""
        counts = [stop.measured.n for stop in self.stops if stop.measured]
        return (min(counts), max(counts)) if counts else None


def journey_now(
    journey: TargetJourney, medians: Mapping[str, float], chosen: Collection[str], most: int = MOST_STOPS
) -> JourneyNow:
    """The chosen touchpoints, without any those with a target, else all that are rated.

    `journey` carries customers' levels where there are any; `medians` are those of the team.
    """
    staying = [point for point in journey.points if point.ending is None]
    stops = [_stop(point, journey.view, medians) for point in staying]
    known = [stop for stop in stops if stop.id in chosen] or [
        stop for stop in stops if stop.target is not None
    ]
    known = known or [stop for stop in stops if stop.measured or stop.current is not None]
    widest = sorted(known, key=lambda stop: -stop.gap)[:most]
    return JourneyNow(tuple(stop for stop in known if stop in widest), len(stops), journey.wave)


def _stop(point: TargetPoint, view: View | None, medians: Mapping[str, float]) -> Stop:
    measured = point.current if view is View.CUSTOMER else None
    current = medians.get(point.touchpoint_id)
    return Stop(point.touchpoint_id, point.name, point.phase, current, point.target, measured)


def finding_of_now(journey: JourneyNow) -> Message:
    """How many targets are reached as customers measure it; without customers, as the team sees it."""
    aimed = [stop for stop in journey.stops if stop.target is not None]
    if not aimed:
        return message("No target has been set yet")
    measured = Counter(stop.standing for stop in aimed if stop.measured)
    if not measured:
        return _finding_of_team(aimed)
    return plural(
        "Of {count} target that customers rated: {reached} reached, {missed} clearly not",
        "Of {count} targets that customers rated: {reached} reached, {missed} clearly not",
        measured.total(),
        reached=measured[Standing.REACHED],
        missed=measured[Standing.MISSED],
    )


def _finding_of_team(aimed: Sequence[Stop]) -> Message:
    rated = [stop for stop in aimed if stop.current is not None]
    if not rated:
        return message("Targets are set, and nobody has rated the touchpoints yet")
    below = sum(stop.gap > 0 for stop in rated)
    return plural(
        "The team sees {count} of {all} touchpoints below its target; no customer was asked yet",
        "The team sees {count} of {all} touchpoints below their targets; no customer was asked yet",
        below,
        all=len(rated),
    )
