"""One phone writes for its table, until the work of the tables is opened for everybody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from storage.access import Actor
from storage.activity_course import open_for_everybody
from storage.card_list import list_cards
from storage.cards import write_card
from storage.seats import deal_places, seat_people
from storage.taking_part import AnotherWrites
from tests.storage.workshop.conftest import Room
from touchpoints.model import CardKind


def sit_down(room: Room) -> tuple[Actor, Actor, UUID, dict[str, Any]]:
    """One who writes for a table, another at it, what tables work on, and a card for it."""
    writer, other = room.join(), room.join()
    ids = [phone.seat.participant_id for phone in (writer, other) if phone.seat]
    seat_people(*room.place, room.workshop, deal_places(ids, 1))
    activity = room.begin("table_work", by_table=True)
    card = {"kind": CardKind.BREAK, "text": "Papers get lost", "touchpoint_id": room.touchpoints[0]}
    return writer, other, activity, card


def test_one_phone_writes_for_its_table(room: Room) -> None:
    writer, other, activity, card = sit_down(room)
    with pytest.raises(AnotherWrites):
        write_card(room.store, other, activity, card)
    write_card(room.store, writer, activity, card)
    (written,) = list_cards(*room.place, room.workshop)
    assert (written.text, written.touchpoint, written.table_number) == ("Papers get lost", "Web site", 1)


def test_opened_for_everybody_all_amend_what_tables_found_until_one_writes_again(room: Room) -> None:
    writer, other, activity, card = sit_down(room)
    with pytest.raises(AnotherWrites):
        write_card(room.store, other, activity, card)
    open_for_everybody(*room.place, activity, is_for_all=True)
    write_card(room.store, other, activity, card)
    assert [one.table_number for one in list_cards(*room.place, room.workshop)] == [1]
    open_for_everybody(*room.place, activity, is_for_all=False)
    with pytest.raises(AnotherWrites):
        write_card(room.store, other, activity, card)
    write_card(room.store, writer, activity, card)
