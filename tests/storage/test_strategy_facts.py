"""What the guide counts of the target strategy is true once somebody did it, and no longer when undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from storage.goals import add_goal, bin_goal
from storage.options import add_option, bin_option, choose_option, list_options
from storage.rounds import begin_next_round
from storage.targets import decide, set_target
from tests.storage._place import Place, Undo
from touchpoints.model import Decision

TODAY = date(2026, 7, 1)


def goal_at_desk(place: Place, **values: Any) -> Undo:
    goal = add_goal(*place.where, {"name": "Shorter wait", "touchpoint_id": place.desk, **values})
    return lambda: bin_goal(*place.where, goal)


def option_at_desk(place: Place, **values: Any) -> Undo:
    option = add_option(*place.where, {"name": "A second desk", "touchpoint_id": place.desk, **values})
    return lambda: bin_option(*place.where, option)


def set_level(place: Place) -> Undo:
    set_target(*place.where, place.desk, None, 1.0)
    return lambda: set_target(*place.where, place.desk, None, None)


def decide_on_desk(place: Place) -> Undo:
    decide(*place.where, place.desk, Decision.FOCUS)
    return lambda: decide(*place.where, place.desk, None)


def improve_desk(place: Place) -> Undo:
    decide(*place.where, place.desk, None, improvement="Nobody waits")
    return lambda: decide(*place.where, place.desk, None, improvement="")


AIM = {"metric": "Minutes", "to_value": 5.0, "due_on": TODAY}
FACTS: dict[str, tuple[str, Callable[[Place], Undo]]] = {
    "a target": ("has_target", set_level),
    "a goal with money": ("has_goal", lambda p: goal_at_desk(p, **AIM, money=900)),
    "a goal with days": ("has_goal", lambda p: goal_at_desk(p, **AIM, person_days=4)),
    "an approach": ("has_approach", lambda p: goal_at_desk(p, approach="A second desk")),
    "a weighed option": (
        "has_weighed_option",
        lambda p: option_at_desk(p, size="M", effect_realistic=1),
    ),
    "a voted option": ("has_weighed_option", lambda p: option_at_desk(p, team_votes=3)),
    "a decision": ("has_decision", decide_on_desk),
    "an improvement": ("has_improvement", improve_desk),
}


@pytest.mark.parametrize("name", FACTS)
def test_a_fact_of_step_two_comes_with_what_was_done_and_goes_with_it(place: Place, name: str) -> None:
    fact, do = FACTS[name]
    assert not getattr(place.facts, fact)
    undo = do(place)
    assert getattr(place.facts, fact)
    undo()
    assert not getattr(place.facts, fact)


INCOMPLETE: dict[str, tuple[str, Callable[[Place], Undo]]] = {
    "no day": ("has_goal", lambda p: goal_at_desk(p, metric="Minutes", to_value=5.0, money=900)),
    "no figure": ("has_goal", lambda p: goal_at_desk(p, metric="Minutes", due_on=TODAY, money=900)),
    "no resources": ("has_goal", lambda p: goal_at_desk(p, **AIM)),
    "no effort": ("has_weighed_option", lambda p: option_at_desk(p, effect_realistic=1)),
    "no effect": ("has_weighed_option", lambda p: option_at_desk(p, size="M")),
}


@pytest.mark.parametrize("name", INCOMPLETE)
def test_what_is_incomplete_answers_nothing(place: Place, name: str) -> None:
    fact, do = INCOMPLETE[name]
    do(place)
    assert not getattr(place.facts, fact)


def test_a_choice_needs_a_second_option_and_a_reason(place: Place) -> None:
    option_at_desk(place)
    first = list_options(*place.where)[0]
    choose_option(*place.where, first.id, "Quick")
    assert not place.facts.has_choice
    undo = option_at_desk(place)
    assert place.facts.has_choice
    undo()
    assert not place.facts.has_choice


def test_the_strategy_of_the_last_round_answers_nothing_in_the_next(place: Place) -> None:
    for _, do in FACTS.values():
        do(place)
    begin_next_round(*place.where, TODAY)
    facts = place.facts
    assert not [name for name, _ in FACTS.values() if getattr(facts, name)]
