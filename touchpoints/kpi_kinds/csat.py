"""Customer satisfaction: the share of the best two answers."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import Evidence, KpiKind, Need, Writing
from touchpoints.kpi_kinds._shares import differ_in_share, estimate_share, share_of_counts, share_of_points
from touchpoints.messages import N_
from touchpoints.model import Direction
from touchpoints.statistics import PointCounts, Scale


def of_answers(counts: PointCounts, scale: Scale) -> Evidence:
    """The leading share of the best two points."""
    return share_of_points(counts.on(scale), scale.top(2))


KIND = KpiKind(
    id="csat",
    name=N_("CSAT"),
    explanation=N_("How many of those who answered are satisfied: the best two points of the scale."),
    unit="",
    direction=Direction.UP,
    writing=Writing.SHARE,
    needs=(Need.N, Need.FAVOURABLE),
    low=0,
    high=1,
    estimate=estimate_share,
    difference=differ_in_share,
    of_counts=share_of_counts,
    questions=("csat", "overall"),
    of_answers=of_answers,
)
