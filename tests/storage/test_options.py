"""Options are added with one sentence, filled in later, and of those for one goal one is chosen."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints, bin_touchpoints
from storage.checking import UnusableInput
from storage.intents import NoSuchRow, VersionConflict
from storage.options import (
    EffectsOutOfOrder,
    NeedsItself,
    add_option,
    bin_option,
    change_option,
    choose_option,
    choose_options,
    leave_option,
    list_options,
    restore_option,
    set_needs,
    set_segments,
)
from storage.segments import add_segment
from storage.store import Store
from touchpoints.option import Case, OptionEntry

Where = tuple[Store, Actor, UUID]


@pytest.fixture
def where(store: Store, facilitator: Actor, project: UUID) -> Where:
    return store, facilitator, project


@pytest.fixture
def counter(where: Where) -> UUID:
    """A touchpoint for which options are written down."""
    counter = NewTouchpoint("Counter")
    add_touchpoints(*where, [counter])
    return counter.id


def put(where: Where, touchpoint: UUID, name: str, **more: Any) -> UUID:
    id_ = add_option(*where, {"touchpoint_id": touchpoint, "name": name, **more})
    assert id_
    return id_


def found(where: Where) -> dict[str, OptionEntry]:
    return {option.name: option for option in list_options(*where)}


def chosen(where: Where) -> list[str]:
    return [option.name for option in list_options(*where) if option.is_chosen]


def test_one_sentence_and_a_size_make_an_option(where: Where, counter: UUID) -> None:
    put(where, counter, " A second till ", size="M")
    [option] = list_options(*where)
    assert (option.name, option.size, option.touchpoint) == ("A second till", "M", "Counter")
    assert (option.cost_once, option.effect(Case.REALISTIC), option.is_chosen) == (None, None, False)


def test_options_come_in_the_order_in_which_they_were_said(where: Where, counter: UUID) -> None:
    for name in ("Zebra", "Ant", "Mole"):
        put(where, counter, name)
    assert list(found(where)) == ["Zebra", "Ant", "Mole"]


def test_an_option_without_a_name_is_refused(where: Where, counter: UUID) -> None:
    with pytest.raises(UnusableInput):
        put(where, counter, "  ")


def test_the_rest_is_filled_in_later_unless_somebody_was_faster(where: Where, counter: UUID) -> None:
    id_ = put(where, counter, "Till")
    change_option(*where, id_, 1, {"cost_once": Decimal("1200.50"), "effect_realistic": Decimal("0.5")})
    option = found(where)["Till"]
    assert (option.cost_once, option.effect(Case.REALISTIC)) == (Decimal("1200.50"), Decimal("0.5"))
    with pytest.raises(VersionConflict):
        change_option(*where, id_, 1, {"name": "Tills"})


def test_the_worst_case_cannot_bring_more_than_the_best(where: Where, counter: UUID) -> None:
    id_ = put(where, counter, "Till", effect_best=1)
    with pytest.raises(EffectsOutOfOrder):
        change_option(*where, id_, 1, {"effect_worst": Decimal("1.5")})


def test_of_one_touchpoint_and_goal_one_option_is_chosen_and_the_others_stay(
    where: Where, counter: UUID
) -> None:
    till, queue = put(where, counter, "Till"), put(where, counter, "Queue")
    choose_option(*where, till, "cheap")
    choose_option(*where, queue, " quick ")
    assert chosen(where) == ["Queue"]
    assert found(where)["Queue"].choice_reason == "quick"
    assert found(where)["Till"].choice_reason == ""
    leave_option(*where, queue)
    assert chosen(where) == []
    assert len(found(where)) == 2


def test_options_of_other_touchpoints_are_chosen_beside_it(where: Where, counter: UUID) -> None:
    window = NewTouchpoint("Window")
    add_touchpoints(*where, [window])
    for id_ in (put(where, counter, "Till"), put(where, window.id, "Light")):
        choose_option(*where, id_, "")
    assert chosen(where) == ["Till", "Light"]


def test_a_chosen_option_that_moves_takes_the_place_of_the_one_chosen_there(
    where: Where, counter: UUID
) -> None:
    window = NewTouchpoint("Window")
    add_touchpoints(*where, [window])
    till, light = put(where, counter, "Till"), put(where, window.id, "Light")
    choose_option(*where, till, "")
    choose_option(*where, light, "")
    change_option(*where, till, found(where)["Till"].version, {"touchpoint_id": window.id})
    assert chosen(where) == ["Till"]


def test_a_set_is_chosen_at_once_and_what_was_chosen_before_comes_back(where: Where, counter: UUID) -> None:
    till, queue = put(where, counter, "Till"), put(where, counter, "Queue")
    choose_option(*where, till, "cheap")
    choose_options(*where, {queue: "best choice"})
    assert chosen(where) == ["Queue"]
    choose_options(*where, {till: "cheap"})
    assert (chosen(where), found(where)["Till"].choice_reason) == (["Till"], "cheap")


def test_options_go_into_the_bin_and_come_back(where: Where, counter: UUID) -> None:
    till, queue = put(where, counter, "Till"), put(where, counter, "Queue")
    choose_option(*where, till, "")
    bin_option(*where, till)
    assert list(found(where)) == ["Queue"]
    choose_option(*where, queue, "")
    restore_option(*where, till)
    assert chosen(where) == ["Queue"]
    bin_touchpoints(*where, [counter])
    assert found(where) == {}


def test_an_option_says_what_it_needs_and_whom_it_reaches(where: Where, counter: UUID) -> None:
    till, queue = put(where, counter, "Till"), put(where, counter, "Queue")
    locals_ = add_segment(*where, "Locals")
    assert locals_
    set_needs(*where, till, [queue])
    set_segments(*where, till, [locals_])
    option = found(where)["Till"]
    assert (option.needs, option.segments) == ((queue,), (locals_,))
    set_needs(*where, till, [])
    assert found(where)["Till"].needs == ()
    with pytest.raises(NeedsItself):
        set_needs(*where, till, [till])


def test_votes_are_counted(where: Where, counter: UUID) -> None:
    till = put(where, counter, "Till")
    change_option(*where, till, 1, {"team_votes": 7})
    assert found(where)["Till"].team_votes == 7
    with pytest.raises(UnusableInput):
        change_option(*where, till, 2, {"team_votes": -1})


def test_nothing_of_another_project_is_touched(where: Where, counter: UUID, other_project: UUID) -> None:
    till = put(where, counter, "Till")
    elsewhere = (where[0], where[1], other_project)
    with pytest.raises(NoSuchRow):
        add_option(*elsewhere, {"touchpoint_id": counter, "name": "Till"})
    for do in (bin_option, restore_option, leave_option):
        with pytest.raises(NoSuchRow):
            do(*elsewhere, till)
    with pytest.raises(NoSuchRow):
        set_needs(*elsewhere, till, [])
    with pytest.raises(NoSuchRow):
        choose_options(*elsewhere, {till: ""})
    assert list_options(*elsewhere) == ()
