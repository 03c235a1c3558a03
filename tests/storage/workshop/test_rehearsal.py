"""A rehearsal is played by acted participants and vanishes: no row and no line of history stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from time import monotonic, sleep
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from storage.access import NotAllowed
from storage.acted_participants import PEOPLE, is_acted, send_in, stop_acting
from storage.activity_course import open_activity
from storage.activity_subjects import choose_subjects
from storage.agenda import list_activities
from storage.ballots import count_answered
from storage.card_list import list_cards
from storage.cards import add_card
from storage.intents import NoSuchRow
from storage.rehearsal import (
    RehearsalIsOn,
    begin_rehearsal,
    end_rehearsal,
    erase_forgotten_rehearsals,
)
from storage.seats import list_participants
from storage.store import Store
from storage.workshops import bin_workshop, list_workshops, read_workshop
from tests.storage.workshop.conftest import Room
from touchpoints.model import ENTITIES, Selection

FAST = 0.01


@pytest.fixture(autouse=True)
def _nobody_acts_on() -> Iterator[None]:
    yield
    stop_acting()


def rows(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    with store.unchecked() as session:
        tables = ENTITIES.metadata.sorted_tables
        return {
            table.name: session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables
        }


def eventually(is_so: Callable[[], Any], seconds: float = 20) -> None:
    end = monotonic() + seconds
    while not is_so():
        assert monotonic() < end
        sleep(0.05)


def play(room: Room, rehearsal: UUID) -> None:
    send_in(room.store, rehearsal, read_workshop(*room.place, rehearsal).code, FAST)


def open_first(room: Room, rehearsal: UUID) -> UUID:
    first = list_activities(*room.place, rehearsal)[0]
    open_activity(*room.place, first.id, first.version)
    return first.id


def test_a_rehearsal_has_the_same_agenda_and_is_open_at_once(room: Room) -> None:
    room.add("experience", title="How it feels", minutes=20)
    by_hand = room.add("importance", title="What matters")
    choose_subjects(*room.place, by_hand, room.touchpoints[1:])
    acted = begin_rehearsal(*room.place, room.workshop)
    planned, played = (list_activities(*room.place, one) for one in (room.workshop, acted))
    assert [(one.title, one.minutes) for one in played] == [(one.title, one.minutes) for one in planned]
    assert played[1].selection is Selection.BY_HAND
    assert {one.id for one in played}.isdisjoint(one.id for one in planned)
    entry = read_workshop(*room.place, acted)
    assert (entry.is_rehearsal, entry.state.value) == (True, "open")
    assert entry.code != room.code


def test_twenty_five_come_in_and_answer_by_themselves_whatever_is_opened(room: Room) -> None:
    room.add("experience", asks_department=True)
    acted = begin_rehearsal(*room.place, room.workshop)
    play(room, acted)
    assert is_acted(acted)
    first = open_first(room, acted)
    eventually(lambda: count_answered(*room.place, first) == (PEOPLE, PEOPLE))
    people = list_participants(*room.place, acted)
    assert len(people) == PEOPLE
    assert all(one.is_acted for one in people)
    assert list_participants(*room.place, room.workshop) == ()


def test_they_write_cards_and_promise_under_names(room: Room) -> None:
    room.add("first_contact", selection=Selection.NONE)
    acted = begin_rehearsal(*room.place, room.workshop)
    play(room, acted)
    first = open_first(room, acted)
    eventually(lambda: len(list_cards(*room.place, acted)) == PEOPLE)
    assert {one.activity_id for one in list_cards(*room.place, acted)} == {first}
    assert len({one.text for one in list_cards(*room.place, acted)}) > 2


def test_what_was_closed_is_answered_when_it_is_opened_again(room: Room) -> None:
    room.add("fist_of_five", selection=Selection.NONE)
    room.add("closing", selection=Selection.NONE)
    acted = begin_rehearsal(*room.place, room.workshop)
    play(room, acted)
    first = open_first(room, acted)
    second = list_activities(*room.place, acted)[1]
    open_activity(*room.place, second.id, second.version)
    eventually(lambda: count_answered(*room.place, second.id)[1] == PEOPLE)
    again = list_activities(*room.place, acted)[0]
    open_activity(*room.place, again.id, again.version)
    eventually(lambda: count_answered(*room.place, first)[1] == PEOPLE)


def test_it_vanishes_without_a_trace(room: Room) -> None:
    room.add("first_contact", selection=Selection.NONE)
    room.add("experience")
    before = rows(room.store)
    acted = begin_rehearsal(room.store, room.facilitator.once(), room.project, room.workshop)
    play(room, acted)
    first = open_first(room, acted)
    eventually(lambda: len(list_cards(*room.place, acted)) == PEOPLE)
    add_card(*room.place, {"workshop_id": acted, "activity_id": first, "kind": "idea", "text": "By hand"})
    assert rows(room.store)["history_entry"] > before["history_entry"]
    stop_acting()
    end_rehearsal(*room.place, acted)
    after = rows(room.store)
    # Room and cards of the project have numbers of their own from now on, as if somebody had come and gone.
    assert after.pop("revision") <= before.pop("revision") + 2
    assert after == before
    assert [one.id for one in list_workshops(*room.place)] == [room.workshop]


def test_they_stop_when_the_rehearsal_is_gone(room: Room) -> None:
    room.add("experience")
    acted = begin_rehearsal(*room.place, room.workshop)
    play(room, acted)
    eventually(lambda: list_participants(*room.place, acted))
    end_rehearsal(*room.place, acted)
    eventually(lambda: not is_acted(acted))
    end_rehearsal(*room.place, acted)


def test_there_is_one_at_a_time(room: Room) -> None:
    begin_rehearsal(*room.place, room.workshop)
    with pytest.raises(RehearsalIsOn):
        begin_rehearsal(*room.place, room.workshop)


def test_a_real_workshop_is_never_erased(room: Room) -> None:
    with pytest.raises(NoSuchRow):
        end_rehearsal(*room.place, room.workshop)
    assert read_workshop(*room.place, room.workshop)


def test_participants_cannot_begin_or_end_one(room: Room) -> None:
    phone = room.join()
    acted = begin_rehearsal(*room.place, room.workshop)
    with pytest.raises(NotAllowed):
        end_rehearsal(room.store, phone, room.project, acted)
    with pytest.raises(NotAllowed):
        begin_rehearsal(room.store, phone, room.project, room.workshop)


def test_one_that_nobody_ended_is_gone_after_a_day(
    room: Room, pass_time: Callable[[timedelta], object]
) -> None:
    acted = begin_rehearsal(*room.place, room.workshop)
    erase_forgotten_rehearsals(room.store)
    assert read_workshop(*room.place, acted)
    pass_time(timedelta(days=1, minutes=1))
    erase_forgotten_rehearsals(room.store)
    with pytest.raises(NoSuchRow):
        read_workshop(*room.place, acted)
    assert read_workshop(*room.place, room.workshop)
    bin_workshop(*room.place, room.workshop)
