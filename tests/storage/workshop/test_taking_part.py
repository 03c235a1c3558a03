"""A phone answers what is open in its own workshop, once for each press, and does nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from storage.access import GUEST, Actor, NotAllowed
from storage.activity_course import close_activity, open_activity
from storage.ballots import answer, count_answered, give_name, name_department, say_done
from storage.card_list import list_cards
from storage.cards import (
    PARKING,
    EnoughCards,
    bin_cards,
    change_own_card,
    merge_cards,
    move_cards,
    park_card,
    part_cards,
    restore_cards,
    write_card,
)
from storage.history import list_changes
from storage.phone import read_own_ballot, read_phone
from storage.revisions import activity_scope, revisions_of
from storage.seats import (
    join_workshop,
    leave_workshop,
    list_participants,
    participant_of,
)
from storage.taking_part import pseudonym
from storage.workshops import add_workshop, open_workshop
from tests.storage._public import call, functions_of_a_project, functions_of_a_seat
from tests.storage._rows import row_counts
from tests.storage.workshop.conftest import Room
from touchpoints.ballots import UnusableAnswer
from touchpoints.model import Ballot, CardKind, Participant

# A phone hears that something has moved in its workshop, and no more.
HEARS = {"revisions.audible_revisions"}


def rated(room: Room, value: int, which: int = 0) -> dict[str, Any]:
    return {"rate": {str(room.touchpoints[which]): {"experience": value}}}


def test_an_answer_sent_twice_is_stored_once(room: Room) -> None:
    activity, phone = room.begin(), room.join().once()
    for _ in range(2):
        answer(room.store, phone, activity, rated(room, 2))
    before = revisions_of(*room.place)
    answer(room.store, phone, activity, rated(room, -2))
    assert read_own_ballot(room.store, phone, activity).content == rated(room, 2)
    assert revisions_of(*room.place) == before


def test_a_vote_raises_its_activitys_revision_alone_and_leaves_no_line_in_the_history(room: Room) -> None:
    activity, phone = room.begin(), room.join()
    before, lines = revisions_of(*room.place), list_changes(*room.place)
    answer(room.store, phone, activity, rated(room, 1))
    after = revisions_of(*room.place)
    assert {scope for scope in after if after[scope] != before.get(scope)} == {activity_scope(activity)}
    assert list_changes(*room.place) == lines


def test_only_how_many_answered_is_counted(room: Room) -> None:
    activity, phones = room.begin(), [room.join() for _ in range(3)]
    for phone in phones[:2]:
        answer(room.store, phone, activity, rated(room, 1))
    for which in range(3):
        answer(room.store, phones[0], activity, rated(room, 1, which))
    assert count_answered(*room.place, activity) == (2, 1)
    say_done(room.store, phones[1], activity, is_done=True)
    assert count_answered(*room.place, activity) == (2, 2)


def test_several_share_a_phone_and_each_has_a_ballot(room: Room) -> None:
    activity, phone = room.begin(), room.join()
    answer(room.store, phone, activity, rated(room, 1))
    answer(room.store, phone, activity, rated(room, -2), person=2)
    assert read_own_ballot(room.store, phone, activity, person=2).content == rated(room, -2)
    assert count_answered(*room.place, activity)[0] == 2


def test_a_ballot_lies_under_a_name_that_nothing_stored_leads_to(room: Room) -> None:
    activity, phone = room.begin(), room.join()
    answer(room.store, phone, activity, rated(room, 1))
    with room.store.unchecked() as session:
        ballot = session.exec(select(Ballot)).one()
        person = session.exec(select(Participant)).one()
    assert phone.seat is not None
    assert ballot.pseudonym == pseudonym(phone.seat, activity)
    assert ballot.pseudonym != pseudonym(phone.seat, uuid4())
    assert phone.seat.secret not in str((ballot, person, phone))
    assert (ballot.name, ballot.department) == ("", "")


def test_a_department_is_kept_only_where_it_is_asked(room: Room) -> None:
    phone = room.join()
    for asks in (False, True):
        activity = room.begin(asks_department=asks)
        name_department(room.store, phone, activity, " Sales ")
        assert read_own_ballot(room.store, phone, activity).department == ("Sales" if asks else "")


def test_a_name_stands_on_a_ballot_only_where_names_are_shown(room: Room) -> None:
    phone = room.join()
    for is_named in (True, False):
        activity = room.begin(is_named=is_named)
        give_name(room.store, phone, activity, "Ada")
        answer(room.store, phone, activity, rated(room, 1))
    with room.store.unchecked() as session:
        assert sorted(ballot.name for ballot in session.exec(select(Ballot))) == ["", "Ada"]
    assert [one.name for one in list_participants(*room.place, room.workshop)] == ["Ada"]


def test_the_same_phone_keeps_its_seat_and_another_gets_its_own(room: Room) -> None:
    token = join_workshop(room.store, room.code)
    assert join_workshop(room.store, room.code, token) == token
    assert join_workshop(room.store, room.code) != token
    assert len(list_participants(*room.place, room.workshop)) == 2


def test_the_seat_of_one_workshop_is_none_in_another(room: Room) -> None:
    token = join_workshop(room.store, room.code)
    other = add_workshop(*room.place, {"name": "Other"})
    open_workshop(*room.place, other)
    elsewhere = Room(room.store, room.facilitator, room.project, other, room.touchpoints)
    assert join_workshop(room.store, elsewhere.code, token) != token
    with pytest.raises(NotAllowed):
        answer(room.store, participant_of(room.store, token), elsewhere.begin(), rated(room, 1))


def test_whoever_has_left_answers_no_more(room: Room) -> None:
    activity, token = room.begin(), join_workshop(room.store, room.code)
    phone = participant_of(room.store, token)
    leave_workshop(room.store, token)
    assert participant_of(room.store, token) == GUEST
    with pytest.raises(NotAllowed):
        answer(room.store, phone, activity, rated(room, 1))
    assert list_participants(*room.place, room.workshop) == ()


def test_a_phone_can_do_nothing_but_take_part(room: Room) -> None:
    phone, before = room.join(), row_counts(room.store)
    for name in functions_of_a_project().keys() - HEARS:
        function = functions_of_a_project()[name]
        with pytest.raises(NotAllowed):
            pytest.fail(f"{name} gave {call(function, room.store, phone, room.project)}")
    assert row_counts(room.store) == before


@pytest.mark.parametrize("who", ["guest", "facilitator"])
def test_whoever_has_no_seat_takes_no_part(room: Room, who: str) -> None:
    actor = GUEST if who == "guest" else room.facilitator
    activity, before = room.begin(), row_counts(room.store)
    functions = functions_of_a_seat()
    assert {"ballots.answer", "cards.write_card"} <= set(functions)
    for name, function in functions.items():
        with pytest.raises(NotAllowed):
            pytest.fail(f"{name} gave {function(room.store, actor, activity, *[object()] * 3)}")
    for other in (lambda: park_card(room.store, actor, "x"), lambda: read_phone(room.store, actor)):
        with pytest.raises(NotAllowed):
            other()
    assert row_counts(room.store) == before


def test_the_phone_shows_what_is_on_and_what_is_open_ahead(room: Room) -> None:
    phone = room.join()
    assert read_phone(room.store, phone).activities == ()
    ahead, shown = room.begin(is_ahead=True), room.begin("importance")
    room.add("closing")
    assert [one.id for one in read_phone(room.store, phone).activities] == [shown, ahead]


def written(room: Room, activity: UUID, phone: Actor, text: str) -> UUID:
    return write_card(room.store, phone, activity, {"kind": CardKind.KEEP, "text": text})


def test_a_card_is_written_changed_and_withdrawn_by_its_writer_alone(room: Room) -> None:
    activity, phone = room.begin("collect"), room.join()
    card = written(room, activity, phone, "Warm bread")
    change_own_card(room.store, phone, activity, card, "Warm rolls")
    assert [one.text for one in read_own_ballot(room.store, phone, activity).cards] == ["Warm rolls"]
    with pytest.raises(NotAllowed):
        change_own_card(room.store, room.join(), activity, card, None)
    change_own_card(room.store, phone, activity, card, None)
    assert list_cards(*room.place, room.workshop) == ()


def test_only_cards_that_are_asked_for_are_taken_and_no_more_than_asked(room: Room) -> None:
    activity, phone = room.begin("first_contact"), room.join()
    with pytest.raises(UnusableAnswer):
        written(room, activity, phone, "Warm bread")
    first = {"kind": CardKind.FIRST_CONTACT, "text": "He calls"}
    write_card(room.store, phone, activity, first)
    with pytest.raises(EnoughCards):
        write_card(room.store, phone, activity, first)
    with pytest.raises(UnusableAnswer):
        write_card(room.store, room.join(), room.begin(), first)


def test_a_proposed_action_has_a_day_and_where_names_are_shown_who_does_it(room: Room) -> None:
    activity, phone = room.begin("commit", is_named=True), room.join()
    card = {"kind": CardKind.ACTION, "text": "Call back", "name": "Ada", "due_on": "2026-03-12"}
    id_ = write_card(room.store, phone, activity, card)
    [own] = read_own_ballot(room.store, phone, activity).cards
    assert (own.name, own.due_on) == ("Ada", date(2026, 3, 12))
    change_own_card(room.store, phone, activity, id_, "Call back at once")
    [hung] = list_cards(*room.place, room.workshop)
    assert (hung.text, hung.name, hung.due_on) == ("Call back at once", "Ada", date(2026, 3, 12))
    change_own_card(room.store, phone, activity, id_, "Call", promised={"name": "", "due_on": None})
    assert [(one.name, one.due_on) for one in list_cards(*room.place, room.workshop)] == [("", None)]


def test_no_name_is_taken_where_none_is_shown_and_no_day_but_of_an_action(room: Room) -> None:
    phone = room.join()
    anonymous, named = room.begin("commit", is_ahead=True), room.begin("collect", is_named=True)
    action = {"kind": CardKind.ACTION, "text": "Call back"}
    with pytest.raises(UnusableAnswer):
        write_card(room.store, phone, anonymous, action | {"name": "Ada"})
    id_ = write_card(room.store, phone, anonymous, action | {"due_on": "2026-03-12"})
    with pytest.raises(UnusableAnswer):
        change_own_card(room.store, phone, anonymous, id_, "Call", promised={"name": "Ada"})
    for more in ({"name": "Ada"}, {"due_on": "2026-03-12"}):
        with pytest.raises(UnusableAnswer):
            write_card(room.store, phone, named, {"kind": CardKind.KEEP, "text": "Rolls"} | more)


def test_doubles_become_one_card_and_come_apart_again(room: Room) -> None:
    activity, phone = room.begin("collect"), room.join()
    bread, rolls, cakes = (written(room, activity, phone, text) for text in ("Bread", "Rolls", "Cakes"))
    merge_cards(*room.place, rolls, [cakes])
    merge_cards(*room.place, bread, [rolls])
    (whole,) = list_cards(*room.place, room.workshop)
    assert (whole.id, whole.doubles) == (bread, 2)
    part_cards(*room.place, [rolls, cakes])
    assert [one.doubles for one in list_cards(*room.place, room.workshop)] == [0, 0, 0]


def test_cards_are_moved_and_thrown_away_and_brought_back(room: Room) -> None:
    activity, phone = room.begin("collect"), room.join()
    bread, rolls = (written(room, activity, phone, text) for text in ("Bread", "Rolls"))
    move_cards(*room.place, [rolls], {"group": "Warm"}, bread)
    assert [(one.text, one.group) for one in list_cards(*room.place, room.workshop)] == [
        ("Rolls", "Warm"),
        ("Bread", ""),
    ]
    bin_cards(*room.place, [bread])
    assert len(list_cards(*room.place, room.workshop)) == 1
    restore_cards(*room.place, [bread])
    assert len(list_cards(*room.place, room.workshop)) == 2


def test_the_parking_lot_is_always_open(room: Room) -> None:
    phone, activity = room.join(), room.begin()
    park_card(room.store, phone, "Parking for bicycles")
    room.press(close_activity, activity)
    park_card(room.store, phone, "Lunch")
    assert [one.kind for one in list_cards(*room.place, room.workshop)] == [CardKind.PARKED] * 2
    assert revisions_of(*room.place)[PARKING] == 2
    room.press(open_activity, activity)
