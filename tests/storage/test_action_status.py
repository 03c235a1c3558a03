"""How far actions are: done ones have a day, blocked ones a reason, and a move on the board can be undone."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from storage.access import Actor
from storage.action_status import (
    BlockedByNothing,
    DoneBeforeBegun,
    action_places,
    move_actions,
    put_actions_back,
    set_done_day,
    set_status,
)
from storage.actions import add_action, bin_actions, list_actions, restore_actions
from storage.store import Store
from tests.storage._plan import by_name
from tests.storage._rows import history_of
from touchpoints.model import ActionStatus

TODAY, LATER = date(2026, 3, 2), date(2026, 3, 9)


@pytest.fixture
def actions(store: Store, facilitator: Actor, project: UUID) -> dict[str, UUID]:
    """Four actions that are planned, by name and in order."""
    return {name: add_action(store, facilitator, project, {"name": name}) for name in "ABCD"}


def columns(store: Store, actor: Actor, project: UUID) -> dict[str, str]:
    """The board: the names of each column that has any, from top to bottom."""
    found: dict[str, str] = {}
    for entry in list_actions(store, actor, project):
        found[entry.status.value] = found.get(entry.status.value, "") + entry.name
    return found


def test_what_is_done_was_done_today_and_keeps_its_day(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where = (store, facilitator, project)
    set_status(*where, [actions["A"]], ActionStatus.DONE, TODAY)
    set_status(*where, [actions["A"]], ActionStatus.DONE, LATER)
    assert by_name(*where)["A"].done_on == TODAY
    set_status(*where, [actions["A"]], ActionStatus.RUNNING, LATER)
    assert by_name(*where)["A"].done_on is None


def test_what_was_done_before_it_was_told_gets_its_true_day(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    where = (store, facilitator, project)
    begun = add_action(*where, {"name": "A", "starts_on": TODAY})
    set_done_day(*where, begun, TODAY)
    assert by_name(*where)["A"].done_on is None, "it is not done yet"
    set_status(*where, [begun], ActionStatus.DONE, LATER)
    with pytest.raises(DoneBeforeBegun):
        set_done_day(*where, begun, date(2026, 3, 1))
    set_done_day(*where, begun, TODAY)
    assert by_name(*where)["A"].done_on == TODAY


def test_what_is_blocked_says_by_what_until_it_goes_on(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where, one = (store, facilitator, project), [actions["A"]]
    with pytest.raises(BlockedByNothing):
        set_status(*where, one, ActionStatus.BLOCKED, TODAY, "  ")
    set_status(*where, one, ActionStatus.BLOCKED, TODAY, "no room")
    set_status(*where, one, ActionStatus.BLOCKED, TODAY)
    blocked = by_name(*where)["A"]
    assert (blocked.status, blocked.blocked_by) == (ActionStatus.BLOCKED, "no room")
    set_status(*where, one, ActionStatus.RUNNING, TODAY)
    assert by_name(*where)["A"].blocked_by == ""


def test_setting_what_is_set_writes_no_history(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    set_status(store, facilitator, project, list(actions.values()), ActionStatus.PLANNED, TODAY)
    assert history_of(store, "set status") == []


def test_cards_go_before_another_one_or_to_the_end_of_their_column(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where = (store, facilitator, project)
    a, b, c, d = actions.values()
    move_actions(*where, [d, c], ActionStatus.PLANNED, a, TODAY)
    assert columns(*where) == {"planned": "DCAB"}
    move_actions(*where, [c], ActionStatus.RUNNING, None, TODAY)
    move_actions(*where, [a], ActionStatus.RUNNING, c, TODAY)
    assert columns(*where) == {"planned": "DB", "running": "AC"}
    move_actions(*where, [b], ActionStatus.RUNNING, None, TODAY)
    assert columns(*where) == {"planned": "D", "running": "ACB"}


def test_a_card_dropped_on_the_blocked_ones_needs_a_reason_and_else_stays(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where = (store, facilitator, project)
    with pytest.raises(BlockedByNothing):
        move_actions(*where, [actions["B"]], ActionStatus.BLOCKED, None, TODAY)
    assert columns(*where) == {"planned": "ABCD"}
    move_actions(*where, [actions["B"]], ActionStatus.BLOCKED, None, TODAY, "no room")
    assert columns(*where) == {"planned": "ACD", "blocked": "B"}


def test_a_restored_card_shares_its_place_with_none(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where = (store, facilitator, project)
    a, b, c, _ = actions.values()
    bin_actions(*where, [b])
    move_actions(*where, [c], ActionStatus.PLANNED, a, TODAY)
    restore_actions(*where, [b])
    assert columns(*where) == {"planned": "CABD"}


def test_a_move_is_taken_back_with_day_reason_and_place(
    store: Store, facilitator: Actor, project: UUID, actions: dict[str, UUID]
) -> None:
    where, ids = (store, facilitator, project), [actions["A"], actions["B"]]
    set_status(*where, [ids[0]], ActionStatus.BLOCKED, TODAY, "no room")
    places = action_places(*where, ids)
    move_actions(*where, ids, ActionStatus.DONE, None, TODAY)
    put_actions_back(*where, places)
    assert columns(*where) == {"blocked": "A", "planned": "BCD"}
    assert by_name(*where)["A"].blocked_by == "no room"
    assert by_name(*where)["A"].done_on is None
    assert [entry.name for entry in list_actions(*where)] == list("ABCD")
