"""The best set of options keeps every rule, is the same as trying all sets, and says why others are out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, combinations
from random import Random
from typing import Any
from uuid import UUID

import pytest

from tests.touchpoints._options import blank, drawn, ground, option, touchpoint
from touchpoints.best_choice import BestChoice, best_choice, best_in_cases
from touchpoints.choice_faults import MustHavesDoNotFit
from touchpoints.choice_rules import Limits
from touchpoints.constraint import Rule
from touchpoints.left_out import LeftOut, Reason
from touchpoints.messages import in_english
from touchpoints.option import Case, OptionEntry
from touchpoints.option_gain import Candidate, Ground, candidates

PLENTY = 10_000_000
GROUND = ground(0.5, 0.3, 0.2)
GOAL, OTHER_GOAL = UUID(int=7), UUID(int=8)


def choose(
    *options: OptionEntry, budget: float = PLENTY, days: float = PLENTY, on: Ground = GROUND
) -> BestChoice:
    limits = Limits(Decimal(str(budget)), Decimal(str(days)))
    return best_choice(candidates(options, on), on, limits)


def chosen(choice: BestChoice) -> list[int]:
    return [one.option.id.int for one in choice.chosen]


def out(choice: BestChoice) -> dict[int, LeftOut]:
    return {one.candidate.option.id.int: one for one in choice.left_out}


def test_everything_that_brings_something_is_in_where_nothing_is_short() -> None:
    choice = choose(option(1), option(2, at=1), option(3, at=2))
    assert chosen(choice) == [1, 2, 3]
    assert (choice.gain, choice.cost, choice.person_days) == (pytest.approx(1.0), 3000, 15)
    assert (choice.status, choice.relative_gap, choice.left_out) == ("optimal", 0.0, ())


def test_without_options_nothing_is_chosen() -> None:
    assert chosen(choose()) == []


def test_two_small_ones_beat_a_large_one() -> None:
    choice = choose(
        option(1, cost=100, effect=1),
        option(2, at=1, cost=60),
        option(3, at=2, cost=40, effect=2),
        budget=100,
    )
    assert chosen(choice) == [2, 3]


@pytest.mark.parametrize(("budget", "expected"), [(1500.25, [1]), (1500.24, [])])
def test_the_budget_is_kept_to_the_cent_running_costs_of_the_first_year_included(
    budget: float, expected: list[int]
) -> None:
    choice = choose(option(1, cost=1000, cost_per_year=Decimal("500.25")), budget=budget)
    assert chosen(choice) == expected


def test_what_is_too_dear_says_how_much_money_is_missing() -> None:
    left = out(choose(option(1, cost=800), option(2, at=1, cost=300), budget=1000))[2]
    assert (left.reason, left.amount) == (Rule.BUDGET, Decimal(100))


def test_what_takes_too_long_says_how_many_days_are_missing() -> None:
    left = out(choose(option(1, days=8), option(2, at=1, days=4.5), days=10))[2]
    assert (left.reason, left.amount) == (Rule.PERSON_DAYS, Decimal("2.5"))


def test_of_one_touchpoint_and_goal_one_is_in_and_of_two_goals_both() -> None:
    choice = choose(option(1, effect=1), option(2, effect=2))
    assert chosen(choice) == [2]
    assert (out(choice)[1].reason, out(choice)[1].other) == (Rule.TAKEN, UUID(int=2))
    assert chosen(choose(option(1, goal_id=GOAL), option(2, goal_id=OTHER_GOAL))) == [1, 2]


def test_a_better_one_whose_place_a_cheaper_one_has_lacks_money() -> None:
    left = out(choose(option(1, cost=900, effect=1), option(2, cost=1500, effect=2), budget=1000))[2]
    assert (left.reason, left.amount) == (Rule.BUDGET, Decimal(500))


def test_equal_gains_are_taken_at_the_lower_cost() -> None:
    assert chosen(choose(option(1, cost=200), option(2, cost=100))) == [2]


def test_an_option_is_in_only_with_what_it_needs() -> None:
    needing = option(1, cost=100, needs=(UUID(int=2),))
    assert chosen(choose(needing, option(2, at=1, cost=100, effect=-0.5), budget=200)) == [1, 2]
    choice = choose(needing, option(2, at=1, cost=101, effect=0), budget=200)
    assert chosen(choice) == []
    assert (out(choice)[1].reason, out(choice)[1].other) == (Rule.NEEDS, UUID(int=2))
    assert out(choice)[2].reason is Reason.NO_GAIN


def test_an_option_that_needs_the_one_in_whose_place_it_would_stand_names_it() -> None:
    left = out(choose(option(1, effect=2, needs=(UUID(int=2),)), option(2, effect=1)))[1]
    assert (left.reason, left.other) == (Rule.NEEDS, UUID(int=2))


def test_an_option_that_needs_one_in_the_bin_is_out() -> None:
    assert out(choose(option(1, needs=(UUID(int=99),))))[1].other == UUID(int=99)


def test_a_must_have_is_in_whatever_it_brings() -> None:
    choice = choose(option(1, cost=900, effect=0, is_must_have=True), option(2, at=1, cost=200), budget=1000)
    assert chosen(choice) == [1]
    assert chosen(choose(blank(1, is_must_have=True))) == [1]


def test_a_delight_waits_for_the_disappointments_of_its_touchpoint() -> None:
    open_one = replace(GROUND, disappointing=frozenset({touchpoint(0)}))
    delight = option(1, is_delight=True, goal_id=GOAL)
    assert out(choose(delight, on=open_one))[1].reason is Rule.DELIGHT
    assert chosen(choose(delight)) == [1]
    assert chosen(choose(delight, option(2), on=open_one)) == [1, 2]
    assert chosen(choose(delight, option(2, effect=0), on=open_one)) == []
    assert chosen(choose(delight, option(2, at=1), on=open_one)) == [2]


def test_software_is_in_only_with_a_tenth_of_its_cost_for_training() -> None:
    software = option(1, software_cost=Decimal(1000), training_cost=Decimal(99))
    left = out(choose(software))[1]
    assert (left.reason, left.amount) == (Rule.TRAINING, Decimal(1))
    assert chosen(choose(software, option(2, at=1, training_cost=Decimal(1)))) == [1, 2]


def test_every_limit_that_an_option_exceeds_is_named_with_what_is_missing() -> None:
    choice = choose(option(1), option(2, at=1, cost=9000, days=30), budget=2000, days=20)
    left = out(choice)[2]
    spent = choice.cost, choice.person_days
    assert (left.reason, left.amount) == (Rule.BUDGET, spent[0] + 9000 - 2000)
    assert left.further == ((Rule.PERSON_DAYS, spent[1] + 30 - 20),)


def test_behind_a_rule_that_is_no_limit_no_amount_is_named() -> None:
    left = out(choose(option(1, cost=9000, days=30, needs=(UUID(int=9),)), budget=2000, days=20))[1]
    assert (left.reason, left.further) == (Rule.NEEDS, ())


def test_what_nobody_told_is_named() -> None:
    choice = choose(blank(1), option(2, at=9), option(3, effect=None))
    assert {number: one.untold for number, one in out(choice).items()} == {
        1: ("cost", "person-days", "effect"),
        2: ("importance of the touchpoint",),
        3: ("effect",),
    }
    assert {one.reason for one in choice.left_out} == {Reason.NOT_TOLD}


@pytest.mark.parametrize(
    ("options", "limits", "said"),
    [
        ([option(1, cost=300, is_must_have=True)], {"budget": 200}, "cost at least 300, 100 more than"),
        ([option(1, days=3, is_must_have=True)], {"days": 2.5}, "at least 3 person-days, 0.5 more than"),
        (
            [option(1, is_must_have=True), option(2, is_must_have=True)],
            {},
            "Option 1 and Option 2 are for the same touchpoint and goal.",
        ),
        ([option(1, is_must_have=True, needs=(UUID(int=9),))], {}, "Option 1 needs what cannot be in."),
        ([option(1, is_must_have=True, software_cost=Decimal(100))], {}, "more training"),
        (
            [option(1, is_must_have=True, needs=(UUID(int=2),)), option(2)],
            {},
            "what they need excludes each other",
        ),
        (
            [
                option(1, is_must_have=True, is_delight=True, goal_id=GOAL),
                option(2, cost=500, days=1),
                option(3, cost=100, days=90),
            ],
            {"budget": 1200, "days": 50},
            "the other way round",
        ),
    ],
)
def test_must_haves_that_do_not_fit_say_why(
    options: list[OptionEntry], limits: dict[str, Any], said: str
) -> None:
    on = replace(GROUND, disappointing=frozenset({touchpoint(0)}))
    with pytest.raises(MustHavesDoNotFit) as fault:
        choose(*options, on=on, **limits)
    assert said in in_english(fault.value.message)


def test_the_three_cases_have_their_own_choice_and_share_some_picks() -> None:
    sure = option(1, cost=500, effect=1, effect_worst=Decimal(1), effect_best=Decimal(1))
    risky = option(2, at=1, cost=500, effect=1, effect_worst=Decimal(-1), effect_best=Decimal(2))
    found = best_in_cases(candidates((sure, risky), GROUND), GROUND, Limits(Decimal(PLENTY), Decimal(PLENTY)))
    assert {case: chosen(choice) for case, choice in found.by_case.items()} == {
        Case.WORST: [1],
        Case.REALISTIC: [1, 2],
        Case.BEST: [1, 2],
    }
    assert [one.option.id.int for one in found.in_all_cases] == [1]


# A second way to the same answer: every subset, with the rules said once more in plain words.
def every_set(options: Sequence[Candidate]) -> Iterator[tuple[Candidate, ...]]:
    return chain.from_iterable(combinations(options, size) for size in range(len(options) + 1))


def keeps_the_rules(
    some: Sequence[Candidate], of: Sequence[Candidate], limits: Limits, disappointing: frozenset[UUID]
) -> bool:
    options = [one.option for one in some]
    ids = {one.id for one in options}
    money = sum((o.cost_once or 0) + (o.cost_per_year or 0) for o in options)
    software, training = (
        sum(getattr(o, field) or Decimal(0) for o in options) for field in ("software_cost", "training_cost")
    )
    healed = {o.touchpoint_id for o in options if not o.is_delight and (o.effect_realistic or 0) > 0}
    return (
        money <= limits.budget
        and sum(o.person_days or 0 for o in options) <= limits.person_days
        and len({(o.touchpoint_id, o.goal_id) for o in options}) == len(options)
        and all(set(o.needs) <= ids for o in options)
        and all(one.option.id in ids for one in of if one.option.is_must_have)
        and all(
            o.touchpoint_id in healed for o in options if o.is_delight and o.touchpoint_id in disappointing
        )
        and training * 10 >= software
    )


@pytest.mark.parametrize("seed", range(60))
def test_no_set_is_better_than_the_one_found(seed: int) -> None:
    random = Random(seed)
    options, on = drawn(seed, 10, 4)
    options = tuple(replace(o, is_must_have=random.random() < 0.08) for o in options)
    found = candidates(options, on)
    # Sometimes the money of some of them to the cent, where a rounded sum would be found out.
    some = random.sample(found, 4)
    budget = sum((one.effort.cost for one in some), Decimal(0)) - Decimal(random.choice(["0", "0.01"]))
    limits = Limits(budget, Decimal(random.randint(20, 300)))
    kept = [s for s in every_set(found) if keeps_the_rules(s, found, limits, on.disappointing)]
    for case in Case:
        if not kept:
            with pytest.raises(MustHavesDoNotFit):
                best_choice(found, on, limits, case)
            continue
        choice = best_choice(found, on, limits, case)
        best = max(sum(one.gains[case] for one in some) for some in kept)
        assert keeps_the_rules(choice.chosen, found, limits, on.disappointing)
        assert choice.is_proved
        assert choice.gain == pytest.approx(best, abs=1e-6)
        cheapest = min(
            sum(one.effort.cost for one in some)
            for some in kept
            if sum(one.gains[case] for one in some) > best - 1e-9
        )
        assert choice.cost == cheapest
        assert all(one.reason is not Reason.NOT_FOUND for one in choice.left_out)
        assert len(choice.chosen) + len(choice.left_out) == len(options)


@pytest.mark.parametrize("seed", range(20))
def test_the_money_and_the_days_that_are_missing_let_an_option_in_beside_the_others(seed: int) -> None:
    options, on = drawn(seed, 12, 8)
    found = candidates(options, on)
    choice = best_choice(found, on, Limits(Decimal(60_000), Decimal(150)))
    for left in choice.left_out:
        if left.reason not in {Rule.BUDGET, Rule.PERSON_DAYS}:
            continue
        assert left.amount is not None
        assert left.amount > 0
        more = Limits(choice.limits.budget + left.amount, choice.limits.person_days)
        wider = more if left.reason is Rule.BUDGET else Limits(Decimal(60_000), Decimal(150) + left.amount)
        assert best_choice(found, on, wider).gain >= choice.gain


def test_the_same_options_give_the_same_choice_again() -> None:
    options, on = drawn(5, 60, 15)
    again = [choose(*options, budget=90_000, days=200, on=on) for _ in range(2)]
    assert chosen(again[0]) == chosen(again[1])


def test_a_choice_that_ran_out_of_time_says_so() -> None:
    options, on = drawn(3, 250, 60)
    found = candidates(options, on)
    choice = best_choice(found, on, Limits(Decimal(400_000), Decimal(900)), time_limit=0.0)
    assert (choice.status, choice.chosen == () or choice.gain > 0) == ("feasible", True)
    assert choice.relative_gap > 0
