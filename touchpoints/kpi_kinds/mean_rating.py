"""Mean rating: the mean of answers in points of their scale."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import Evidence, KpiKind, Need, Writing
from touchpoints.kpi_kinds._means import differ_in_mean, estimate_mean
from touchpoints.messages import N_
from touchpoints.model import Direction
from touchpoints.statistics import PointCounts, Scale, leading_mean, leading_sd


def of_answers(counts: PointCounts, scale: Scale) -> Evidence:
    """The leading mean with its spread, in points of the question's own scale."""
    mean = leading_mean(counts, scale)
    return Evidence(mean.value, mean.n, counts.effective_n, sd=leading_sd(counts))


KIND = KpiKind(
    id="mean_rating",
    name=N_("Mean rating"),
    explanation=N_("The mean of all answers, in points of their scale."),
    unit=N_("points"),
    direction=Direction.UP,
    writing=Writing.NUMBER,
    needs=(Need.N, Need.SD),
    estimate=estimate_mean,
    difference=differ_in_mean,
    questions=("rating", "overall", "csat", "ces", "nps"),
    of_answers=of_answers,
    is_in_points=True,
)
