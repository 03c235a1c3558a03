"""When a workshop is concluded its pictures stay, and no raw answer and no way to whoever gave it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from storage import upkeep
from storage.access import COMMAND_LINE, Actor, NotAllowed
from storage.activity_course import open_activity
from storage.ballots import answer
from storage.card_list import list_cards
from storage.cards import park_card, write_card
from storage.conclusion import conclude_due, conclude_workshop
from storage.paper import enter_tally
from storage.projects import bin_project
from storage.reveals import list_records, read_picture, reveal_activity
from storage.store import Store
from storage.taking_part import pseudonym
from storage.upkeep import keep_terms_hourly, tidy_up
from storage.workshops import WorkshopIsOver, add_workshop, bin_workshop, read_workshop
from tests.storage._rows import row_counts
from tests.storage.workshop.conftest import Room
from touchpoints.model import ENTITIES, ActivityState, CardKind, Reveal, WorkshopState

PassTime = Callable[[timedelta], datetime]


def begun(room: Room, n: int = 6, **values: Any) -> UUID:
    """An activity that so many have answered."""
    activity = room.begin(**values)
    for phone in [room.join() for _ in range(n)]:
        answer(room.store, phone, activity, {"rate": {str(room.touchpoints[0]): {"experience": 1}}})
    return activity


def all_values(store: Store) -> Iterator[str]:
    """Everything that the database holds, as text."""
    with store.unchecked() as session:
        for table in ENTITIES.metadata.sorted_tables:
            for row in session.execute(select(table)):
                yield from (str(value) for value in row)


def test_what_was_never_revealed_stays_as_a_picture_alone(room: Room) -> None:
    activity = begun(room)
    conclude_workshop(*room.place, room.workshop)
    found = read_picture(*room.place, activity)
    assert found is not None
    assert found.picture.rate.subjects[str(room.touchpoints[0])].n == found.n == 6
    assert row_counts(room.store)["ballot"] == 0
    assert room.activity(activity).state is ActivityState.CLOSED
    ended = read_workshop(*room.place, room.workshop)
    assert ended.state is WorkshopState.CONCLUDED
    assert ended.concluded_at is not None


def test_what_was_revealed_stays_as_it_was(room: Room) -> None:
    activity = begun(room)
    room.press(reveal_activity, activity)
    shown = read_picture(*room.place, activity)
    room.press(open_activity, activity)
    late = room.join()
    answer(room.store, late, activity, {"rate": {str(room.touchpoints[0]): {"experience": -2}}})
    conclude_workshop(*room.place, room.workshop)
    assert read_picture(*room.place, activity) == shown


def test_the_floor_holds_at_the_end_too(room: Room) -> None:
    activity = begun(room, 4)
    conclude_workshop(*room.place, room.workshop)
    found = read_picture(*room.place, activity)
    assert found is not None
    assert (found.n, found.picture.rate.subjects) == (4, {})


def test_no_raw_answer_and_no_pseudonym_is_left(room: Room) -> None:
    activity, phone = begun(room), room.join()
    enter_tally(*room.place, activity, 1, {"rate": {str(room.touchpoints[0]): {"2": 1}}})
    room.press(reveal_activity, activity)
    collect = room.begin("first_contact")
    write_card(room.store, phone, collect, {"kind": CardKind.FIRST_CONTACT, "text": "Advert"})
    park_card(room.store, phone, "Later")
    with room.store.unchecked() as session:
        left = {
            name
            for basis in session.execute(select(Reveal.basis)).scalars()
            for name in str(basis).split("'")
        }
    names = {name for name in left if len(name) == 64}
    assert phone.seat is not None
    names |= {pseudonym(phone.seat, place) for place in (collect, room.workshop)}
    assert len(names) == 8
    assert names <= set("'".join(all_values(room.store)).split("'"))
    conclude_workshop(*room.place, room.workshop)
    text = "\n".join(all_values(room.store))
    assert not [name for name in names if name in text]
    counts = row_counts(room.store)
    assert (counts["ballot"], counts["paper_tally"]) == (0, 0)
    assert {card.text for card in list_cards(*room.place, room.workshop)} == {"Advert", "Later"}


def test_from_what_is_stored_no_pseudonym_can_be_made(room: Room) -> None:
    activity = begun(room)
    stored = set(all_values(room.store))
    tried = {
        hashlib.sha256(f"{value}:{activity}:{person}".encode()).hexdigest()
        for value in stored | {value.replace("-", "") for value in stored}
        for person in (1, 2)
    }
    assert not tried & stored


def test_what_a_named_activity_showed_stays_however_few_they_were(room: Room) -> None:
    activity = begun(room, 1, is_named=True)
    conclude_workshop(*room.place, room.workshop)
    (record,) = list_records(*room.place, room.workshop)
    assert record.activity_id == activity
    assert record.revealed is not None
    assert record.revealed.picture.rate.subjects[str(room.touchpoints[0])].n == 1


def test_it_is_over_for_phones_and_console(room: Room) -> None:
    activity, phone = begun(room), room.join()
    conclude_workshop(*room.place, room.workshop)
    with pytest.raises(NotAllowed):
        answer(room.store, phone, activity, {})
    with pytest.raises(WorkshopIsOver):
        enter_tally(*room.place, activity, 0, {})
    with pytest.raises(WorkshopIsOver):
        room.press(reveal_activity, activity)


def test_concluding_twice_is_concluding_once(room: Room) -> None:
    begun(room)
    for _ in range(2):
        conclude_workshop(*room.place, room.workshop)
    assert row_counts(room.store)["reveal"] == 1


def test_after_a_week_it_ends_by_itself_and_not_before(room: Room, pass_time: PassTime) -> None:
    activity = begun(room)
    pass_time(timedelta(days=6, hours=23))
    tidy_up(room.store)
    assert row_counts(room.store)["ballot"] == 6
    pass_time(timedelta(hours=1))
    tidy_up(room.store)
    assert row_counts(room.store)["ballot"] == 0
    assert read_picture(*room.place, activity) is not None


@pytest.mark.parametrize("what", ["workshop", "project"])
def test_the_bin_keeps_no_raw_answers_longer(room: Room, pass_time: PassTime, what: str) -> None:
    begun(room)
    if what == "workshop":
        bin_workshop(*room.place, room.workshop)
    else:
        bin_project(*room.place)
    pass_time(timedelta(days=7))
    assert conclude_due(room.store) == 1
    assert conclude_due(room.store) == 0
    assert row_counts(room.store)["ballot"] == 0


def ahead(room: Room, held_on: date | None) -> UUID:
    """A workshop that is answered ahead of its day."""
    workshop = add_workshop(*room.place, {"name": "Ahead", "held_on": held_on})
    begun(Room(*room.place, workshop, room.touchpoints), 1, is_ahead=True)
    return workshop


@pytest.mark.parametrize(("days_ahead", "ends_after"), [(None, 7), (10, 18), (400, 60)])
def test_what_is_answered_ahead_waits_for_its_day(
    room: Room, pass_time: PassTime, days_ahead: int | None, ends_after: int
) -> None:
    held_on = None if days_ahead is None else (room.store.now() + timedelta(days=days_ahead)).date()
    workshop = ahead(room, held_on)
    pass_time(timedelta(days=ends_after - 1))
    conclude_due(room.store)
    assert read_workshop(*room.place, workshop).state is WorkshopState.PLANNED
    pass_time(timedelta(days=1, minutes=1))
    conclude_due(room.store)
    assert read_workshop(*room.place, workshop).state is WorkshopState.CONCLUDED


def test_a_running_server_looks_again_every_hour(
    room: Room, pass_time: PassTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(room)
    pass_time(timedelta(days=8))
    stop, looked = Event(), []

    def look(store: Store) -> int:
        looked.append(store)
        if len(looked) == 1:
            raise OSError("the database is away")
        stop.set()
        return conclude_due(store)

    monkeypatch.setattr(upkeep, "conclude_due", look)
    keep_terms_hourly(room.store, stop, pause=0.01)
    assert row_counts(room.store)["ballot"] == 0


def test_a_participant_concludes_nothing(room: Room) -> None:
    phone: Actor = room.join()
    with pytest.raises(NotAllowed):
        conclude_workshop(room.store, phone, room.project, room.workshop)
    conclude_workshop(room.store, COMMAND_LINE, room.project, room.workshop)
