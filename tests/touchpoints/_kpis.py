"""Small KPIs for tests, built by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from touchpoints.effect import ActionSpan, Yardstick, effect_of
from touchpoints.kpi_course import KpiCourse
from touchpoints.kpi_kinds import Evidence, kind_of
from touchpoints.kpi_status import status_of
from touchpoints.kpi_values import KpiValue
from touchpoints.model import Direction


def value(kind: str, day: date, evidence: Evidence, days: int = 1) -> KpiValue:
    """A value about so many days from this one on."""
    last = day + timedelta(days=days - 1)
    return KpiValue(day, last, evidence, kind_of(kind).estimate(evidence))


def share(good: int, n: int, customers: int | None = None) -> Evidence:
    """So many of n."""
    return Evidence(good / n, n, favourable=good / n, customers=customers)


def score(promoters: int, detractors: int, n: int) -> Evidence:
    """The NPS of so many promoters and detractors among n."""
    found = Evidence(100 * (promoters - detractors) / n, n)
    return replace(found, favourable=promoters / n, unfavourable=detractors / n)


def action(name: str = "Train", begin: date | None = None, end: date | None = None) -> ActionSpan:
    """An action from one day to another."""
    return ActionSpan(f"id-{name}", name, "id-hotline", begin, end)


def course(
    *evidences: Evidence,
    kind: str = "share",
    target: float | None = 0.7,
    actions: tuple[ActionSpan, ...] = (),
    name: str = "Calls answered",
) -> KpiCourse:
    """A KPI measured once a month from January 2025 on."""
    months = [date(2025 + month // 12, month % 12 + 1, 1) for month in range(len(evidences))]
    values = tuple(value(kind, day, one, 28) for day, one in zip(months, evidences, strict=True))
    yardstick = Yardstick(kind_of(kind), Direction.UP)
    return KpiCourse(
        name,
        kind_of(kind),
        "",
        values,
        status_of(kind_of(kind), values[-1] if values else None, target, Direction.UP),
        target=target,
        effects=tuple(effect_of(one, values, yardstick, actions) for one in actions),
    )
