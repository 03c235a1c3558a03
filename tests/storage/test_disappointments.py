"""What disappoints now is counted: neither what is planned, nor the bin, nor what an action has removed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from storage.access import Actor
from storage.action_parts import FactorElsewhere, set_factors
from storage.action_status import set_status
from storage.actions import add_action, bin_actions, change_action, list_actions, restore_actions
from storage.board import NewTouchpoint, add_touchpoints
from storage.disappointments import Remedy, count_disappointments, list_disappointments
from storage.entries import add_entry, bin_entry
from storage.intents import NoSuchRow
from storage.option_ground import read_ground
from storage.store import Store
from tests.storage._rows import history_of, rows_of
from touchpoints.model import ActionFactor, ActionStatus, Factor, Level

DAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Desk:
    """A touchpoint where it is cold and far, and an action against the cold."""

    where: tuple[Store, Actor, UUID]
    id: UUID
    cold: UUID
    far: UUID
    heating: UUID


@pytest.fixture
def desk(store: Store, facilitator: Actor, project: UUID) -> Desk:
    where, added = (store, facilitator, project), NewTouchpoint("Desk")
    add_touchpoints(*where, [added])
    cold, far, _, _ = (
        add_entry(
            *where, Factor, {"touchpoint_id": added.id, "text": text, "level": level, "is_planned": planned}
        )
        for text, level, planned in (
            ("Cold", Level.DISAPPOINTING, False),
            ("Far", Level.DISAPPOINTING, False),
            ("Closed", Level.DISAPPOINTING, True),
            ("Coffee", Level.DELIGHTFUL, False),
        )
    )
    heating = add_action(*where, {"name": "Heating", "touchpoint_id": added.id}, factors=[cold])
    return Desk(where, added.id, cold, far, heating)


def test_only_what_disappoints_now_is_counted(desk: Desk) -> None:
    assert count_disappointments(*desk.where) == {desk.id: 2}
    bin_entry(*desk.where, Factor, desk.cold)
    assert count_disappointments(*desk.where) == {desk.id: 1}


@pytest.mark.parametrize("status", list(ActionStatus))
def test_only_an_action_that_is_done_removes_what_disappoints(desk: Desk, status: ActionStatus) -> None:
    set_status(*desk.where, [desk.heating], status, DAY, "no money")
    is_removed = status is ActionStatus.DONE
    assert count_disappointments(*desk.where) == {desk.id: 1 if is_removed else 2}
    cold, far = list_disappointments(*desk.where, desk.id)
    assert cold.remedies == (Remedy(desk.heating, "Heating", status),)
    assert (cold.is_open, far.is_open, far.remedies) == (not is_removed, True, ())


def test_one_of_several_actions_is_enough(desk: Desk) -> None:
    window = add_action(*desk.where, {"name": "Window", "touchpoint_id": desk.id}, factors=[desk.cold])
    set_status(*desk.where, [desk.heating], ActionStatus.DROPPED, DAY)
    set_status(*desk.where, [window], ActionStatus.DONE, DAY)
    cold, _ = list_disappointments(*desk.where)
    assert [remedy.name for remedy in cold.remedies] == ["Heating", "Window"]
    assert count_disappointments(*desk.where) == {desk.id: 1}


def test_where_all_is_removed_nothing_holds_a_delight_back(desk: Desk) -> None:
    assert read_ground(*desk.where, []).disappointing == {desk.id}
    set_factors(*desk.where, desk.heating, [desk.cold, desk.far])
    set_status(*desk.where, [desk.heating], ActionStatus.DONE, DAY)
    assert read_ground(*desk.where, []).disappointing == frozenset()
    assert read_ground(*desk.where, [desk.id]).disappointing == {desk.id}


def test_an_action_in_the_bin_removes_nothing(desk: Desk) -> None:
    set_status(*desk.where, [desk.heating], ActionStatus.DONE, DAY)
    bin_actions(*desk.where, [desk.heating])
    assert count_disappointments(*desk.where) == {desk.id: 2}
    restore_actions(*desk.where, [desk.heating])
    assert count_disappointments(*desk.where) == {desk.id: 1}


def test_an_action_that_moves_to_another_touchpoint_removes_nothing_at_the_one_it_left(desk: Desk) -> None:
    door = NewTouchpoint("Door")
    add_touchpoints(*desk.where, [door])
    set_status(*desk.where, [desk.heating], ActionStatus.DONE, DAY)
    [heating] = list_actions(*desk.where)
    change_action(*desk.where, desk.heating, heating.version, {"touchpoint_id": door.id})
    assert count_disappointments(*desk.where) == {desk.id: 2}
    assert list_disappointments(*desk.where, door.id) == ()


def test_what_an_action_removes_is_chosen_anew_as_a_whole_and_noted(desk: Desk) -> None:
    set_factors(*desk.where, desk.heating, [desk.far])
    assert [row.factor_id for row in rows_of(desk.where[0], ActionFactor)] == [desk.far]
    assert history_of(desk.where[0], "set factors that are removed") == [
        ("Action", "changed", {"factor_id": str(desk.cold)}, {"factor_id": None}),
        ("Action", "changed", {"factor_id": None}, {"factor_id": str(desk.far)}),
    ]


def test_an_action_cannot_remove_what_disappoints_elsewhere(desk: Desk, other_project: UUID) -> None:
    aimless = add_action(*desk.where, {"name": "Think"})
    with pytest.raises(FactorElsewhere):
        set_factors(*desk.where, aimless, [desk.cold])
    store, actor, _ = desk.where
    stranger = add_action(store, actor, other_project, {"name": "Stranger"})
    with pytest.raises(NoSuchRow):
        set_factors(store, actor, other_project, stranger, [desk.cold])
    assert len(rows_of(store, ActionFactor)) == 1
