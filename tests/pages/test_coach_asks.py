"""The coach asks: from the console to wall and phones, and what the room decided back to the coach."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._sign_in import SEAT
from pages._wall_hints import size_of
from storage.access import COMMAND_LINE
from storage.actions import list_actions
from storage.activity_subjects import list_subjects
from storage.agenda import ActivityEntry, add_activity, list_activities
from storage.ballots import answer
from storage.hint_answers import list_hint_answers
from storage.reveals import reveal_activity
from storage.seats import participant_of
from storage.store import Store
from tests.pages._phone import Hall, open_hall
from tests.pages._screen import buttons, is_shown, open_page, press
from touchpoints.activities import Decision
from touchpoints.model import HintState, Selection
from touchpoints.room.hints import AskedHint, asked_hints

TACKLE, NOT_NOW, NOT_OURS = Decision.TACKLE, Decision.NOT_NOW, Decision.NOT_OURS
ACTION, DISCUSSED = "Turn into an action", "Mark as discussed"
WAVE_OFF = "Wave off with the room's reason"
_ANSWERS = (ACTION, DISCUSSED, WAVE_OFF)


@dataclass(frozen=True)
class Asking:
    """A hall with an activity in which the coach asks, and whoever leads it before the console."""

    hall: Hall
    activity_id: UUID
    open_frame: Callable[..., AppTest]

    @property
    def where(self) -> tuple[Store, Any, UUID]:
        return self.hall.store, COMMAND_LINE, self.hall.project

    @property
    def activity(self) -> ActivityEntry:
        return next(
            one for one in list_activities(*self.where, self.hall.workshop) if one.id == self.activity_id
        )

    @property
    def hints(self) -> list[AskedHint]:
        return list(asked_hints(self.activity.settings).values())

    def console(self, **query: str) -> AppTest:
        asked = {"workshop": str(self.hall.workshop), "activity": str(self.activity_id), **query}
        return open_page(self.open_frame(), "console", self.hall.project, **asked)

    def start(self) -> AppTest:
        return press(self.console(), "Start activity")

    def wall(self) -> AppTest:
        return open_page(self.open_frame(), "wall", self.hall.project, workshop=str(self.hall.workshop))

    def decide(self, *rooms: Decision) -> None:
        """Six people, of whom four say of each hint what is given for it, and two something else."""
        subjects = [str(one.id) for one in list_subjects(*self.where, self.activity_id)]
        for person in range(6):
            said = {
                subject: {"decision": int(choice if person < 4 else choice % 3 + 1)}
                for subject, choice in zip(subjects, rooms, strict=False)
            }
            answer(
                self.hall.store,
                participant_of(self.hall.store, self.hall.join()),
                self.activity_id,
                {"rate": said},
            )
        self.hall.press(reveal_activity, self.activity_id)


@pytest.fixture
def asking(store: Store, hotel: UUID, facilitator: str, open_frame: Callable[..., AppTest]) -> Asking:
    """In a project whose language is German, led by somebody who reads English."""
    assert facilitator
    hall = open_hall(store, hotel)
    about = {"kind": "coach_asks", "title": "The coach asks", "minutes": 15, "selection": Selection.NONE}
    return Asking(hall, add_activity(store, COMMAND_LINE, hotel, hall.workshop, about), open_frame)


def test_the_gravest_open_hints_are_asked_in_the_language_of_the_project(asking: Asking) -> None:
    coach = open_page(asking.open_frame(locale="de-DE"), "coach", asking.hall.project)
    asking.start()
    hints = asking.hints
    assert 1 <= len(hints) <= 3
    for hint in hints:
        assert is_shown(coach, hint.said)
        assert is_shown(coach, hint.why)


def test_the_wall_shows_what_the_coach_says_and_why_it_matters(asking: Asking) -> None:
    asking.start()
    wall = asking.wall()
    for hint in asking.hints:
        assert is_shown(wall, f"{hint.said} {hint.why}")


def test_a_phone_asks_about_one_hint_after_the_other_in_words(
    asking: Asking, cookies: dict[str, str]
) -> None:
    asking.start()
    cookies.clear()
    cookies[SEAT] = asking.hall.join()
    [component] = asking.open_frame().get("bidi_component")
    [asked] = json.loads(component.proto.json)[0]["activities"]
    assert [name for _, name, *_ in json.loads(asked["subjects"])] == [hint.said for hint in asking.hints]
    assert list(asked["whys"].values()) == [hint.why for hint in asking.hints]
    rate, write = asked["parts"]
    assert [choice[1:] for choice in rate["scales"][0]["values"]] == [
        ["", "We tackle it"],
        ["", "Not now"],
        ["", "It does not apply to us"],
    ]
    assert write["question"] == "What would you do about it?"
    assert asked["note"].startswith("Confidential")


def test_revealed_the_wall_says_what_the_room_decided_on_each(asking: Asking) -> None:
    asking.start()
    asking.decide(TACKLE, NOT_NOW, NOT_OURS)
    wall = asking.wall()
    assert is_shown(wall, f"You tackle 1 of the {len(asking.hints)} hints of the coach")
    first = asking.hints[0]
    assert is_shown(
        wall, f"{first.said} We tackle it (We tackle it: 4 · Not now: 0 · It does not apply to us: 2)"
    )
    assert not wall.get("plotly_chart")


def taking_over(asking: Asking, *rooms: Decision) -> AppTest:
    """The console after the room has decided."""
    asking.start()
    asking.decide(*rooms)
    return asking.console(drawer="take_over")


def offered(frame: AppTest, place: int) -> dict[str, str]:
    """The answers to the hint at this place, with how much each stands out."""
    found = [one for one in frame.button if one.label in _ANSWERS]
    return {one.label: one.proto.type for one in found if f"-{place}-" in (one.key or "")}


@pytest.mark.parametrize(
    ("decision", "fitting"), [(TACKLE, ACTION), (NOT_NOW, WAVE_OFF), (NOT_OURS, WAVE_OFF)]
)
def test_what_the_room_decided_stands_out_among_the_answers(
    asking: Asking, decision: Decision, fitting: str
) -> None:
    answers = offered(taking_over(asking, decision), 0)
    assert [label for label, how in answers.items() if how == "primary"] == [fitting]
    # What the room wants to tackle is not waved off in its name.
    assert (WAVE_OFF in answers) is (fitting == WAVE_OFF)


def test_before_the_reveal_there_is_nothing_to_take_over(asking: Asking) -> None:
    asking.start()
    frame = asking.console(drawer="take_over")
    assert is_shown(frame, "Nothing has been revealed here yet.")
    assert not set(_ANSWERS) & set(buttons(frame))


def test_a_hint_is_waved_off_with_what_the_room_said_and_it_can_be_undone(asking: Asking) -> None:
    frame = press(taking_over(asking, NOT_NOW, TACKLE, TACKLE), WAVE_OFF)
    [kept] = list_hint_answers(*asking.where)
    first = asking.hints[0]
    assert (kept.hint, kept.state, kept.cases) == (first.id, HintState.WAVED_OFF, first.facts)
    assert kept.reason == "Monday, Not now (We tackle it: 2 · Not now: 4 · It does not apply to us: 0)"
    assert is_shown(frame, "Answered: waved off")
    assert offered(frame, 0) == {}
    frame = press(frame, "Undo")
    assert list_hint_answers(*asking.where)[0].taken_back_at is not None
    assert tuple(offered(frame, 0)) == _ANSWERS


def test_a_hint_becomes_an_action_and_that_can_be_undone(asking: Asking) -> None:
    frame = press(taking_over(asking, TACKLE, TACKLE, TACKLE), ACTION)
    [action] = list_actions(*asking.where)
    assert action.name == asking.hints[0].advice[:200]
    assert is_shown(frame, "Answered: made an action")
    press(frame, "Undo")
    assert list_actions(*asking.where) == ()


def test_a_split_room_has_discussed_it(asking: Asking) -> None:
    asking.start()
    [first, *_] = list_subjects(*asking.where, asking.activity_id)
    for choice in [TACKLE] * 3 + [NOT_OURS] * 3:
        person = participant_of(asking.hall.store, asking.hall.join())
        said = {"rate": {str(first.id): {"decision": int(choice)}}}
        answer(asking.hall.store, person, asking.activity_id, said)
    asking.hall.press(reveal_activity, asking.activity_id)
    frame = asking.console(drawer="take_over")
    assert is_shown(frame, "The room is split (We tackle it: 3")
    assert offered(frame, 0)[DISCUSSED] == "primary"
    # Of the others too few have answered.
    assert list(offered(frame, 1)) == [ACTION, DISCUSSED]
    press(frame, DISCUSSED)
    assert [one.state for one in list_hint_answers(*asking.where)] == [HintState.DISCUSSED]


def test_the_figures_say_how_many_chose_what_and_no_mean_of_words(asking: Asking) -> None:
    asking.start()
    asking.decide(TACKLE, TACKLE, TACKLE)
    [table] = asking.console(drawer="result").dataframe
    assert list(table.value.columns) == [
        *("About", "n", "We tackle it", "Not now", "It does not apply to us", "Decision"),
    ]
    assert table.value["Decision"].iloc[0] == "We tackle it"


def test_the_letters_are_larger_where_all_of_it_has_room() -> None:
    short, long = ("One goal has no action", "Nobody reaches it."), ("A long hint, " * 16, "Why " * 40)
    assert size_of([short] * 3, 770) == ""
    assert size_of([short, long, long], 770) == "wall-small"
