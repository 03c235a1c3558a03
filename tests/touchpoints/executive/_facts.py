"""Small facts of a project for the tests of an executive's page, built by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.touchpoints._kpis import action as span
from tests.touchpoints._kpis import course, share
from tests.touchpoints._plans import MONDAY, action
from touchpoints.effect import Yardstick
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.executive.watched_kpi import WatchedKpi
from touchpoints.kpi_course import KpiCourse
from touchpoints.model import ActionStatus, BudgetKind, Direction
from touchpoints.plan import Cost, PlannedAction

TODAY = MONDAY
TARGET = 0.7
# Of a thousand answers each, so that their intervals are clear of the target.
ABOVE, BELOW, NEAR = share(800, 1000), share(500, 1000), share(70, 100)
_FEBRUARY = span("Train", date(2025, 2, 1), date(2025, 2, 20))


def watched(drawn: KpiCourse, number: int = 1, **fields: Any) -> WatchedKpi:
    """A KPI of which more is better."""
    return WatchedKpi(UUID(int=number), drawn, Yardstick(drawn.kind, Direction.UP), TODAY, **fields)


def reached(number: int = 1) -> WatchedKpi:
    return watched(course(ABOVE, target=TARGET), number)


def missed(number: int = 2) -> WatchedKpi:
    """Below its target, whose day was yesterday."""
    drawn = course(BELOW, target=TARGET)
    return watched(replace(drawn, target_on=TODAY - timedelta(days=1)), number)


def ahead(number: int = 3) -> WatchedKpi:
    """Below its target, whose day is tomorrow."""
    drawn = course(BELOW, target=TARGET)
    return watched(replace(drawn, target_on=TODAY + timedelta(days=1)), number)


def unclear(number: int = 4) -> WatchedKpi:
    return watched(course(NEAR, target=TARGET), number)


def unmeasured(number: int = 5) -> WatchedKpi:
    return watched(course(target=TARGET), number)


def without_target(number: int = 6) -> WatchedKpi:
    return watched(course(NEAR, target=None), number)


def improved(number: int = 7) -> WatchedKpi:
    """Without a target; better after an action of February."""
    return watched(_moved(BELOW, ABOVE), number)


def worsened(number: int = 8) -> WatchedKpi:
    return watched(_moved(ABOVE, BELOW), number)


def unmoved(number: int = 9) -> WatchedKpi:
    return watched(_moved(NEAR, NEAR), number)


def _moved(before: Any, after: Any) -> KpiCourse:
    return course(before, before, after, target=None, actions=(_FEBRUARY,))


def done(number: int, **fields: Any) -> PlannedAction:
    return action(number, status=ActionStatus.DONE, **fields)


def costs(planned: int, spent: int) -> dict[BudgetKind, Cost]:
    return {BudgetKind.OTHER: Cost(Decimal(planned), Decimal(spent))}


def facts(*kpis: WatchedKpi, **fields: Any) -> ExecutiveFacts:
    """The facts of a project in euros, today."""
    return ExecutiveFacts(today=TODAY, currency="EUR", kpis=kpis, **fields)
