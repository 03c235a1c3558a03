"""Kinds whose value is a share 0-1 of those who answered: Wilson's interval, Newcombe's for a difference."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import Evidence
from touchpoints.statistics import (
    Difference,
    Estimate,
    PointCounts,
    Sample,
    leading_share,
    share_difference,
    wilson_interval,
)


def estimate_share(evidence: Evidence) -> Estimate:
    """The share with Wilson's interval, none where n is unknown or everybody answered."""
    n = evidence.interval_n
    low, high = (None, None) if n is None else wilson_interval(evidence.value, n)
    return Estimate(evidence.value, low, high, evidence.n or 0)


def differ_in_share(earlier: Evidence, later: Evidence) -> Difference:
    """The difference of two shares; without an n of both there is no interval."""
    if earlier.n is None or later.n is None:
        return Difference(later.value - earlier.value)
    return share_difference(*(Sample(one.value, one.interval_n) for one in (earlier, later)))


def share_of_points(counts: PointCounts, points: tuple[int, ...]) -> Evidence:
    """The leading share on some points: weighted where the answers carry weights."""
    share = leading_share(counts, points)
    return Evidence(share.value, share.n, counts.effective_n, favourable=share.value)


def share_of_counts(n: int, favourable: int, _unfavourable: int) -> float:
    """The share that so many of n make."""
    return favourable / n
