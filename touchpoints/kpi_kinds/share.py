"""A share of any kind; of a survey's scale the best two points."""

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
    id="share",
    name=N_("Share"),
    explanation=N_("How many of n, such as calls that were answered at once."),
    unit="",
    direction=Direction.UP,
    writing=Writing.SHARE,
    needs=(Need.N, Need.FAVOURABLE),
    low=0,
    high=1,
    estimate=estimate_share,
    difference=differ_in_share,
    of_counts=share_of_counts,
    questions=("rating", "overall", "csat", "ces", "nps"),
    of_answers=of_answers,
)
