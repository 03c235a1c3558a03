"""A figure that says something about customers: its value, its 95 % interval, the answers behind it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from touchpoints.statistics.counts import NoAnswers
from touchpoints.statistics.scale import Scale

Z = 1.96


@dataclass(frozen=True)
class Estimate:
    """A value with its 95 % interval, both in the same unit; `n` is the number of people who answered.

    `low` and `high` are None together: the answers carry no interval, or every customer answered.
    """

    value: float
    low: float | None
    high: float | None
    n: int

    @property
    def has_interval(self) -> bool:
        """Whether the ends are known."""
        return self.low is not None


def wilson(count: int, n: int) -> Estimate:
    """The share 0-1 of `count` among `n` answers with its Wilson interval; raises NoAnswers for n = 0."""
    if not n:
        raise NoAnswers
    return Estimate(count / n, *wilson_interval(count / n, n), n)


def wilson_interval(share: float, n: float) -> tuple[float, float]:
    """The interval of a share 0-1 from n answers, effective ones too (Wilson 1927, uncorrected)."""
    middle = share + Z**2 / (2 * n)
    reach = Z * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    shrink = 1 + Z**2 / n
    return max(0.0, (middle - reach) / shrink), min(1.0, (middle + reach) / shrink)


def on_common_scale(estimate: Estimate, scale: Scale) -> Estimate:
    """A mean of `scale` on the journey's -2..+2; the ends change places where the lowest point is best."""
    value = scale.to_common(estimate.value)
    if estimate.low is None or estimate.high is None:
        return Estimate(value, None, None, estimate.n)
    low, high = sorted((scale.to_common(estimate.low), scale.to_common(estimate.high)))
    return Estimate(value, low, high, estimate.n)
