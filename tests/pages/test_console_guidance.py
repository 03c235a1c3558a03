"""The console says what is missing, and leads there: cards that wait, tables, ticks; and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.activity_course import open_activity
from storage.agenda import add_activity, list_activities
from storage.ballots import answer
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.cards import add_card
from storage.conclusion import conclude_workshop
from storage.rehearsal import begin_rehearsal
from storage.reveals import reveal_activity
from storage.seats import TablePlace, join_workshop, list_participants, participant_of, seat_people
from storage.store import Store
from storage.workshops import add_workshop, open_workshop, read_workshop
from tests.pages._screen import buttons, is_shown, open_page, press
from touchpoints.model import CardKind, Depth, Selection


@dataclass
class Room:
    frame: AppTest
    store: Store
    project: UUID
    workshop: UUID

    @property
    def where(self) -> tuple[Store, object, UUID]:
        return self.store, COMMAND_LINE, self.project

    def begin(self, kind: str, **more: object) -> UUID:
        about = {"kind": kind, "title": kind, "minutes": 10, "selection": Selection.KEY}
        made = add_activity(*self.where, self.workshop, about | more)
        self.press(open_activity, made)
        return made

    def press(self, do: Callable[..., object], activity: UUID) -> None:
        [now] = [one for one in list_activities(*self.where, self.workshop) if one.id == activity]
        do(*self.where, activity, now.version)

    def answer(self, activity: UUID, given: dict[str, object]) -> None:
        code = read_workshop(*self.where, self.workshop).code
        answer(self.store, participant_of(self.store, join_workshop(self.store, code)), activity, given)

    def write(self, activity: UUID, kind: CardKind, *texts: str) -> None:
        of = {"workshop_id": self.workshop, "activity_id": activity, "kind": kind}
        for text in texts:
            add_card(*self.where, of | {"text": text})

    def console(self, activity: UUID, drawer: str = "") -> AppTest:
        query = {"workshop": str(self.workshop), "activity": str(activity)}
        return open_page(
            self.frame, "console", self.project, **query, **({"drawer": drawer} if drawer else {})
        )


@pytest.fixture
def room(facilitator: str, hotel: UUID, open_frame: Callable[..., AppTest], store: Store) -> Room:
    assert facilitator
    where = (store, COMMAND_LINE, hotel)
    new = [NewTouchpoint(name) for name in ("Desk", "Invoice")]
    add_touchpoints(*where, new)
    set_depth(*where, [one.id for one in new], Depth.KEY)
    workshop = add_workshop(*where, {"name": "Monday"})
    open_workshop(*where, workshop)
    return Room(open_frame(project=str(hotel)), store, hotel, workshop)


def test_taking_over_says_which_cards_wait_and_leads_to_them(room: Room) -> None:
    activity = room.begin("collect", settings={"cards": ["touchpoint"]})
    room.write(activity, CardKind.TOUCHPOINT, "Van", "Stall", "Window")
    frame = room.console(activity, "take_over")
    assert is_shown(frame, "3 cards wait for their phase")
    assert not is_shown(frame, "Nothing of this activity differs")
    assert is_shown(press(frame, "To the cards"), "3 cards wait for their phase")


def test_concluding_says_which_cards_are_left_behind(room: Room) -> None:
    activity = room.begin("collect", settings={"cards": ["touchpoint"]})
    other = room.begin("closing")
    assert not is_shown(room.console(other, "end"), "waits for its phase")
    room.write(activity, CardKind.TOUCHPOINT, "Van")
    frame = room.console(other, "end")
    assert is_shown(frame, "1 card waits for its phase")
    assert is_shown(press(frame, "collect"), "1 card waits for its phase")


def test_work_at_tables_without_a_table_says_so_and_leads_there(room: Room) -> None:
    activity = room.begin("table_work", by_table=True)
    said = "Nobody sits at a table yet"
    assert is_shown(room.console(activity), said)
    join_workshop(room.store, read_workshop(*room.where, room.workshop).code)
    assert "Deal people to tables" in buttons(press(room.console(activity), "Who is in"))
    [one] = list_participants(*room.where, room.workshop)
    seat_people(*room.where, room.workshop, {one.id: TablePlace(1, is_writer=True)})
    assert not is_shown(room.console(activity), said)


def test_of_a_concluded_workshop_it_says_how_many_answered_and_asks_for_no_more(room: Room) -> None:
    activity = room.begin("fist_of_five")
    for value in (1, 2, 3, 4, 5):
        room.answer(activity, {"rate": {"": {"support": value}}})
    room.press(reveal_activity, activity)
    conclude_workshop(*room.where, room.workshop)
    frame = room.console(activity)
    assert is_shown(frame, "5 people have answered")
    assert not is_shown(frame, "have begun")
    assert not is_shown(frame, "must answer")


@pytest.mark.parametrize("page", ["console", "wall"])
def test_a_rehearsal_says_that_it_is_one(room: Room, page: str) -> None:
    room.begin("fist_of_five")
    frame = open_page(room.frame, page, room.project, workshop=str(room.workshop))
    assert not is_shown(frame, "Rehearsal")
    rehearsal = begin_rehearsal(*room.where, room.workshop)
    assert is_shown(open_page(room.frame, page, room.project, workshop=str(rehearsal)), "Rehearsal")


@pytest.mark.parametrize(("named", "said"), [(False, "only counts are kept"), (True, "under your name")])
def test_at_the_end_the_wall_says_what_is_true_of_names(room: Room, named: bool, said: str) -> None:
    room.begin("commit", is_named=named)
    conclude_workshop(*room.where, room.workshop)
    frame = open_page(room.frame, "wall", room.project, workshop=str(room.workshop))
    assert is_shown(frame, said)
    assert is_shown(frame, "only counts are kept") is not named
