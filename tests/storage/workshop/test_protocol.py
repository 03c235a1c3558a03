"""The protocol: what stays of a workshop, read with a query for each kind of thing."""

from __future__ import annotations

from datetime import date

import pytest

from storage.actions import add_action
from storage.activity_course import close_activity
from storage.ballots import answer, give_name
from storage.cards import write_card
from storage.conclusion import conclude_workshop
from storage.intents import NoSuchRow
from storage.protocol import read_protocol
from storage.reveals import reveal_activity
from storage.sheets import read_sheet
from storage.workshops import add_workshop
from tests.storage.workshop.conftest import Room


def test_results_stay_with_the_names_of_what_was_asked(room: Room) -> None:
    activity = room.begin()
    for _ in range(5):
        given = {str(id_): {"experience": 1} for id_ in room.touchpoints}
        answer(room.store, room.join(), activity, {"rate": given})
    room.press(reveal_activity, activity)
    conclude_workshop(*room.place, room.workshop)
    found = read_protocol(*room.place, room.workshop)
    revealed = found.records[activity].revealed
    assert revealed is not None
    assert {found.names[one] for one in revealed.picture.rate.subjects} == {"Web site", "Desk", "Invoice"}
    assert revealed.n == 5


def test_what_somebody_promised_is_among_the_todos(room: Room) -> None:
    action = add_action(*room.place, {"name": "Mend the form"})
    activity = room.begin("commit", is_named=True)
    phone = room.join()
    give_name(room.store, phone, activity, "Ada")
    answer(room.store, phone, activity, {"promise": {str(action): "2027-01-31"}})
    room.press(reveal_activity, activity)
    found = read_protocol(*room.place, room.workshop)
    revealed = found.records[activity].revealed
    assert revealed is not None
    [promise] = revealed.picture.promises
    assert (promise.name, promise.day) == ("Ada", date(2027, 1, 31))
    assert [one.name for one in found.todos] == ["Mend the form"]


def test_cards_stay_word_for_word(room: Room) -> None:
    activity = room.begin("collect")
    write_card(room.store, room.join(), activity, {"kind": "touchpoint", "text": "The <b>queue</b>"})
    room.press(close_activity, activity)
    assert [card.text for card in read_protocol(*room.place, room.workshop).cards] == ["The <b>queue</b>"]


def test_a_voting_sheet_is_there_before_the_activity_was_opened(room: Room) -> None:
    sheet = read_sheet(*room.place, room.add())
    assert [one.name for one in sheet.subjects] == ["Web site", "Desk", "Invoice"]
    assert sheet.floor == 5


def test_nothing_of_another_workshop_is_told(room: Room) -> None:
    room.begin()
    other = read_protocol(*room.place, add_workshop(*room.place, {"name": "Tuesday"}))
    assert (other.records, other.names, other.cards) == ({}, {}, ())
    with pytest.raises(NoSuchRow):
        read_sheet(*room.place, room.workshop)
