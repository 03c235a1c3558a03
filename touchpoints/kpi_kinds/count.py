"""Count: how often something happens."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import KpiKind, Need, Writing
from touchpoints.kpi_kinds._means import differ_in_mean, estimate_mean
from touchpoints.messages import N_
from touchpoints.model import Direction

KIND = KpiKind(
    id="count",
    name=N_("Count"),
    explanation=N_("How often something happens, such as complaints a month."),
    unit="",
    direction=Direction.DOWN,
    writing=Writing.NUMBER,
    needs=(Need.N, Need.SD),
    estimate=estimate_mean,
    difference=differ_in_mean,
    low=0,
    interval_months=1,
)
