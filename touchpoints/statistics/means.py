"""Mean ratings with their t interval, from counts."""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

from touchpoints.statistics.counts import NoAnswers, PointCounts
from touchpoints.statistics.estimates import Estimate
from touchpoints.statistics.finite_base import interval_n
from touchpoints.statistics.scale import Scale

FEWEST_FOR_AN_INTERVAL = 10
UPPER_TAIL = 0.975


def mean_rating(counts: PointCounts, scale: Scale, *, customers: int | None = None) -> Estimate:
    """The unweighted mean in points of the scale; see `leading_mean`."""
    return leading_mean(counts.unweighted(), scale, customers=customers)


def weighted_mean(counts: PointCounts, *, customers: int | None = None) -> Estimate | None:
    """The weighted mean with the effective n in its interval; None where the answers carry no weights."""
    return _mean(counts, customers) if counts.is_weighted else None


def leading_mean(counts: PointCounts, scale: Scale, *, customers: int | None = None) -> Estimate:
    """The mean that a screen shows first: weighted where the answers carry weights.

    mean ± t(n-1) s / sqrt(n), in points of the scale, not clipped to it; no interval where s = 0, n < 10 or
    every one of `customers` answered. Raises NoAnswers, AnswerOffTheScale, MoreAnswersThanCustomers.
    """
    return _mean(counts.on(scale), customers)


def stated_mean(value: float, sd: float | None, n: int) -> Estimate:
    """A mean that came without its answers; with its standard deviation and n >= 10 it has an interval."""
    return Estimate(value, *stated_interval(value, sd, n), n)


def stated_interval(value: float, sd: float | None, n: float | None) -> tuple[float | None, float | None]:
    """The t interval of such a mean, from n answers, effective ones too; n is None where nobody told it."""
    # Rounded, as in _mean.
    if not sd or n is None or round(n, 6) < FEWEST_FOR_AN_INTERVAL:
        return None, None
    reach = upper_t(n - 1) * sd / sqrt(n)
    return value - reach, value + reach


def sd(counts: PointCounts) -> float | None:
    """The unweighted standard deviation in points (divisor n - 1); None for fewer than two answers."""
    return _sd(counts.unweighted()) if counts.total > 1 else None


def leading_sd(counts: PointCounts) -> float | None:
    """The standard deviation behind `leading_mean`; None for fewer than two answers."""
    return _sd(counts) if counts.total > 1 else None


def _mean(counts: PointCounts, customers: int | None) -> Estimate:
    value, n = _mean_value(counts), interval_n(counts, customers)
    # Rounded: ten answers of equal weight make an effective n of 9.999999999999998.
    is_enough = round(counts.effective_n, 6) >= FEWEST_FOR_AN_INTERVAL
    if n is None or not is_enough or not (spread := _sd(counts)):
        return Estimate(value, None, None, counts.total)
    reach = upper_t(n - 1) * spread / sqrt(n)
    return Estimate(value, value - reach, value + reach, counts.total)


def _mean_value(counts: PointCounts) -> float:
    if not counts.total:
        raise NoAnswers
    mass = counts.mass
    return sum(point * mass[point] for point in sorted(mass)) / sum(mass.values())


def _sd(counts: PointCounts) -> float:
    """The standard deviation, freed of bias by the effective n (n - 1 where unweighted; Kish 1965)."""
    mass, mean, n = counts.mass, _mean_value(counts), counts.effective_n
    squares = sum(mass[point] * (point - mean) ** 2 for point in sorted(mass))
    return sqrt(squares / sum(mass.values()) * n / (n - 1)) if n > 1 else 0.0


@lru_cache(maxsize=4096)
def upper_t(degrees: float) -> float:
    """The 97.5 % point of Student's t."""
    from scipy.special import stdtrit  # noqa: PLC0415 - half a second that only intervals should cost

    return float(stdtrit(degrees, UPPER_TAIL))
