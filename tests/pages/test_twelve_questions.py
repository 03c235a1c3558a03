"""Each question of step 1 goes from open to answered by what a user does on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

import pytest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.encounters import read_matrix
from storage.journey import list_phases, list_touchpoints
from storage.projects import new_project
from storage.segments import add_segment
from storage.store import Store
from tests.pages._board_hand import act
from tests.pages._screen import open_page, press, texts
from tests.pages.conftest import OpenFrame
from tests.pages.touchpoint._hand import EXPERIENCE, IMPORTANCE, Hand
from touchpoints.guide.current_state import QUESTIONS
from touchpoints.model import Depth, FindingKind, ProjectInput

ANSWERED = ":material/check_circle: answered"


class Team:
    """Works on three touchpoints: the counter is key, the door on the shortlist, the queue neither.

    A group of customers is there already, since simulated pages cannot type what is not among the options.
    """

    def __init__(self, hand: Hand, store: Store, project: UUID) -> None:
        self.hand, self.store, self.project = hand, store, project
        phase = next(p.name for p in list_phases(store, COMMAND_LINE, project) if not p.is_before_contact)
        new = [NewTouchpoint(name, phase) for name in ("Counter", "Door", "Queue")]
        add_touchpoints(store, COMMAND_LINE, project, new)
        add_segment(store, COMMAND_LINE, project, "Regulars")
        entries = list_touchpoints(store, COMMAND_LINE, project)
        self._ids = {entry.name: entry.id for entry in entries}
        set_depth(store, COMMAND_LINE, project, [self._ids["Counter"]], Depth.KEY)
        set_depth(store, COMMAND_LINE, project, [self._ids["Door"]], Depth.SHORTLIST)

    def open(self, part: str, name: str = "Counter") -> Hand:
        """Open the drawer of a touchpoint; that of a key touchpoint is divided into parts."""
        self.hand.open(self._ids[name])
        if name == "Counter":
            self.hand.part(part)
        return self.hand

    def note(self, kind: FindingKind, text: str) -> None:
        """Write a finding down on the wall, to which the guide leads for this kind."""
        frame = open_page(self.hand.frame, "findings", self.project, kind=kind.value)
        assert frame.selectbox(key="new-finding-kind").value == kind
        frame.text_input(key="new-finding").set_value(text)
        press(frame, "Add")

    def add_before_contact(self, name: str) -> None:
        """Add a touchpoint on the board, to the phase before the contact."""
        phases = list_phases(self.store, COMMAND_LINE, self.project)
        before = next(phase.name for phase in phases if phase.is_before_contact)
        frame = open_page(self.hand.frame, "touchpoint_board", self.project)
        frame.text_input(key="new-touchpoint").set_value(name)
        frame.selectbox(key="new-touchpoint-phase").set_value(before)
        press(frame, "Add", within="add-touchpoint")

    def answered(self) -> list[str]:
        """The questions that the guide shows as answered."""
        lines = texts(open_page(self.hand.frame, "guide", self.project))
        return [one.id for one in QUESTIONS if any(f"{ANSWERED}] · {one.id} " in line for line in lines)]


@pytest.fixture
def team(facilitator: str, store: Store, open_frame: OpenFrame, add_page: Callable[[str, str], Path]) -> Team:
    """Before it has answered anything."""
    assert facilitator
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    return Team(Hand(open_frame, add_page, project), store, project)


Act = Callable[[Team], None]


def tell_who_comes(name: str) -> Act:
    def tell(team: Team) -> None:
        hand = team.open("encounters", name)
        hand.add("Occasion: why do they meet us here?", "Breakfast")

    return tell


def tick_in_the_matrix(team: Team) -> None:
    """That they meet at all, painted into every cell, answers nothing yet."""
    matrix = read_matrix(team.store, COMMAND_LINE, team.project)
    cells = [[str(row), str(column)] for row, _ in matrix.touchpoints for column, _ in matrix.segments]
    act(open_page(team.hand.frame, "encounters", team.project), "encounter-matrix", "painted", cells=cells)
    assert len(read_matrix(team.store, COMMAND_LINE, team.project).cells) == len(cells)


def walk_through(team: Team) -> None:
    team.open("process").add("Add what the customer does", "Queues")


def name_departments(team: Team) -> None:
    hand = team.open("handovers")
    for department in ("Shop", "Bakehouse"):
        hand.add("Add the next department", department)


def rate(part: str, question: str) -> Act:
    return lambda team: team.open(part).choose(question, -1)


def judge(name: str) -> Act:
    return lambda team: team.open("experience", name).choose(EXPERIENCE, -2)


def say_why(team: Team) -> None:
    team.open("experience").add("Add what disappoints", "Long queue")


def note(kind: FindingKind) -> Act:
    return lambda team: team.note(kind, f"Something to {kind}")


def rank(name: str) -> Act:
    def give(team: Team) -> None:
        hand = team.open("experience", name)
        if name == "Queue":
            hand.press("Put on the shortlist")
        hand.choose(EXPERIENCE, 0)
        hand.choose(IMPORTANCE, 30)

    return give


def look_further_ahead(name: str) -> Act:
    return lambda team: team.add_before_contact(name)


# What a team does, one act after the other; the question is answered by the last of them.
ACTS: Mapping[str, list[Act]] = {
    "1.1": [tick_in_the_matrix, tell_who_comes("Counter"), tell_who_comes("Door")],
    "1.2": [walk_through],
    "1.3": [name_departments, rate("handovers", "Do departments hand over to each other without a break?")],
    "1.4": [rate("promise", "Is the point staged as the brand demands?")],
    "1.5": [rate("promise", "Can our people keep here what the brand or company promises?")],
    "1.6": [judge("Counter"), say_why, judge("Door")],
    "1.7": [note(FindingKind.KEEP)],
    "1.8": [note(FindingKind.DROP)],
    "1.9": [note(FindingKind.WASTE)],
    "1.10": [note(FindingKind.BARRIER)],
    "1.11": [rank("Counter"), rank("Door"), rank("Queue")],
    "1.12": [look_further_ahead(name) for name in ("First thought of bread", "A tip", "Reviews")],
}


def test_each_question_of_the_method_is_tried() -> None:
    assert list(ACTS) == [question.id for question in QUESTIONS]


@pytest.mark.parametrize("id_", ACTS)
def test_a_question_is_open_until_the_team_has_answered_it_on_the_screen(team: Team, id_: str) -> None:
    for one in ACTS[id_]:
        assert id_ not in team.answered()
        one(team)
    assert id_ in team.answered()


def test_a_morning_answers_all_twelve(team: Team) -> None:
    for one in (one for acts in ACTS.values() for one in acts):
        one(team)
    assert "1.1" not in team.answered(), "the queue came onto the shortlist"
    tell_who_comes("Queue")(team)
    assert team.answered() == list(ACTS)
