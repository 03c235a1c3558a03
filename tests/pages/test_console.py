"""The console: what it shows and lets be pressed in each state, and two who press at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE, Actor
from storage.activity_course import close_activity, open_activity, pause_activity
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry, add_activity, list_activities
from storage.ballots import answer
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.paper import count_sheets
from storage.reveals import read_picture
from storage.seats import join_workshop, list_participants, participant_of
from storage.store import Store
from storage.workshops import add_workshop, read_workshop
from tests.pages._screen import button, buttons, is_shown, open_page, press, texts
from touchpoints.model import ActivityState, Depth, Selection, WorkshopState

OPEN, PAUSED = ActivityState.OPEN, ActivityState.PAUSED
REVEALED, CLOSED = ActivityState.REVEALED, ActivityState.CLOSED


@dataclass(frozen=True)
class Console:
    """A planned workshop about three key touchpoints: experience, and then a break."""

    frame: AppTest
    store: Store
    project: UUID
    workshop: UUID
    experience: UUID

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        return self.store, COMMAND_LINE, self.project

    def activity(self) -> ActivityEntry:
        return next(one for one in list_activities(*self.where, self.workshop) if one.id == self.experience)

    def open(self, **query: str) -> AppTest:
        asked = {"workshop": str(self.workshop), "activity": str(self.experience), **query}
        return open_page(self.frame, "console", self.project, **asked)

    def somebody_presses(self, do: Callable[..., None]) -> None:
        do(*self.where, self.experience, self.activity().version)

    def join(self) -> Actor:
        return participant_of(
            self.store, join_workshop(self.store, read_workshop(*self.where, self.workshop).code)
        )

    def answered_by(self, people: int) -> None:
        subjects = list_subjects(*self.where, self.experience)
        given = {"rate": {str(one.id): {"experience": 1} for one in subjects}}
        for _ in range(people):
            answer(self.store, self.join(), self.experience, given)


@pytest.fixture
def console(facilitator: str, hotel: UUID, open_frame: Callable[..., AppTest], store: Store) -> Console:
    assert facilitator
    where = (store, COMMAND_LINE, hotel)
    new = [NewTouchpoint(name) for name in ("Web site", "Desk", "Invoice")]
    add_touchpoints(*where, new)
    set_depth(*where, [one.id for one in new], Depth.KEY)
    workshop = add_workshop(*where, {"name": "Monday"})
    about = {"instructions": "Put yourself in the customer's place.", "minutes": 20}
    first = {
        "kind": "experience",
        "title": "Experience",
        "selection": Selection.KEY,
        "settings": {"together": True},
    }
    experience = add_activity(*where, workshop, first | about)
    add_activity(*where, workshop, {"kind": "break", "title": "Coffee", "minutes": 15})
    return Console(open_frame(project=str(hotel)), store, hotel, workshop, experience)


def offered(frame: AppTest) -> list[str]:
    """What changes how far an activity is, of all buttons."""
    presses = ("Start activity", "Go on", "Pause", "Reveal", "Reveal again", "Close activity", "Open again")
    return [one for one in buttons(frame) if one in presses]


def test_it_reads_the_instructions_out_and_says_how_far_the_activity_is(console: Console) -> None:
    frame = console.open()
    assert is_shown(frame, "Put yourself in the customer's place.")
    assert is_shown(frame, "planned · about key touchpoints")
    assert offered(frame) == ["Start activity"]


def test_starting_opens_activity_and_workshop_and_puts_it_on_the_wall(console: Console) -> None:
    frame = press(console.open(), "Start activity")
    workshop = read_workshop(*console.where, console.workshop)
    assert console.activity().state is OPEN
    assert (workshop.state, workshop.shown_id) == (WorkshopState.OPEN, console.experience)
    assert offered(frame) == ["Reveal", "Pause", "Close activity"]
    assert "Show on the wall" not in buttons(frame)


@pytest.mark.parametrize(
    ("presses", "state", "then"),
    [
        (["Pause"], PAUSED, ["Go on", "Reveal", "Close activity"]),
        (["Pause", "Go on"], OPEN, ["Reveal", "Pause", "Close activity"]),
        (["Reveal"], REVEALED, ["Close activity", "Open again"]),
        (["Close activity"], CLOSED, ["Open again"]),
        (["Close activity", "Open again"], OPEN, ["Reveal", "Pause", "Close activity"]),
    ],
)
def test_each_state_offers_the_presses_that_make_sense_in_it(
    console: Console, presses: list[str], state: ActivityState, then: list[str]
) -> None:
    frame = press(console.open(), "Start activity")
    for one in presses:
        frame = press(frame, one)
    assert console.activity().state is state
    assert offered(frame) == then


def test_a_break_is_never_revealed(console: Console) -> None:
    coffee = list_activities(*console.where, console.workshop)[1]
    frame = press(console.open(activity=str(coffee.id)), "Start activity")
    assert offered(frame) == ["Pause", "Close activity"]


def test_it_counts_who_is_done_and_going_back_loses_no_answer(console: Console) -> None:
    frame = press(console.open(), "Start activity")
    console.answered_by(3)
    console.join()
    assert is_shown(frame.run(), "3 of 4 done · 3 have begun · 4 people are in")
    frame = press(press(frame, "Close activity"), "Open again")
    assert is_shown(frame, "3 of 4 done")


def test_before_a_reveal_it_says_how_many_are_missing_and_after_it_the_figures(console: Console) -> None:
    frame = press(console.open(), "Start activity")
    console.answered_by(4)
    assert is_shown(frame.run(), "1 more must answer before any figure may be shown.")
    console.answered_by(1)
    frame = press(frame, "Reveal")
    [figures] = frame.dataframe
    assert list(figures.value["About"]) == ["Web site", "Desk", "Invoice"]
    assert list(figures.value["n"]) == ["5", "5", "5"]
    frame = press(frame, "Open again")
    assert is_shown(frame, "5 more must answer or change their answer before the picture may change.")


def test_closed_without_a_reveal_it_can_still_be_revealed(console: Console) -> None:
    frame = press(console.open(), "Start activity")
    console.answered_by(1)
    assert offered(press(frame, "Close activity")) == ["Open again", "Reveal"]


def test_closed_with_new_answers_it_can_be_revealed_again(console: Console) -> None:
    frame = press(console.open(), "Start activity")
    console.answered_by(5)
    frame = press(press(frame, "Reveal"), "Open again")
    console.answered_by(5)
    frame = press(frame.run(), "Close activity")
    assert offered(frame) == ["Open again", "Reveal again"]
    press(frame, "Reveal again")
    revealed = read_picture(*console.where, console.experience)
    assert revealed is not None
    assert (revealed.number, revealed.n) == (2, 10)


def test_whoever_presses_second_is_told_so_and_changes_nothing(console: Console) -> None:
    frame = press(console.open(), "Start activity")
    console.somebody_presses(pause_activity)
    frame = press(frame, "Close activity")
    assert is_shown(frame, "Somebody else has just pressed here, too.")
    assert console.activity().state is PAUSED
    assert offered(frame) == ["Go on", "Reveal", "Close activity"]
    assert is_shown(frame.run(), "Somebody else has just pressed here, too.")
    assert not is_shown(press(frame, "Go on"), "Somebody else")


def test_two_who_want_the_same_both_have_it(console: Console) -> None:
    frame = console.open()
    console.somebody_presses(open_activity)
    version = console.activity().version
    frame = press(frame, "Start activity")
    assert not is_shown(frame, "Somebody else")
    assert console.activity().version == version


def test_a_press_that_is_sent_twice_counts_once(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = press(console.open(), "Start activity")
    end, mark = console.activity().ends_at, uuid4()
    monkeypatch.setattr(Actor, "once", lambda actor: replace(actor, intent_id=mark))
    frame = press(press(frame.run(), "+5 min"), "+5 min")
    later = console.activity().ends_at
    assert end is not None
    assert later is not None
    assert later - end == timedelta(minutes=5)


def test_of_a_double_press_the_second_finds_no_button(console: Console) -> None:
    frame = press(console.open(), "Start activity")
    first = button(frame, "Next").key
    frame = press(frame, "Next")
    assert first not in {one.key for one in frame.button}


def test_together_they_go_from_one_touchpoint_to_the_next_and_back(console: Console) -> None:
    frame = press(console.open(), "Start activity")
    subjects = list_subjects(*console.where, console.experience)
    frame = press(press(frame, "Next"), "Next")
    assert console.activity().subject_id == subjects[1].id
    assert is_shown(frame, "2 of 3: **Desk**")
    press(frame, "Previous")
    assert console.activity().subject_id == subjects[0].id


def test_the_wall_shows_the_way_in_and_the_activity_again(console: Console) -> None:
    frame = press(press(console.open(), "Start activity"), "Show the way in")
    assert read_workshop(*console.where, console.workshop).shown_id is None
    press(frame, "Show on the wall")
    assert read_workshop(*console.where, console.workshop).shown_id == console.experience


def test_people_are_dealt_to_tables_with_one_who_writes_for_each_and_taken_back(console: Console) -> None:
    press(console.open(), "Start activity")
    for _ in range(5):
        console.join()
    frame = console.open(drawer="people")
    [tables] = [one for one in frame.number_input if one.label == "Number of tables"]
    tables.set_value(2)
    frame = press(frame, "Deal people to tables")
    people = list_participants(*console.where, console.workshop)
    assert [one.table_number for one in people] == [1, 2, 1, 2, 1]
    assert [one.is_writer for one in people] == [True, True, False, False, False]
    assert is_shown(frame, "Table 1 Participant 1 (writes) , Participant 3, Participant 5")
    press(frame, "Undo")
    assert {one.table_number for one in list_participants(*console.where, console.workshop)} == {None}


def test_sheets_are_counted_in_a_grid(console: Console) -> None:
    press(console.open(), "Start activity")
    frame = console.open(drawer="paper")
    [sheets] = [one for one in frame.number_input if one.label == "Number of sheets"]
    frame = sheets.set_value(6).run()
    press(frame, "Enter these answers")
    assert count_sheets(*console.where, console.experience) == 6


def test_concluding_says_what_it_erases_asks_and_leaves_nothing_to_press(console: Console) -> None:
    press(console.open(), "Start activity")
    frame = console.open(drawer="end")
    assert is_shown(frame, "Concluding erases for good")
    frame = press(frame, "Erase the answers and conclude")
    assert read_workshop(*console.where, console.workshop).state is WorkshopState.CONCLUDED
    assert is_shown(frame, "This workshop is concluded")
    assert offered(frame) == []


def test_somebody_elses_press_shows_when_the_console_is_drawn_anew(console: Console) -> None:
    frame = press(console.open(), "Start activity")
    console.somebody_presses(close_activity)
    assert offered(frame.run()) == ["Open again"]


def test_without_a_workshop_it_leads_to_preparing_one(
    facilitator: str, hotel: UUID, open_frame: Callable[..., AppTest]
) -> None:
    assert facilitator
    frame = open_page(open_frame(project=str(hotel)), "console", hotel)
    assert any("There is no workshop yet" in one for one in texts(frame))
    assert [link.proto.label for link in frame.get("page_link") if link.proto.label == "Prepare a workshop"]
