"""Retention: the share of customers who stayed."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import KpiKind, Need, Writing
from touchpoints.kpi_kinds._shares import differ_in_share, estimate_share, share_of_counts
from touchpoints.messages import N_
from touchpoints.model import Direction

KIND = KpiKind(
    id="retention",
    name=N_("Retention"),
    explanation=N_("How many of the customers of a period are still customers at its end."),
    unit="",
    direction=Direction.UP,
    writing=Writing.SHARE,
    needs=(Need.N, Need.FAVOURABLE),
    low=0,
    high=1,
    estimate=estimate_share,
    difference=differ_in_share,
    of_counts=share_of_counts,
    interval_months=12,
)
