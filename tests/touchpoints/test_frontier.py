"""The frontier is exact at its points, says what the next step buys, and where to start is said with why."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.touchpoints._options import blank, ground, option, touchpoint
from touchpoints.best_choice import best_choice
from touchpoints.choice_rules import Limits
from touchpoints.frontier import (
    Frontier,
    budgets,
    finding_of_frontier,
    most_sensible,
    point_at,
    step_of,
)
from touchpoints.messages import in_english
from touchpoints.option import OptionEntry
from touchpoints.option_gain import Ground, candidates
from touchpoints.priorities import Priorities, finding_of_priorities
from touchpoints.start_here import start_here

GROUND = ground(0.5, 0.3, 0.2)
DAYS = Decimal(1000)
OPTIONS = (option(1, cost=8_000), option(2, at=1, cost=15_000), option(3, at=2, cost=90_000))


def frontier(now: int, *options: OptionEntry, on: Ground = GROUND) -> Frontier:
    found = candidates(options, on)
    wanted = budgets(most_sensible(found), Decimal(now))
    points = [point_at(found, on, Limits(budget, DAYS)) for budget in sorted(wanted)]
    return Frontier(tuple(points), step_of(most_sensible(found)), "EUR", Decimal(now))


@pytest.mark.parametrize(
    ("most", "step"), [(113_000, 10_000), (100_000, 5_000), (0, 1), (1_900_000, 100_000)]
)
def test_a_slider_has_about_twenty_round_steps(most: int, step: int) -> None:
    assert step_of(Decimal(most)) == step


def test_every_point_is_the_best_choice_of_its_budget() -> None:
    found = candidates(OPTIONS, GROUND)
    for point in frontier(9_000, *OPTIONS).points:
        assert point.choice
        assert point.gain == best_choice(found, GROUND, Limits(point.budget, DAYS)).gain


def test_more_money_never_buys_less_and_the_last_point_holds_everything() -> None:
    gains = [point.gain for point in frontier(9_000, *OPTIONS).points]
    assert gains == sorted(gains)
    assert gains[-1] == pytest.approx(1.0)


def test_the_next_step_is_known_at_each_budget_of_the_slider() -> None:
    found = frontier(9_000, *OPTIONS)
    assert Decimal(9_000) in found.slider
    assert Decimal(19_000) not in found.slider
    assert all(replace(found, budget=budget).next_step for budget in found.slider)


def test_the_next_step_says_what_it_buys_and_who_profits() -> None:
    found = frontier(13_000, *OPTIONS)
    assert found.next_step
    assert [name for name, _ in found.next_step.profiting] == ["Touchpoint 1"]
    assert in_english(finding_of_frontier(found)) == (
        "Another 10000 EUR raise the gain from 50.0 to 80.0: Touchpoint 1"
    )
    assert in_english(finding_of_frontier(frontier(30_000, *OPTIONS))) == (
        "Another 10000 EUR buy no more gain"
    )


def test_a_budget_below_the_must_haves_has_no_choice() -> None:
    found = frontier(1_000, option(1, cost=8_000, is_must_have=True))
    assert in_english(finding_of_frontier(found)) == "The must-haves do not fit this budget"
    assert next(point.budget for point in found.points if point.choice) == 8_000


def test_of_one_place_only_the_dearest_can_be_paid() -> None:
    assert most_sensible(candidates((option(1, cost=5), option(2, cost=7), blank(3)), GROUND)) == 7


def test_one_starts_with_what_disappoints_what_is_quick_and_what_the_team_wants() -> None:
    first = frozenset({touchpoint(0)})
    on = replace(GROUND, disappointing=first, rated_disappointing=first)
    found = candidates(
        (
            option(1, days=50),
            option(2, days=1, is_delight=True),
            option(3, at=1, days=2),
            option(4, at=1, days=90, effect=2),
            option(5, at=2, days=60, team_votes=4),
        ),
        on,
    )
    picks = start_here(found, on)
    assert [pick.candidate.option.id.int for pick in picks] == [1, 3, 5]
    assert [in_english(pick.reason) for pick in picks] == [
        "Customers are disappointed here, and this changes most.",
        "The most gain for the effort: 30.0 for 2 person-days.",
        "The team wants it: 4 votes.",
    ]
    assert in_english(finding_of_priorities(Priorities(found, picks))) == (
        "Start with 3 options: together a gain of 100.0 for 112 person-days"
    )


def test_nothing_is_started_that_waits_brings_nothing_or_is_not_told() -> None:
    waiting = option(1, needs=(option(9).id,))
    found = candidates((waiting, option(2, at=1, effect=0), blank(3, at=2)), GROUND)
    assert start_here(found, GROUND) == ()
    assert in_english(finding_of_priorities(Priorities(found, ()))) == "No option brings a gain yet"
    assert in_english(finding_of_priorities(Priorities(found[2:], ()))) == "No option can be calculated yet"
