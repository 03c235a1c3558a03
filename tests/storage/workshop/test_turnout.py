"""How many have answered: numbers alone, of ballots, cards and paper."""

from __future__ import annotations

from storage.activity_course import open_activity
from storage.ballots import answer, say_done
from storage.cards import write_card
from storage.paper import enter_tally
from storage.reveals import reveal_activity
from storage.seats import TablePlace, list_participants, seat_people
from storage.turnout import Turnout, read_turnout
from tests.storage.workshop.conftest import Room


def test_nobody_has_answered_an_activity_that_has_just_begun(room: Room) -> None:
    activity = room.begin()
    assert read_turnout(*room.place, room.workshop, activity) == Turnout(0, 0, 0, 0, 0, 0, 0, 0)


def test_whoever_has_begun_and_whoever_is_done_are_counted_apart(room: Room) -> None:
    activity = room.begin()
    phones = [room.join() for _ in range(3)]
    for phone in phones[:2]:
        answer(room.store, phone, activity, {"rate": {str(room.touchpoints[0]): {"experience": 1}}})
    say_done(room.store, phones[0], activity, is_done=True)
    enter_tally(*room.place, activity, 4, {})
    assert read_turnout(*room.place, room.workshop, activity) == Turnout(3, 0, 2, 1, 0, 4, 6, 0)


def test_two_cards_of_one_phone_are_one_person(room: Room) -> None:
    activity = room.begin("collect")
    phone = room.join()
    for text in ("Too long", "Too dear"):
        write_card(room.store, phone, activity, {"kind": "touchpoint", "text": text})
    found = read_turnout(*room.place, room.workshop, activity)
    assert (found.cards, found.people) == (2, 1)


def test_those_who_write_for_a_table_are_counted(room: Room) -> None:
    room.join()
    [somebody] = list_participants(*room.place, room.workshop)
    seat_people(*room.place, room.workshop, {somebody.id: TablePlace(1, is_writer=True)})
    assert read_turnout(*room.place, room.workshop, room.begin("table_work")).writers == 1


def test_how_many_had_answered_at_the_last_reveal_is_told(room: Room) -> None:
    activity = room.begin()
    for people in (2, 3):
        for _ in range(people):
            answer(room.store, room.join(), activity, {"rate": {str(room.touchpoints[0]): {"experience": 1}}})
        room.press(reveal_activity, activity)
        room.press(open_activity, activity)
    assert read_turnout(*room.place, room.workshop, activity).shown == 5
