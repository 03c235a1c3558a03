"""Shares of answers on chosen points, with Wilson intervals: boxes, CSAT, effort, recommendation rate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from touchpoints.statistics.counts import PointCounts
from touchpoints.statistics.estimates import Estimate, wilson_interval
from touchpoints.statistics.finite_base import interval_n
from touchpoints.statistics.means import leading_mean
from touchpoints.statistics.scale import Scale

CSAT_SCALE = Scale(1, 5, best=5)
RECOMMENDATION_SCALE = Scale(0, 1, best=1)
# Version 1.0 asked how much effort it took, so its low end is the good one, and on five points.
CES_SCALES = {"1.0": Scale(1, 5, best=1), "2.0": Scale(1, 7, best=7)}
# Best two of five by analogy with CSAT; best three of seven is the published reading of 2.0.
CES_BOXES = {"1.0": 2, "2.0": 3}


@dataclass(frozen=True)
class Ces:
    """A customer effort score: who found it easy (share 0-1), the mean on its own scale, and its version."""

    version: str
    easy: Estimate
    mean: Estimate


def leading_share(counts: PointCounts, points: Collection[int], *, customers: int | None = None) -> Estimate:
    """The share 0-1 on these points, weighted where the answers carry weights, with its Wilson interval.

    The effective n stands in the interval; no interval where every one of `customers` answered.
    Raises NoAnswers, MoreAnswersThanCustomers.
    """
    share, n = counts.share_of(points), interval_n(counts, customers)
    low, high = (None, None) if n is None else wilson_interval(share, n)
    return Estimate(share, low, high, counts.total)


def weighted_share(
    counts: PointCounts, points: Collection[int], *, customers: int | None = None
) -> Estimate | None:
    """The weighted share; None where the answers carry no weights."""
    return leading_share(counts, points, customers=customers) if counts.is_weighted else None


def top_box(counts: PointCounts, scale: Scale, boxes: int = 2, *, customers: int | None = None) -> Estimate:
    """The unweighted share of the best `boxes` points."""
    return leading_share(counts.on(scale).unweighted(), scale.top(boxes), customers=customers)


def bottom_box(
    counts: PointCounts, scale: Scale, boxes: int = 2, *, customers: int | None = None
) -> Estimate:
    """The unweighted share of the worst `boxes` points."""
    return leading_share(counts.on(scale).unweighted(), scale.bottom(boxes), customers=customers)


def csat(counts: PointCounts, *, customers: int | None = None) -> Estimate:
    """Customer satisfaction: the leading share of the best two of 1-5. The mean is a mean score, not CSAT."""
    return leading_share(counts.on(CSAT_SCALE), CSAT_SCALE.top(2), customers=customers)


def ces(counts: PointCounts, version: str = "2.0", *, customers: int | None = None) -> Ces:
    """The customer effort score of a version, "1.0" (1-5, 1 easy) or "2.0" (1-7, 7 easy), leading figures."""
    scale = CES_SCALES[version]
    easy = leading_share(counts.on(scale), scale.top(CES_BOXES[version]), customers=customers)
    return Ces(version, easy, leading_mean(counts, scale, customers=customers))


def recommendation_rate(counts: PointCounts, *, customers: int | None = None) -> Estimate:
    """New customers who came by recommendation (point 1) among those who said how they came (points 0, 1).

    "Don't know" is not "no": it is a missing answer and must not stand in the counts.
    """
    return leading_share(counts.on(RECOMMENDATION_SCALE), (RECOMMENDATION_SCALE.best,), customers=customers)
