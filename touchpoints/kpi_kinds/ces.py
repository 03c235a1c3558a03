"""Customer effort score: the share of those who found it easy."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import Evidence, KpiKind, Need, Writing
from touchpoints.kpi_kinds._shares import differ_in_share, estimate_share, share_of_counts, share_of_points
from touchpoints.messages import N_
from touchpoints.model import Direction
from touchpoints.statistics import CES_BOXES, CES_SCALES, PointCounts, Scale


def of_answers(counts: PointCounts, scale: Scale) -> Evidence:
    """The leading share of easy answers, in the version whose scale this is; else the best two."""
    boxes = {CES_SCALES[version]: boxes for version, boxes in CES_BOXES.items()}.get(scale, 2)
    return share_of_points(counts.on(scale), scale.top(boxes))


KIND = KpiKind(
    id="ces",
    name=N_("CES"),
    explanation=N_(
        "How many of those who answered found it easy: the best three of seven, or the best two of five."
    ),
    unit="",
    direction=Direction.UP,
    writing=Writing.SHARE,
    needs=(Need.N, Need.FAVOURABLE),
    low=0,
    high=1,
    estimate=estimate_share,
    difference=differ_in_share,
    of_counts=share_of_counts,
    questions=("ces",),
    of_answers=of_answers,
)
