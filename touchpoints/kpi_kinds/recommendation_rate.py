"""Recommendation rate: the share of new customers who came by recommendation."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import Evidence, KpiKind, Need, Writing
from touchpoints.kpi_kinds._shares import differ_in_share, estimate_share, share_of_counts, share_of_points
from touchpoints.messages import N_
from touchpoints.model import Direction
from touchpoints.statistics import PointCounts, Scale


def of_answers(counts: PointCounts, scale: Scale) -> Evidence:
    """The leading share of yes."""
    return share_of_points(counts.on(scale), (scale.best,))


KIND = KpiKind(
    id="recommendation_rate",
    name=N_("Recommendation rate"),
    explanation=N_("How many new customers came by recommendation, of those who said how they came."),
    unit="",
    direction=Direction.UP,
    writing=Writing.SHARE,
    needs=(Need.N, Need.FAVOURABLE),
    low=0,
    high=1,
    estimate=estimate_share,
    difference=differ_in_share,
    of_counts=share_of_counts,
    questions=("recommendation",),
    of_answers=of_answers,
)
