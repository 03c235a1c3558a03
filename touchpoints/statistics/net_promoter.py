"""The Net Promoter Score with its adjusted Wald interval, and its change between two waves."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt

from touchpoints.statistics.counts import PointCounts
from touchpoints.statistics.estimates import Z
from touchpoints.statistics.finite_base import interval_n
from touchpoints.statistics.scale import Scale

NPS_SCALE = Scale(0, 10, best=10)
PROMOTERS = range(9, 11)
PASSIVES = range(7, 9)
DETRACTORS = range(7)


@dataclass(frozen=True)
class Nps:
    """A score from -100 to +100 with its interval (None where every customer answered), and who is behind it.

    `promoters`, `passives` and `detractors` are people, also where the score is weighted.
    """

    score: float
    low: float | None
    high: float | None
    n: int
    promoters: int
    passives: int
    detractors: int


@dataclass(frozen=True)
class NpsChange:
    """How far the score moved, in points, later minus earlier; z and the two-sided p of "it did not move"."""

    points: float
    low: float
    high: float
    z: float
    p: float

    @property
    def is_shown(self) -> bool:
        """Whether the interval is clear of zero."""
        return abs(self.z) > Z


def nps(counts: PointCounts, *, customers: int | None = None) -> Nps:
    """The unweighted score; see `leading_nps`. Segments are pooled as counts, their scores never averaged."""
    return leading_nps(counts.unweighted(), customers=customers)


def weighted_nps(counts: PointCounts, *, customers: int | None = None) -> Nps | None:
    """The weighted score with the effective n in its interval; None where the answers carry no weights."""
    return leading_nps(counts, customers=customers) if counts.is_weighted else None


def leading_nps(counts: PointCounts, *, customers: int | None = None) -> Nps:
    """The score that a screen shows first: weighted where the answers carry weights.

    Interval: adjusted Wald, three answers added as 3/4, 3/2, 3/4 (Rocks 2016), clipped to ±100.
    Raises NoAnswers, AnswerOffTheScale, MoreAnswersThanCustomers.
    """
    score = 100 * (counts.on(NPS_SCALE).share_of(PROMOTERS) - counts.share_of(DETRACTORS))
    low, high = _interval(counts, interval_n(counts, customers))
    people = (sum(counts.n.get(point, 0) for point in group) for group in (PROMOTERS, PASSIVES, DETRACTORS))
    return Nps(score, low, high, counts.total, *people)


def nps_change(earlier: PointCounts, later: PointCounts) -> NpsChange:
    """The z-test of two independent waves on the adjusted differences, their variances added.

    Weighted where both waves carry weights. `points` is the difference of the two scores as shown; test and
    interval rest on the adjusted ones, which lie a little nearer to zero. Raises as `leading_nps`.
    """
    if not (earlier.is_weighted and later.is_weighted):
        earlier, later = earlier.unweighted(), later.unweighted()
    points = leading_nps(later).score - leading_nps(earlier).score
    (before, before_variance), (after, after_variance) = (
        _adjusted(wave, wave.effective_n) for wave in (earlier, later)
    )
    moved, error = after - before, sqrt(before_variance + after_variance)
    z = moved / error
    return NpsChange(points, 100 * (moved - Z * error), 100 * (moved + Z * error), z, erfc(abs(z) / sqrt(2)))


def _interval(counts: PointCounts, n: float | None) -> tuple[float | None, float | None]:
    if n is None:
        return None, None
    middle, variance = _adjusted(counts, n)
    reach = Z * sqrt(variance)
    return max(-100.0, 100 * (middle - reach)), min(100.0, 100 * (middle + reach))


def _adjusted(counts: PointCounts, n: float) -> tuple[float, float]:
    return adjusted_score(counts.share_of(PROMOTERS), counts.share_of(DETRACTORS), n)


def adjusted_score(promoters: float, detractors: float, n: float) -> tuple[float, float]:
    """The adjusted difference d' = p'P - p'D of two shares, and its variance (p'P + p'D - d'^2) / n'.

    n' = n + 3 and p' = (count + 0.75) / n'.
    """
    promoters, detractors = ((share * n + 0.75) / (n + 3) for share in (promoters, detractors))
    difference = promoters - detractors
    return difference, (promoters + detractors - difference**2) / (n + 3)
