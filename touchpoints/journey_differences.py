"""Touchpoints compared between segments or waves, and which difference is clear enough to be named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from statistics import NormalDist

from touchpoints.journey import JourneyLine, JourneyPoint, measured
from touchpoints.messages import N_, Message, Number, message
from touchpoints.statistics import Estimate

Labelled = tuple[str, JourneyPoint]


@dataclass(frozen=True)
class Difference:
    """Two means of one touchpoint compared: `value` is second minus first, with its interval."""

    first: JourneyPoint
    second: JourneyPoint
    first_label: str
    second_label: str
    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0 or self.high < 0

    @property
    def digits(self) -> int:
        """The decimals that keep the two means apart when written."""
        return 1 if round(self.first.experience, 1) != round(self.second.experience, 1) else 2


def difference(first: Labelled, second: Labelled, comparisons: int = 1) -> Difference | None:
    """Second mean minus first, normal with both variances added; None where one mean has no interval.

    The interval is widened for the number of comparisons (Bonferroni): whoever names the largest of many
    differences finds one by chance more often than one time in twenty.
    """
    halves = _half_width(first[1].mean), _half_width(second[1].mean)
    if halves[0] is None or halves[1] is None:
        return None
    z = NormalDist().inv_cdf
    half = hypot(halves[0], halves[1]) * z(1 - 0.025 / comparisons) / z(0.975)
    value = second[1].experience - first[1].experience
    return Difference(first[1], second[1], first[0], second[0], value, value - half, value + half)


def differences(lines: Sequence[JourneyLine]) -> list[Difference]:
    """Every touchpoint compared between its lowest and its highest line, the largest difference first."""
    pairs = []
    for history in _by_touchpoint(lines):
        ordered = sorted(history, key=lambda labelled: labelled[1].experience)
        pairs.append((ordered[0], ordered[-1]))
    chances = len(lines) * (len(lines) - 1) // 2
    return _ranked(pairs, comparisons=len(pairs) * chances)


def changes(waves: Sequence[JourneyLine]) -> list[Difference]:
    """Every touchpoint compared between the first and the last wave that measured it, the largest first."""
    pairs = [(history[0], history[-1]) for history in _by_touchpoint(waves)]
    return _ranked(pairs, comparisons=len(pairs))


def finding_of_segments(lines: Sequence[JourneyLine]) -> Message:
    """What segments say together: the touchpoint at which two of them differ most, if clearly."""
    found = next((one for one in differences(lines) if one.is_clear), None)
    if found is None:
        return message("No clear difference between the groups")
    return message(
        "{first} and {second} differ most at {touchpoint}: {low} against {high}",
        first=found.first_label,
        second=found.second_label,
        touchpoint=found.first.name,
        low=Number(found.first.experience, found.digits, signed=True),
        high=Number(found.second.experience, found.digits, signed=True),
    )


ROSE = N_("{touchpoint} rose from {before} ({first}) to {after} ({last})")
FELL = N_("{touchpoint} fell from {before} ({first}) to {after} ({last})")


def finding_of_waves(found: Sequence[Difference]) -> Message:
    """What waves say: the touchpoint that changed most, if its change is clear of chance."""
    change = next((one for one in found if one.is_clear), None)
    if change is None:
        return message("No clear difference between the waves")
    return Message(
        ROSE if change.value > 0 else FELL,
        {
            "touchpoint": change.first.name,
            "before": Number(change.first.experience, change.digits, signed=True),
            "after": Number(change.second.experience, change.digits, signed=True),
            "first": change.first_label,
            "last": change.second_label,
        },
    )


def _by_touchpoint(lines: Sequence[JourneyLine]) -> list[list[Labelled]]:
    """The measured points of each touchpoint that at least two lines have."""
    found: dict[str, list[Labelled]] = {}
    for line in lines:
        for point in measured(line.points):
            found.setdefault(point.touchpoint_id, []).append((line.label, point))
    return [labelled for labelled in found.values() if len(labelled) > 1]


def _ranked(pairs: Sequence[tuple[Labelled, Labelled]], comparisons: int) -> list[Difference]:
    compared = [difference(first, second, comparisons) for first, second in pairs]
    known = [one for one in compared if one is not None]
    return sorted(known, key=lambda one: abs(one.value), reverse=True)


def _half_width(mean: Estimate | None) -> float | None:
    """Half the 95 % interval: 1.96 standard errors, a little more in small samples."""
    if mean is None or mean.low is None or mean.high is None:
        return None
    return (mean.high - mean.low) / 2
