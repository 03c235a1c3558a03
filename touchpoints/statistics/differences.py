"""How far a figure moved between two independent samples, with the 95 % interval of the difference.

An n of None says that everybody who counts was asked: the figure is exact, and chance had no part in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, sqrt

from touchpoints.statistics.estimates import Z, wilson_interval
from touchpoints.statistics.means import upper_t
from touchpoints.statistics.net_promoter import adjusted_score

Interval = tuple[float, float]


@dataclass(frozen=True)
class Difference:
    """Later minus earlier in the unit of the figure; `low` and `high` are None together: no interval."""

    points: float
    low: float | None = None
    high: float | None = None

    @property
    def is_clear_of_zero(self) -> bool:
        """Whether chance alone does not explain it."""
        return self.low is not None and self.high is not None and not self.low <= 0 <= self.high


@dataclass(frozen=True)
class Sample:
    """A share, or a mean with its spread, and the n that stands in its interval."""

    value: float
    n: float | None
    sd: float = 0.0

    @property
    def variance(self) -> float:
        """The variance of the mean."""
        return self.sd**2 / self.n if self.n else 0.0


@dataclass(frozen=True)
class Score:
    """The shares of promoters and detractors, and the n that stands in the interval."""

    promoters: float
    detractors: float
    n: float | None

    @property
    def adjusted(self) -> Interval:
        """The adjusted difference of the two shares and its variance."""
        if self.n is None:
            return self.promoters - self.detractors, 0.0
        return adjusted_score(self.promoters, self.detractors, self.n)


def score_interval(score: Score) -> tuple[float, float]:
    """The adjusted Wald interval of one score, clipped to ±100."""
    middle, variance = score.adjusted
    reach = Z * sqrt(variance)
    return max(-100.0, 100 * (middle - reach)), min(100.0, 100 * (middle + reach))


def share_difference(earlier: Sample, later: Sample) -> Difference:
    """Two shares 0-1, by the hybrid score interval (Newcombe 1998, method 10): it joins their Wilson ends."""
    points = later.value - earlier.value
    (low1, high1), (low2, high2) = _wilson(earlier), _wilson(later)
    down = hypot(later.value - low2, high1 - earlier.value)
    up = hypot(high2 - later.value, earlier.value - low1)
    return Difference(points, points - down, points + up)


def mean_difference(earlier: Sample, later: Sample) -> Difference:
    """Two means with unequal spreads, by Welch's t (Welch 1947)."""
    points = later.value - earlier.value
    error = sqrt(earlier.variance + later.variance)
    reach = upper_t(_degrees(earlier, later)) * error if error else 0.0
    return Difference(points, points - reach, points + reach)


def score_difference(earlier: Score, later: Score) -> Difference:
    """Two net promoter scores from -100 to +100: z on the adjusted differences, their variances added.

    `points` is the difference of the scores as shown; the interval rests on the adjusted ones, which lie a
    little nearer to zero.
    """
    points = 100 * (later.promoters - later.detractors - earlier.promoters + earlier.detractors)
    (before, before_variance), (after, after_variance) = earlier.adjusted, later.adjusted
    moved, reach = after - before, Z * sqrt(before_variance + after_variance)
    return Difference(points, 100 * (moved - reach), 100 * (moved + reach))


def _wilson(sample: Sample) -> Interval:
    return (sample.value, sample.value) if sample.n is None else wilson_interval(sample.value, sample.n)


def _degrees(earlier: Sample, later: Sample) -> float:
    """Satterthwaite's degrees of freedom."""
    both = [sample for sample in (earlier, later) if sample.n and sample.n > 1]
    spent = sum(sample.variance**2 / ((sample.n or 0) - 1) for sample in both)
    return (earlier.variance + later.variance) ** 2 / spent
