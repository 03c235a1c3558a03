"""Money: an amount in the project's currency."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import KpiKind, Need, Writing
from touchpoints.kpi_kinds._means import differ_in_mean, estimate_mean
from touchpoints.messages import N_
from touchpoints.model import Direction

KIND = KpiKind(
    id="money",
    name=N_("Money"),
    explanation=N_("An amount of money, such as the cost of a case or the revenue of a customer."),
    unit="",
    direction=Direction.DOWN,
    writing=Writing.NUMBER,
    needs=(Need.N, Need.SD),
    estimate=estimate_mean,
    difference=differ_in_mean,
    interval_months=1,
    is_money=True,
)
