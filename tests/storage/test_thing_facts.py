"""What the guide counts of steps 2 to 4 is true once somebody did it, and no longer when it is undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from storage.action_parts import set_budget, set_persons
from storage.action_status import set_status
from storage.actions import add_action, bin_actions, change_action, list_actions, restore_actions
from storage.entries import bin_entry, restore_entry
from storage.goals import add_goal, bin_goal, restore_goal
from storage.kpis import add_kpi, bin_kpi, change_kpi, list_kpis, restore_kpi
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
from tests.storage._place import Place, Undo
from touchpoints.model import ActionStatus, BudgetKind, Finding, Part
from touchpoints.project_facts import Thing

TODAY = date(2026, 7, 1)


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
