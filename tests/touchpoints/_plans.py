"""Actions for the tests of the plan, written with what matters to a test alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from touchpoints.model import ActionStatus, BudgetKind
from touchpoints.plan import Cost, PlannedAction

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    """So many days after the Monday on which all tests happen."""
    return MONDAY + timedelta(days=number)


def action(number: int, *needs: int, **fields: Any) -> PlannedAction:
    """An action by its number, which is its name, too; dates as numbers of days, amounts by kind."""
    dates = {name: day(fields.pop(name)) for name in ("starts_on", "due_on") if fields.get(name) is not None}
    budget: dict[BudgetKind, Cost] = fields.pop("budget", {})
    empty = dict.fromkeys(("touchpoint_id", "touchpoint", "owner_id", "owner", "done_on", "saving_per_year"))
    given = {"status": ActionStatus.PLANNED, "starts_on": None, "due_on": None, **empty, **fields, **dates}
    return PlannedAction(
        id=UUID(int=number),
        name=str(number),
        budget=budget,
        needs=tuple(UUID(int=needed) for needed in needs),
        **given,
    )
