"""A workshop is opened by its code, changed by version, and thrown away and brought back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from storage.access import Actor, NotAllowed
from storage.checking import UnusableInput
from storage.intents import NoSuchRow, VersionConflict
from storage.seats import WrongCode, find_way_in, join_workshop, participant_of, tidy_code
from storage.store import Store
from storage.workshops import (
    CODE_LENGTH,
    CODE_SIGNS,
    add_workshop,
    bin_workshop,
    change_workshop,
    list_workshops,
    open_workshop,
    read_workshop,
    restore_workshop,
)
from tests.storage.workshop.conftest import Room
from touchpoints.model import WorkshopState


def test_a_code_has_eight_signs_that_nobody_takes_for_others(room: Room) -> None:
    assert len(room.code) == CODE_LENGTH == 8
    assert set(room.code) <= set(CODE_SIGNS)
    assert not set(CODE_SIGNS) & set("0O1I")


def test_the_code_lets_in_however_it_is_typed(room: Room) -> None:
    typed = f" {room.code[:4].lower()}-{room.code[4:]} "
    assert tidy_code(typed) == room.code
    found = find_way_in(room.store, typed)
    assert (found.workshop, found.project) == ("Monday", "Bakery")


def test_before_it_is_open_nobody_comes_in(store: Store, facilitator: Actor, project: UUID) -> None:
    workshop = add_workshop(store, facilitator, project, {"name": "Monday"})
    code = read_workshop(store, facilitator, project, workshop).code
    with pytest.raises(WrongCode):
        join_workshop(store, code)
    open_workshop(store, facilitator, project, workshop)
    assert join_workshop(store, code)


def test_what_is_open_ahead_lets_in_before_the_day(
    store: Store, facilitator: Actor, project: UUID, room: Room
) -> None:
    workshop = add_workshop(store, facilitator, project, {"name": "Later"})
    later = Room(store, facilitator, project, workshop, room.touchpoints)
    later.begin(is_ahead=True)
    assert read_workshop(*later.place, workshop).state is WorkshopState.PLANNED
    assert later.join().seat is not None


def test_one_that_lies_in_the_bin_lets_nobody_in_and_sends_out_who_is_there(room: Room) -> None:
    token = join_workshop(room.store, room.code)
    code = room.code
    bin_workshop(*room.place, room.workshop)
    assert participant_of(room.store, token).is_guest
    with pytest.raises(WrongCode):
        join_workshop(room.store, code)
    restore_workshop(*room.place, room.workshop)
    assert not participant_of(room.store, token).is_guest


def test_the_open_one_is_listed_first_then_the_latest(room: Room) -> None:
    for name, day in (("May", date(2026, 5, 4)), ("June", date(2026, 6, 1))):
        add_workshop(*room.place, {"name": name, "held_on": day})
    assert [one.name for one in list_workshops(*room.place)] == ["Monday", "June", "May"]


def test_an_older_version_does_not_overwrite_a_newer_one(room: Room) -> None:
    version = read_workshop(*room.place, room.workshop).version
    change_workshop(*room.place, room.workshop, version, {"name": "Tuesday"})
    with pytest.raises(VersionConflict):
        change_workshop(*room.place, room.workshop, version, {"name": "Wednesday"})
    assert read_workshop(*room.place, room.workshop).name == "Tuesday"


def test_no_floor_lies_below_five(room: Room) -> None:
    with pytest.raises(UnusableInput):
        add_workshop(*room.place, {"name": "Small", "floor": 4})


def test_another_projects_workshop_is_not_there(room: Room, other_project: UUID) -> None:
    place = (room.store, room.facilitator, other_project)
    with pytest.raises(NoSuchRow):
        read_workshop(*place, room.workshop)
    with pytest.raises(NoSuchRow):
        open_workshop(*place, room.workshop)


def test_a_participant_may_not_look_at_any_of_it(room: Room) -> None:
    with pytest.raises(NotAllowed):
        list_workshops(room.store, room.join(), room.project)
