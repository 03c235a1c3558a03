"""The journey as measured, ready to be shown: its points, its lines, and what stands out in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from touchpoints.messages import Message, Number, Percent, message, plural
from touchpoints.statistics import DEFAULT_THRESHOLDS, Estimate, Level, LevelThresholds


@dataclass(frozen=True)
class JourneyPoint:
    """One touchpoint of one line: `mean` on -2..+2, `disappointed` a share; None where not measured.

    `unweighted` is the plain mean beside a weighted one. `waves_without_weights` are the waves because of
    which a pooled mean is unweighted, `left_out` those that asked another question than the one shown.
    `is_asked` says that somebody was asked about the touchpoint, if not in this wave or group.
    """

    touchpoint_id: str
    name: str
    phase: str
    phase_is_before_contact: bool
    n: int
    mean: Estimate | None
    disappointed: Estimate | None
    level: Level | None
    is_withheld: bool
    source: str
    unweighted: float | None = None
    is_mean_only: bool = False
    is_asked: bool = False
    waves_without_weights: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def is_measured(self) -> bool:
        """Whether there is a mean that may be shown."""
        return self.mean is not None and not self.is_withheld

    @property
    def experience(self) -> float:
        """The mean on -2..+2; asks for a measured point."""
        if self.mean is None:
            raise ValueError(self.touchpoint_id)
        return self.mean.value

    @property
    def disappointed_share(self) -> float:
        """The share of disappointed customers, 0 where nobody knows it."""
        return self.disappointed.value if self.disappointed else 0.0


@dataclass(frozen=True)
class JourneyLine:
    """The touchpoints in journey order for all customers (label ""), one segment value or one wave."""

    label: str
    points: tuple[JourneyPoint, ...]
    thresholds: LevelThresholds = DEFAULT_THRESHOLDS

    def point(self, touchpoint_id: str) -> JourneyPoint | None:
        """The point of a touchpoint, if this line has it."""
        return next((point for point in self.points if point.touchpoint_id == touchpoint_id), None)


@dataclass(frozen=True)
class JourneySegments:
    """One line per value of a segmentation, all with the same touchpoints in the same order."""

    segmentation: str
    lines: tuple[JourneyLine, ...]


@dataclass(frozen=True)
class JourneyWaves:
    """One line per wave, oldest first; no `touchpoint_ids` means that the largest changes are shown."""

    lines: tuple[JourneyLine, ...]
    touchpoint_ids: tuple[str, ...] = ()


def measured(points: Iterable[JourneyPoint]) -> list[JourneyPoint]:
    """The points whose mean may be shown, in the order given."""
    return [point for point in points if point.is_measured]


def withheld(points: Iterable[JourneyPoint]) -> list[JourneyPoint]:
    """The points that have answers, but too few to be shown."""
    return [point for point in points if point.is_withheld]


def unmeasured(points: Iterable[JourneyPoint]) -> list[JourneyPoint]:
    """The points without a figure that were not withheld either."""
    return [point for point in points if point.mean is None and not point.is_withheld]


def by_disappointment(points: Iterable[JourneyPoint]) -> list[JourneyPoint]:
    """The points with a share of disappointed customers, the largest share first."""
    known = [point for point in measured(points) if point.disappointed is not None]
    return sorted(known, key=lambda point: point.disappointed_share, reverse=True)


def most_disappointing(points: Iterable[JourneyPoint]) -> JourneyPoint | None:
    """The point with the largest share of disappointed customers."""
    return next(iter(by_disappointment(points)), None)


def mean_digits(mean: Estimate) -> int:
    """The decimals that a mean on -2..+2 carries: a second one where the interval is narrower than 0.1."""
    return 2 if _is_narrow(mean, 0.1) else 1


def share_digits(share: Estimate) -> int:
    """The decimals that a share in per cent carries: one where the interval is narrower than two per cent."""
    return 1 if _is_narrow(share, 0.02) else 0


def _is_narrow(estimate: Estimate, width: float) -> bool:
    return estimate.low is not None and estimate.high is not None and estimate.high - estimate.low < width


def sources(lines: Iterable[JourneyLine]) -> list[str]:
    """Where the measured points come from, the most frequent source first."""
    counted = Counter(point.source for line in lines for point in measured(line.points) if point.source)
    return [source for source, _ in counted.most_common()]


def finding_of_journey(line: JourneyLine) -> Message:
    """What one line says: where customers are most disappointed, as far as the intervals allow."""
    ordered = by_disappointment(line.points)
    if not ordered:
        return _lowest_experience(line.points)
    worst = ordered[0]
    if not worst.disappointed_share:
        return message("No customer rates a touchpoint in the two worst boxes")
    rivals = [point for point in ordered[1:] if _may_be_equal(point.disappointed, worst.disappointed)]
    return _most_disappointed(worst) if not rivals else _most_disappointed_among(worst, rivals)


def _lowest_experience(points: Iterable[JourneyPoint]) -> Message:
    lowest = min(measured(points), key=lambda point: point.experience, default=None)
    if lowest is None or lowest.mean is None:
        return message("No touchpoint has been measured yet")
    return message(
        "The lowest experience is at {touchpoint}: {mean}",
        touchpoint=lowest.name,
        mean=Number(lowest.experience, mean_digits(lowest.mean), signed=True),
    )


def _most_disappointed(worst: JourneyPoint) -> Message:
    share = worst.disappointed
    if share is None or share.low is None or share.high is None:
        return message(
            "Customers are most disappointed at {touchpoint}: {share} rate it in the two worst boxes",
            touchpoint=worst.name,
            share=Percent(worst.disappointed_share),
        )
    digits = share_digits(share)
    return message(
        "Customers are most disappointed at {touchpoint}: {share} ({low} to {high}) "
        "rate it in the two worst boxes",
        touchpoint=worst.name,
        share=Percent(share.value, digits),
        low=Percent(share.low, digits),
        high=Percent(share.high, digits),
    )


def _most_disappointed_among(worst: JourneyPoint, rivals: list[JourneyPoint]) -> Message:
    return plural(
        "{most}; {other} cannot be told apart from it",
        "{most}; {count} others cannot be told apart from it",
        len(rivals),
        most=_most_disappointed(worst),
        other=rivals[0].name,
    )


def _may_be_equal(one: Estimate | None, other: Estimate | None) -> bool:
    """Whether two intervals overlap: stricter than a test of the difference, as fits a pick among many."""
    if one is None or other is None or one.high is None or other.low is None:
        return True
    return one.high >= other.low
