"""Tables in the room: people and touchpoints are dealt to them, changed by hand, and taken back."""

from __future__ import annotations

from uuid import uuid4

import pytest

from storage.activity_subjects import deal_subjects, list_subjects, preview_subjects, seat_subjects
from storage.intents import NoSuchRow
from storage.seats import TablePlace, deal_places, list_participants, seat_people
from storage.workshops import add_workshop
from tests.storage.workshop.conftest import Room


def seats(room: Room) -> list[tuple[int | None, bool]]:
    people = list_participants(*room.place, room.workshop)
    return [(one.table_number, one.is_writer) for one in people]


def tables(room: Room, activity: object) -> list[int | None]:
    return [one.table_number for one in list_subjects(*room.place, activity)]


def test_people_are_dealt_so_that_tables_are_equally_full_and_each_has_one_who_writes(room: Room) -> None:
    for _ in range(5):
        room.join()
    ids = [one.id for one in list_participants(*room.place, room.workshop)]
    seat_people(*room.place, room.workshop, deal_places(ids, 2))
    assert seats(room) == [(1, True), (2, True), (1, False), (2, False), (1, False)]


def test_more_tables_than_people_leave_tables_empty() -> None:
    ids = [uuid4(), uuid4()]
    assert list(deal_places(ids, 5).values()) == [TablePlace(number, is_writer=True) for number in (1, 2)]


def test_somebody_of_another_workshop_is_not_seated(room: Room) -> None:
    room.join()
    [somebody] = list_participants(*room.place, room.workshop)
    other = add_workshop(*room.place, {"name": "Tuesday"})
    with pytest.raises(NoSuchRow):
        seat_people(*room.place, other, {somebody.id: TablePlace(1)})


def test_touchpoints_are_dealt_in_the_order_of_the_journey_before_the_activity_is_opened(room: Room) -> None:
    activity = room.add("table_work")
    deal_subjects(*room.place, activity, 2)
    assert tables(room, activity) == [1, 1, 2]


def test_dealt_to_no_table_they_lie_at_all_of_them(room: Room) -> None:
    activity = room.begin("table_work")
    deal_subjects(*room.place, activity, 3)
    deal_subjects(*room.place, activity, 0)
    assert tables(room, activity) == [None, None, None]


def test_a_touchpoint_is_given_to_another_table(room: Room) -> None:
    activity = room.begin("table_work")
    seat_subjects(*room.place, activity, {room.touchpoints[1]: 4})
    assert tables(room, activity) == [None, 4, None]
    with pytest.raises(NoSuchRow):
        seat_subjects(*room.place, activity, {uuid4(): 1})


def test_what_would_be_asked_is_seen_before_it_is_fixed(room: Room) -> None:
    activity = room.add()
    assert [one.id for one in preview_subjects(*room.place, activity)] == list(room.touchpoints)
    assert list_subjects(*room.place, activity) == ()
