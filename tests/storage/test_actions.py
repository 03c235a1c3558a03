"""Actions are added with three fields, changed, shifted and thrown away, and read with all they have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from storage.access import Actor
from storage.action_parts import add_comment, set_needs, set_persons
from storage.action_status import set_status
from storage.actions import (
    add_action,
    bin_actions,
    change_action,
    list_actions,
    restore_actions,
    shift_actions,
)
from storage.board import NewTouchpoint, add_touchpoints
from storage.checking import UnusableInput
from storage.intents import NoSuchRow, VersionConflict
from storage.journey import list_touchpoints
from storage.persons import add_person
from storage.rounds import begin_next_round
from storage.store import Store
from tests._stored import revision_of
from tests.storage._plan import by_name, open_next_round
from tests.storage._rows import history_of, rows_of
from touchpoints.model import Action, ActionStatus, BudgetKind, Part
from touchpoints.plan import Cost, Span

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def test_who_does_what_until_when_makes_an_action(store: Store, facilitator: Actor, project: UUID) -> None:
    where = (store, facilitator, project)
    anna = add_person(*where, "Anna")
    add_action(*where, {"name": "New oven", "owner_id": anna, "due_on": FRIDAY})
    [action] = list_actions(*where)
    assert (action.name, action.owner, action.due_on) == ("New oven", "Anna", FRIDAY)
    assert (action.status, action.round, action.comments) == (ActionStatus.PLANNED, 1, 0)
    assert (action.budget, action.needs, action.took_part, action.committed) == ({}, (), (), ())


def test_an_action_is_read_with_all_that_hangs_on_it(store: Store, facilitator: Actor, project: UUID) -> None:
    where = (store, facilitator, project)
    add_touchpoints(*where, [NewTouchpoint("Till")])
    till = list_touchpoints(*where)[0].id
    anna, bert = add_person(*where, "Anna"), add_person(*where, "Bert")
    first = add_action(*where, {"name": "Choose"})
    planned = {BudgetKind.SOFTWARE: Decimal("1200.50"), BudgetKind.TRAINING: Decimal(0)}
    second = add_action(*where, {"name": "Buy", "touchpoint_id": till}, planned)
    set_needs(*where, second, [first])
    set_persons(*where, second, Part.TOOK_PART, [anna, bert])
    set_persons(*where, second, Part.COMMITTED, [bert])
    add_comment(*where, second, "Three offers")
    action = by_name(*where)["Buy"]
    assert (action.touchpoint_id, action.touchpoint) == (till, "Till")
    assert action.budget == {BudgetKind.SOFTWARE: Cost(Decimal("1200.50"), Decimal(0))}
    assert action.needs == (first,)
    assert [person.name for person in action.took_part] == ["Anna", "Bert"]
    assert [person.name for person in action.committed] == ["Bert"]
    assert action.comments == 1


def test_sent_twice_with_the_same_mark_it_is_added_once(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    sent = facilitator.once()
    values, budget = {"name": "New oven"}, {BudgetKind.OTHER: Decimal(5)}
    first = add_action(store, sent, project, values, budget)
    assert add_action(store, sent, project, values, budget) == first
    assert len(rows_of(store, Action)) == 1


def test_new_actions_stand_last_even_behind_one_in_the_bin(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    ids = [add_action(*where, {"name": name}) for name in ("1", "2")]
    bin_actions(*where, [ids[1]])
    add_action(*where, {"name": "3"})
    restore_actions(*where, [ids[1]])
    assert list(by_name(*where)) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "values",
    [
        {"name": "  "},
        {"name": "x" * 201},
        {"name": "Bake", "starts_on": FRIDAY, "due_on": MONDAY},
        {"name": "Bake", "person_days": -1},
        {"name": "Bake", "status": "done"},
    ],
)
def test_an_action_that_cannot_be_is_refused(
    store: Store, facilitator: Actor, project: UUID, values: dict[str, object]
) -> None:
    with pytest.raises(UnusableInput):
        add_action(store, facilitator, project, values)
    assert rows_of(store, Action) == []


def test_a_budget_below_zero_leaves_no_action_behind(store: Store, facilitator: Actor, project: UUID) -> None:
    with pytest.raises(UnusableInput):
        add_action(store, facilitator, project, {"name": "Bake"}, {BudgetKind.OTHER: Decimal(-1)})
    assert rows_of(store, Action) == []


def test_of_two_who_change_the_same_action_neither_version_is_lost(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    id_ = add_action(*where, {"name": "Bake"})
    shown = by_name(*where)["Bake"].version
    change_action(*where, id_, shown, {"name": "Bake bread"})
    with pytest.raises(VersionConflict) as conflict:
        change_action(*where, id_, shown, {"name": "Bake rolls"})
    assert (conflict.value.stored, conflict.value.wanted) == ({"name": "Bake bread"}, {"name": "Bake rolls"})
    [(entity, _, before, after)] = history_of(store, "change action")
    assert (entity, before, after) == ("Action", {"name": "Bake"}, {"name": "Bake bread"})


def test_a_change_that_makes_it_end_before_it_begins_is_refused(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    id_ = add_action(*where, {"name": "Bake", "starts_on": FRIDAY})
    version = by_name(*where)["Bake"].version
    with pytest.raises(UnusableInput, match="end lies before"):
        change_action(*where, id_, version, {"due_on": MONDAY})


def test_several_actions_are_shifted_at_once_or_none(store: Store, facilitator: Actor, project: UUID) -> None:
    where = (store, facilitator, project)
    one = add_action(*where, {"name": "1", "starts_on": MONDAY, "due_on": MONDAY})
    two = add_action(*where, {"name": "2", "due_on": MONDAY})
    shift_actions(*where, {one: Span(MONDAY, FRIDAY), two: Span(None, FRIDAY)})
    assert [(entry.starts_on, entry.due_on) for entry in list_actions(*where)] == [
        (MONDAY, FRIDAY),
        (None, FRIDAY),
    ]
    with pytest.raises(UnusableInput):
        shift_actions(*where, {one: Span(MONDAY, MONDAY), two: Span(FRIDAY, MONDAY)})
    assert by_name(*where)["1"].due_on == FRIDAY


def test_what_is_unfinished_goes_on_in_the_next_round_and_what_is_finished_stays_behind(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    ids = {name: add_action(*where, {"name": name}) for name in ("open", "done", "dropped")}
    set_status(*where, [ids["done"]], ActionStatus.DONE, MONDAY)
    set_status(*where, [ids["dropped"]], ActionStatus.DROPPED, MONDAY)
    open_next_round(*where)
    add_action(*where, {"name": "new"})
    assert {name: entry.round for name, entry in by_name(*where).items()} == {"open": 1, "new": 2}
    everything = list_actions(*where, every_round=True)
    assert [entry.name for entry in everything] == ["open", "done", "dropped", "new"]


def test_what_was_taken_over_stays_in_the_plan_when_it_is_done(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    early, late = (add_action(*where, {"name": name}) for name in ("early", "late"))
    set_status(*where, [early], ActionStatus.DONE, MONDAY)
    begin_next_round(*where, MONDAY)
    set_status(*where, [late], ActionStatus.DONE, FRIDAY)
    assert {name: entry.is_taken_over for name, entry in by_name(*where).items()} == {"late": True}


def test_actions_of_another_project_are_neither_seen_nor_touched(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    mine, theirs = (store, facilitator, project), (store, facilitator, other_project)
    id_ = add_action(*mine, {"name": "Bake"})
    assert list_actions(*theirs) == ()
    for attempt in (
        lambda: change_action(*theirs, id_, 1, {"name": "x"}),
        lambda: bin_actions(*theirs, [id_]),
        lambda: shift_actions(*theirs, {id_: Span(MONDAY, FRIDAY)}),
        lambda: add_action(*mine, {"name": "Bake", "owner_id": add_person(*theirs, "Zoe")}),
        lambda: add_action(*mine, {"name": "Bake", "touchpoint_id": uuid4()}),
    ):
        with pytest.raises(NoSuchRow):
            attempt()


def test_a_change_of_the_plan_leaves_what_is_kept_of_step_one(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    content = revision_of(*where, "content")
    add_action(*where, {"name": "Bake"})
    assert revision_of(*where, "content") == content
    assert revision_of(*where, "plan") == 1
