"""What the plan costs and saves: to the cent, and alike however it is cut."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints._plans import action, day
from touchpoints.model import ActionStatus, BudgetKind
from touchpoints.plan import Cost, PlannedAction, Span
from touchpoints.plan_budget import (
    Quarter,
    Savings,
    Sums,
    days_by_quarter,
    quarter_of,
    savings_per_year,
    spread,
    sums_by_kind,
    sums_by_quarter,
    sums_by_touchpoint,
    sums_of,
)

D = Decimal
TILL = UUID(int=7)


def test_the_forecast_is_the_plan_until_more_is_spent_or_nothing_is_left_to_do() -> None:
    costs = {BudgetKind.SOFTWARE: Cost(D(100), D(20)), BudgetKind.TRAINING: Cost(D(10), D("15.50"))}
    for status in (ActionStatus.PLANNED, ActionStatus.RUNNING, ActionStatus.BLOCKED):
        assert sums_of([action(1, budget=costs, status=status)]) == Sums(D(110), D("35.50"), D("115.50"))
    for status in (ActionStatus.DONE, ActionStatus.DROPPED):
        assert sums_of([action(1, budget=costs, status=status)]) == Sums(D(110), D("35.50"), D("35.50"))


def test_amounts_are_summed_by_kind_and_touchpoint() -> None:
    actions = [
        action(1, budget={BudgetKind.TRAINING: Cost(D(10))}, touchpoint_id=TILL),
        action(2, budget={BudgetKind.TRAINING: Cost(D(5)), BudgetKind.SOFTWARE: Cost(D(1))}),
    ]
    assert sums_by_kind(actions) == {
        BudgetKind.SOFTWARE: Sums(D(1), D(0), D(1)),
        BudgetKind.TRAINING: Sums(D(15), D(0), D(15)),
    }
    assert sums_by_touchpoint(actions) == {TILL: Sums(D(10), D(0), D(10)), None: Sums(D(6), D(0), D(6))}


def test_an_action_s_money_is_spread_over_its_quarters_by_days() -> None:
    # From 2 March until 1 April 2026: 30 days in the first quarter and one in the second.
    one = action(1, starts_on=0, due_on=30, budget={BudgetKind.OTHER: Cost(D(310))})
    point = action(2, due_on=30, budget={BudgetKind.OTHER: Cost(D(5), D(7))})
    undated = action(3, budget={BudgetKind.OTHER: Cost(D(1))})
    assert sums_by_quarter([undated, point, one]) == {
        Quarter(2026, 1): Sums(D(300), D(0), D(300)),
        Quarter(2026, 2): Sums(D(15), D(7), D(17)),
        None: Sums(D(1), D(0), D(1)),
    }


@pytest.mark.parametrize(
    ("month", "number"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (12, 4)]
)
def test_a_month_falls_into_its_quarter(month: int, number: int) -> None:
    assert quarter_of(date(2026, month, 1)) == Quarter(2026, number)


def test_a_dropped_action_saves_nothing() -> None:
    actions = [
        action(1, saving_per_year=D(100), status=ActionStatus.DONE),
        action(2, saving_per_year=D(50), status=ActionStatus.BLOCKED),
        action(3, saving_per_year=D(25), status=ActionStatus.DROPPED),
        action(4),
    ]
    assert savings_per_year(actions) == Savings(D(100), D(50))


cents = st.decimals(0, 10**9, places=2)


@given(cents, st.lists(st.integers(1, 92), min_size=1, max_size=12))
def test_the_parts_of_an_amount_are_cents_and_add_up_to_it(amount: Decimal, shares: list[int]) -> None:
    parts = spread(amount, shares)
    assert sum(parts) == amount
    assert all(part >= 0 and part == part.quantize(D("0.01")) for part in parts)
    exact = [amount * share / sum(shares) for share in shares]
    assert all(abs(part - fair) <= D("0.01") for part, fair in zip(parts, exact, strict=True))


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 2000))
def test_the_days_of_all_quarters_are_the_days_of_the_span(first: date, length: int) -> None:
    span = Span(first, first).shifted(0)
    last = span.shifted(length).due_on
    found = days_by_quarter(Span(first, last))
    assert sum(found.values()) == length + 1
    assert list(found) == sorted(found)
    assert max(found.values()) <= 92


@st.composite
def plans(draw: st.DrawFn) -> list[PlannedAction]:
    """Up to eight actions with amounts, dates or none, touchpoints or none."""
    costs = st.dictionaries(st.sampled_from(BudgetKind), st.builds(Cost, cents, cents))
    return [
        action(
            number,
            budget=draw(costs),
            status=draw(st.sampled_from(ActionStatus)),
            touchpoint_id=draw(st.sampled_from([TILL, None])),
            starts_on=draw(st.none() | st.integers(-300, 0)),
            due_on=draw(st.none() | st.integers(1, 300)),
        )
        for number in range(draw(st.integers(0, 8)))
    ]


@given(plans())
def test_every_way_to_cut_the_budget_has_the_same_sum(plan: list[PlannedAction]) -> None:
    def whole(parts: Iterable[Sums]) -> Sums:
        return sum(parts, Sums())

    ways = [sums_by_kind(plan), sums_by_touchpoint(plan), sums_by_quarter(plan)]
    assert [whole(way.values()) for way in ways] == [sums_of(plan)] * 3


def test_days_count_both_ends() -> None:
    assert days_by_quarter(Span(day(0), day(0))) == {Quarter(2026, 1): 1}
    assert days_by_quarter(Span()) == {}
