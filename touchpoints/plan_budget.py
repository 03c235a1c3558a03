"""What the plan costs and saves: planned, spent and forecast, by touchpoint, kind of cost and quarter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple, TypeVar
from uuid import UUID

from touchpoints.model import ActionStatus, BudgetKind
from touchpoints.plan import Cost, PlannedAction, Span

Key = TypeVar("Key", bound=Hashable)
_CENT = Decimal("0.01")
_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Sums:
    """Amounts in the currency of the project; the forecast is what it will have cost in the end."""

    planned: Decimal = _NOTHING
    spent: Decimal = _NOTHING
    forecast: Decimal = _NOTHING

    def __add__(self, other: Sums) -> Sums:
        """Both together."""
        return Sums(self.planned + other.planned, self.spent + other.spent, self.forecast + other.forecast)


@dataclass(frozen=True)
class Savings:
    """What actions save each year: those that are done already, and those that are still to do."""

    reached: Decimal = _NOTHING
    expected: Decimal = _NOTHING


class BudgetCut(StrEnum):
    """By what the budget is cut into parts."""

    KIND = "kind"
    TOUCHPOINT = "touchpoint"
    QUARTER = "quarter"


@dataclass(frozen=True)
class PlanBudget:
    """The budget in parts: kinds, quarters, or touchpoints by name; None for what has neither."""

    parts: tuple[tuple[BudgetKind | Quarter | str | None, Sums], ...]
    whole: Sums
    currency: str


class Quarter(NamedTuple):
    """Three months of a year; quarters sort by time."""

    year: int
    number: int

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def following(self) -> Quarter:
        """The one behind it."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)


def quarter_of(day: date) -> Quarter:
    """The quarter that a day falls into."""
    return Quarter(day.year, (day.month + 2) // 3)


def budget_of_plan(actions: Sequence[PlannedAction], cut: BudgetCut, currency: str) -> PlanBudget:
    """The budget cut into parts; touchpoints with the highest forecast first."""
    return PlanBudget(tuple(_parts(actions, cut)), sums_of(actions), currency)


def _parts(
    actions: Sequence[PlannedAction], cut: BudgetCut
) -> Iterable[tuple[BudgetKind | Quarter | str | None, Sums]]:
    if cut is BudgetCut.KIND:
        return sums_by_kind(actions).items()
    if cut is BudgetCut.QUARTER:
        return sums_by_quarter(actions).items()
    names = {action.touchpoint_id: action.touchpoint for action in actions}
    found = sums_by_touchpoint(actions).items()
    return sorted(((names[id_], sums) for id_, sums in found), key=lambda part: -part[1].forecast)


def sums_of(actions: Iterable[PlannedAction]) -> Sums:
    """All actions together."""
    return sum((sums for action in actions for sums in _by_kind(action).values()), Sums())


def sums_by_kind(actions: Iterable[PlannedAction]) -> dict[BudgetKind, Sums]:
    """Per kind of cost, in the order of the kinds; those without an amount are absent."""
    found = _summed((kind, sums) for action in actions for kind, sums in _by_kind(action).items())
    return {kind: found[kind] for kind in BudgetKind if kind in found}


def sums_by_touchpoint(actions: Iterable[PlannedAction]) -> dict[UUID | None, Sums]:
    """Per touchpoint, None for actions that belong to none."""
    return _summed((action.touchpoint_id, sums) for action in actions for sums in _by_kind(action).values())


def sums_by_quarter(actions: Iterable[PlannedAction]) -> dict[Quarter | None, Sums]:
    """Per quarter in order of time, at last None for actions without a date.

    Nobody notes on which day money is spent, so all three amounts of an action are spread over the quarters
    from its start to its due date, by days; an action with one date alone falls on that day. The parts of an
    amount add up to it exactly.
    """
    found = _summed((quarter, sums) for action in actions for quarter, sums in _by_quarter(action).items())
    dated = sorted(quarter for quarter in found if quarter is not None)
    return {quarter: found[quarter] for quarter in (*dated, *([None] if None in found else []))}


def savings_per_year(actions: Iterable[PlannedAction]) -> Savings:
    """What is saved each year; a dropped action saves nothing."""
    reached, expected = _NOTHING, _NOTHING
    for action in actions:
        if action.status is ActionStatus.DONE:
            reached += action.saving_per_year or _NOTHING
        elif action.status is not ActionStatus.DROPPED:
            expected += action.saving_per_year or _NOTHING
    return Savings(reached, expected)


def forecast_of(cost: Cost, *, is_finished: bool) -> Decimal:
    """What a cost comes to in the end: what was spent once nothing is left to do, else at least the plan."""
    return cost.spent if is_finished else max(cost.planned, cost.spent)


def _by_kind(action: PlannedAction) -> Mapping[BudgetKind, Sums]:
    return {
        kind: Sums(cost.planned, cost.spent, forecast_of(cost, is_finished=action.is_finished))
        for kind, cost in action.budget.items()
    }


def _by_quarter(action: PlannedAction) -> Mapping[Quarter | None, Sums]:
    whole = sums_of([action])
    if whole == Sums():
        return {}
    days = days_by_quarter(action.span)
    if not days:
        return {None: whole}
    parts = zip(
        *(spread(amount, list(days.values())) for amount in (whole.planned, whole.spent, whole.forecast)),
        strict=True,
    )
    return {quarter: Sums(*amounts) for quarter, amounts in zip(days, parts, strict=True)}


def days_by_quarter(span: Span) -> dict[Quarter, int]:
    """How many days of a span, both ends counted, lie in which quarter; none where it has no date."""
    first, last = span.starts_on or span.due_on, span.due_on or span.starts_on
    found: dict[Quarter, int] = {}
    while first is not None and last is not None and first <= last:
        quarter = quarter_of(first)
        end = min(last, quarter.following.first_day - timedelta(days=1))
        found[quarter] = (end - first).days + 1
        first = end + timedelta(days=1)
    return found


def spread(amount: Decimal, shares: Sequence[int]) -> list[Decimal]:
    """An amount in whole cents, dealt in proportion; the parts add up to it exactly."""
    parts, dealt, passed, whole = list[Decimal](), _NOTHING, 0, sum(shares)
    for share in shares:
        passed += share
        # Rounded is what has been dealt so far, so that no cent is lost on the way.
        until_now = (amount * passed / whole).quantize(_CENT, ROUND_HALF_UP)
        parts.append(until_now - dealt)
        dealt = until_now
    return parts


def _summed(amounts: Iterable[tuple[Key, Sums]]) -> dict[Key, Sums]:
    found: dict[Key, Sums] = defaultdict(Sums)
    for key, sums in amounts:
        found[key] += sums
    return dict(found)
