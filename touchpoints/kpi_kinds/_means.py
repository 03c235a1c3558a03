"""Kinds whose value is a mean, or an amount: t intervals where spread and n are known, else none."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import Evidence
from touchpoints.statistics import Difference, Estimate, Sample, mean_difference, stated_interval

# A small base narrows an interval, and does not make nine answers ten.
FEWEST_ANSWERS = 10


def estimate_mean(evidence: Evidence) -> Estimate:
    """The mean with its t interval; none without spread, and for fewer than ten answers."""
    is_enough = (evidence.n or 0) >= FEWEST_ANSWERS
    low, high = stated_interval(evidence.value, evidence.sd, evidence.interval_n if is_enough else None)
    return Estimate(evidence.value, low, high, evidence.n or 0)


def differ_in_mean(earlier: Evidence, later: Evidence) -> Difference:
    """The difference of two means by Welch's t; without an interval of both there is none."""
    both = (earlier, later)
    if not all(one.is_exact or estimate_mean(one).has_interval for one in both):
        return Difference(later.value - earlier.value)
    return mean_difference(*(Sample(one.value, one.interval_n, one.sd or 0.0) for one in both))
