"""What the guide counts of steps 2 to 4 is true once somebody did it, and no longer when it is undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from storage.access import Actor
from storage.action_parts import set_budget, set_persons
from storage.action_status import set_status
from storage.actions import add_action, bin_actions, change_action, list_actions, restore_actions
from storage.board import NewTouchpoint, add_touchpoints
from storage.entries import bin_entry, restore_entry
from storage.goals import add_goal, bin_goal, restore_goal
from storage.kpis import add_kpi, bin_kpi, change_kpi, list_kpis, restore_kpi
from storage.options import add_option, bin_option, choose_option, list_options
from storage.persons import add_person
from storage.review_parts import add_decision, bin_decision, restore_decision, write_finding
from storage.reviews import (
    add_review,
    bin_review,
    change_review,
    list_reviews,
    restore_review,
    set_participants,
)
from storage.rounds import begin_next_round, take_back_round
from storage.step_facts import read_project_facts
from storage.store import Store
from storage.targets import decide, set_target
from touchpoints.model import ActionStatus, BudgetKind, Decision, Finding, Part
from touchpoints.project_facts import Thing, TouchpointFacts

Undo = Callable[[], object]
TODAY = date(2026, 7, 1)


@dataclass(frozen=True)
class Place:
    """A project with one touchpoint, and who works on it."""

    store: Store
    actor: Actor
    project: UUID
    desk: UUID

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        return self.store, self.actor, self.project

    def count(self, thing: Thing, mark: str | None = None) -> int:
        return read_project_facts(*self.where).count_things(thing, mark)

    @property
    def facts(self) -> TouchpointFacts:
        [facts] = read_project_facts(*self.where).touchpoints
        return facts

    def person(self, name: str = "Ada") -> UUID:
        return add_person(*self.where, name)


@pytest.fixture
def place(store: Store, facilitator: Actor, project: UUID) -> Place:
    desk = NewTouchpoint("Desk")
    add_touchpoints(store, facilitator, project, [desk])
    return Place(store, facilitator, project, desk.id)


def on_goal(place: Place) -> UUID:
    return add_goal(*place.where, {"name": "Shorter wait"})


def on_action(place: Place) -> UUID:
    return add_action(*place.where, {"name": "Open earlier"})


def on_kpi(place: Place) -> UUID:
    return add_kpi(*place.where, {"name": "Wait", "kind": "time"})


def on_review(place: Place) -> UUID:
    return add_review(*place.where, {"name": "July"})


def on_decision(place: Place) -> UUID:
    return add_decision(*place.where, on_review(place), "Ask again")


ADDED: dict[Thing, Callable[[Place], UUID]] = {
    Thing.GOAL: on_goal,
    Thing.ACTION: on_action,
    Thing.KPI: on_kpi,
    Thing.REVIEW: on_review,
    Thing.DECISION: on_decision,
}


def edit(change: Callable[..., None], entries: Callable[..., Any]) -> Callable[..., Undo]:
    """How an entry is edited by its version; the way back empties the fields again."""

    def edit_one(place: Place, id_: UUID, **changes: Any) -> Undo:
        def save(values: dict[str, Any]) -> None:
            [entry] = entries(*place.where)
            change(*place.where, id_, entry.version, values)

        save(changes)
        return lambda: save({name: "" if isinstance(value, str) else None for name, value in changes.items()})

    return edit_one


edit_action = edit(change_action, list_actions)
edit_kpi = edit(change_kpi, list_kpis)
edit_review = edit(change_review, list_reviews)


def measure_goal(place: Place, goal: UUID) -> Undo:
    kpi = add_kpi(*place.where, {"name": "Wait", "kind": "time", "goal_id": goal})
    return lambda: bin_kpi(*place.where, kpi)


def budget(place: Place, action: UUID) -> Undo:
    set_budget(*place.where, action, BudgetKind.TRAINING, Decimal(500))
    return lambda: set_budget(*place.where, action, BudgetKind.TRAINING)


def take_part(place: Place, action: UUID) -> Undo:
    set_persons(*place.where, action, Part.TOOK_PART, [place.person()])
    return lambda: set_persons(*place.where, action, Part.TOOK_PART, [])


def finish(place: Place, action: UUID) -> Undo:
    set_status(*place.where, [action], ActionStatus.DONE, TODAY)
    return lambda: set_status(*place.where, [action], ActionStatus.RUNNING, TODAY)


def find_in_review(place: Place, review: UUID) -> Undo:
    finding = write_finding(*place.where, review, {"text": "Nobody waits"})
    return lambda: bin_entry(*place.where, Finding, finding)


def hold_review(place: Place, review: UUID) -> Undo:
    set_participants(*place.where, review, [place.person()])
    edit_review(place, review, held_on=TODAY)
    return lambda: set_participants(*place.where, review, [])


def begin_decision(place: Place, decision: UUID) -> Undo:
    values = {"name": "Ask again", "review_decision_id": decision, "owner_id": place.person()}
    action = add_action(*place.where, values)
    return lambda: bin_actions(*place.where, [action])


Do = Callable[[Place, UUID], Undo]
MARKS: list[tuple[str, Thing, str, Do]] = [
    ("a goal with a KPI", Thing.GOAL, "kpi", measure_goal),
    ("an owner", Thing.ACTION, "owner", lambda p, id_: edit_action(p, id_, owner_id=p.person())),
    ("a start", Thing.ACTION, "start", lambda p, id_: edit_action(p, id_, starts_on=TODAY)),
    ("a due day", Thing.ACTION, "due", lambda p, id_: edit_action(p, id_, due_on=TODAY)),
    ("a budget", Thing.ACTION, "budget", budget),
    ("person-days", Thing.ACTION, "budget", lambda p, id_: edit_action(p, id_, person_days=3)),
    (
        "a result with its measure",
        Thing.ACTION,
        "result",
        lambda p, id_: edit_action(p, id_, expected_result="No queue", measure="Minutes"),
    ),
    ("people who planned it", Thing.ACTION, "people", take_part),
    ("a finished action", Thing.ACTION, "done", finish),
    (
        "a definition with its aim",
        Thing.KPI,
        "definition",
        lambda p, id_: edit_kpi(p, id_, definition="In line", baseline=9.0, target=5.0, target_on=TODAY),
    ),
    ("a method", Thing.KPI, "method", lambda p, id_: edit_kpi(p, id_, method="Clock", source="Camera")),
    ("an interval", Thing.KPI, "interval", lambda p, id_: edit_kpi(p, id_, interval_months=3)),
    ("an audience", Thing.KPI, "audience", lambda p, id_: edit_kpi(p, id_, audience="Team")),
    ("minutes", Thing.REVIEW, "minutes", lambda p, id_: edit_review(p, id_, minutes="All there")),
    ("findings", Thing.REVIEW, "minutes", find_in_review),
    ("people at a held review", Thing.REVIEW, "people", hold_review),
    ("a begun decision", Thing.DECISION, "action", begin_decision),
]


@pytest.mark.parametrize(("thing", "mark", "do"), [one[1:] for one in MARKS], ids=[one[0] for one in MARKS])
def test_a_mark_comes_with_what_was_done_and_goes_with_it(
    place: Place, thing: Thing, mark: str, do: Do
) -> None:
    id_ = ADDED[thing](place)
    assert (place.count(thing), place.count(thing, mark)) == (1, 0)
    undo = do(place, id_)
    assert place.count(thing, mark) == 1
    undo()
    assert place.count(thing, mark) == 0


HALVES: list[tuple[Thing, str, Do]] = [
    (Thing.ACTION, "result", lambda p, id_: edit_action(p, id_, expected_result="No queue")),
    (Thing.KPI, "definition", lambda p, id_: edit_kpi(p, id_, definition="In line", target=5.0)),
    (Thing.KPI, "method", lambda p, id_: edit_kpi(p, id_, method="Clock")),
    (Thing.REVIEW, "people", lambda p, id_: edit_review(p, id_, held_on=TODAY)),
]


@pytest.mark.parametrize(("thing", "mark", "do"), HALVES, ids=["result", "aim", "source", "people"])
def test_half_an_answer_is_none(place: Place, thing: Thing, mark: str, do: Do) -> None:
    do(place, ADDED[thing](place))
    assert place.count(thing, mark) == 0


def test_a_decision_whose_action_nobody_owns_is_not_begun(place: Place) -> None:
    decision = on_decision(place)
    add_action(*place.where, {"name": "Ask again", "review_decision_id": decision})
    assert place.count(Thing.DECISION, "action") == 0


BINS: dict[Thing, tuple[Callable[..., Any], Callable[..., Any]]] = {
    Thing.GOAL: (bin_goal, restore_goal),
    Thing.KPI: (bin_kpi, restore_kpi),
    Thing.REVIEW: (bin_review, restore_review),
    Thing.DECISION: (bin_decision, restore_decision),
}


@pytest.mark.parametrize("thing", BINS)
def test_what_lies_in_the_bin_is_not_counted(place: Place, thing: Thing) -> None:
    id_ = ADDED[thing](place)
    throw_away, restore = BINS[thing]
    throw_away(*place.where, id_)
    assert place.count(thing) == 0
    restore(*place.where, id_)
    assert place.count(thing) == 1


def test_actions_in_the_bin_and_dropped_ones_are_not_counted(place: Place) -> None:
    action = on_action(place)
    bin_actions(*place.where, [action])
    assert place.count(Thing.ACTION) == 0
    restore_actions(*place.where, [action])
    set_status(*place.where, [action], ActionStatus.DROPPED, TODAY)
    assert place.count(Thing.ACTION) == 0


def test_decisions_of_a_review_in_the_bin_are_not_counted(place: Place) -> None:
    on_decision(place)
    [review] = list_reviews(*place.where)
    bin_review(*place.where, review.id)
    assert place.count(Thing.DECISION) == 0
    restore_review(*place.where, review.id)
    assert place.count(Thing.DECISION) == 1


def test_a_finding_in_the_bin_is_no_minutes_until_it_comes_back(place: Place) -> None:
    review = on_review(place)
    finding = write_finding(*place.where, review, {"text": "Nobody waits"})
    bin_entry(*place.where, Finding, finding)
    assert place.count(Thing.REVIEW, "minutes") == 0
    restore_entry(*place.where, Finding, finding)
    assert place.count(Thing.REVIEW, "minutes") == 1


def test_the_next_round_asks_anew_but_for_kpis_and_what_is_left_to_do(place: Place) -> None:
    for add in ADDED.values():
        add(place)
    finish(place, add_action(*place.where, {"name": "Finished"}))
    begin_next_round(*place.where, TODAY)
    counted = {thing: place.count(thing) for thing in Thing}
    assert counted == {
        Thing.GOAL: 0,
        Thing.ACTION: 1,
        Thing.KPI: 1,
        Thing.REVIEW: 0,
        Thing.DECISION: 0,
    }
    take_back_round(*place.where)
    assert place.count(Thing.ACTION) == 2


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
