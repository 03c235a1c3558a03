"""The check-up report: questions and hints over the rounds, each hint in one part, for every reader."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._page import Role
from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints
from storage.check_ups import list_checked_rounds
from storage.goals import add_goal
from storage.hint_answers import ToldHint, list_hint_answers, mark_discussed, take_back_answer, wave_off
from storage.rounds import begin_next_round
from storage.store import Store
from tests.pages._roles import sign_in
from tests.pages._screen import buttons, is_shown, open_page, press, texts
from tests.pages.conftest import OpenFrame
from touchpoints.coach import Consequence

DAY = date(2026, 7, 1)
IDLE = "1 of 8 goals has no action: More travellers come by recommendation"
HOSTILE = '<img src="http://evil.example" onerror="alert(1)">'


def report(frame: AppTest) -> str:
    """The report itself, without its style sheet."""
    [found] = [one.value for one in frame.get("html") if 'class="tp-document"' in one.value]
    return str(found).partition("<style>")[0]


def part(frame: AppTest, title: str) -> str:
    """What stands below one of its headings; empty where there is none."""
    return next((one for one in report(frame).split("<h2>") if one.startswith(title)), "")


def rows(frame: AppTest, title: str) -> list[list[str]]:
    """The table below one of the smaller headings."""
    table = report(frame).split(f"<h3>{title}</h3>")[1].split("</table>")[0]
    return [re.findall(r"<t[hd]>(.*?)</t[hd]>", row) for row in table.split("<tr>")[1:]]


@pytest.fixture
def opened(facilitator: str, open_frame: OpenFrame, airport: UUID) -> AppTest:
    """The report of the sample."""
    assert facilitator
    return open_page(open_frame(), "check_up", airport)


def test_it_says_how_far_the_questions_are_step_by_step(opened: AppTest) -> None:
    head, *steps = rows(opened, "Questions answered")
    assert [row[0] for row in steps] == [
        *("1 Current state", "2 Target strategy", "3 To-do plan", "4 Control and optimisation"),
        "All four steps",
    ]
    done = [int(row[-1].split(" of ")[0]) for row in steps]
    assert sum(done[:-1]) == done[-1] > 0
    assert is_shown(opened, f"{done[-1]} of 34 questions answered")
    assert head[0] == "Step"


def test_open_hints_stand_by_what_follows_from_them(opened: AppTest) -> None:
    open_ones = part(opened, "Open hints (")
    assert IDLE in open_ones.split("<h3>")[1]
    assert [sign[0] for sign in open_ones.split("<h3>")[1:]] == ["◆", "◇", "○"]
    counts = {row[0]: row[-1] for row in rows(opened, "Open hints at the end of the round")[1:]}
    for sign in open_ones.split("<h3>")[1:]:
        word, count = re.findall(r"(.*) \((\d+)\)</h3>", sign)[0]
        assert counts[word] == count == str(sign.count("<li>"))


def test_what_is_open_of_the_method_stands_below_the_step(opened: AppTest) -> None:
    still_open = part(opened, "Questions that are still open")
    done, asked = re.findall(r"(\d+) of (\d+) questions answered", report(opened))[0]
    assert still_open.count("<li>") == int(asked) - int(done)


def test_a_waved_off_hint_stands_with_reason_and_day(
    opened: AppTest, store: Store, airport: UUID, open_frame: OpenFrame
) -> None:
    goal = _cases(opened, store, airport, "r01-goals")
    wave_off(store, COMMAND_LINE, airport, ToldHint("r01-goals", "Said", goal), HOSTILE)
    frame = open_page(open_frame(), "check_up", airport)
    assert IDLE in part(frame, "Waved off (1)")
    day = f"{list_hint_answers(store, COMMAND_LINE, airport)[0].at:%Y}"
    assert day in part(frame, "Waved off (1)")
    assert "&lt;img src=" in part(frame, "Waved off (1)")
    assert HOSTILE not in report(frame)
    assert IDLE not in part(frame, "Open hints (")
    assert rows(frame, "Answers during the round")[1] == ["waved off", "0", "1"]


def _cases(opened: AppTest, store: Store, project: UUID, hint: str) -> frozenset[str]:
    """What the hint is about: its own answer, as the coach's page gives it, taken back again."""
    frame = open_page(opened, "coach", project)
    [menu] = [one for one in frame.get("menu_button") if one.key == f"answer-{hint}"]
    menu.click("Mark as discussed")
    frame.run()
    [answer] = list_hint_answers(store, COMMAND_LINE, project)
    take_back_answer(store, COMMAND_LINE, project, answer.id)
    return frozenset(answer.cases)


def test_a_hint_that_was_answered_and_is_gone_is_resolved(
    facilitator: str, store: Store, hotel: UUID, open_frame: OpenFrame
) -> None:
    assert facilitator
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Desk")])
    mark_discussed(store, COMMAND_LINE, hotel, ToldHint("r01-goals", "A goal was idle", ()), "In May")
    frame = open_page(open_frame(), "check_up", hotel)
    assert "A goal was idle" in part(frame, "Resolved (1)")
    assert "In May" in part(frame, "Resolved (1)")
    assert rows(frame, "Open hints at the end of the round")[-1] == ["resolved so far", "1"]
    # It comes back: nothing is resolved any more.
    add_goal(store, COMMAND_LINE, hotel, {"name": "Shorter waits"})
    frame = open_page(open_frame(), "check_up", hotel)
    assert part(frame, "Resolved") == ""
    assert "Shorter waits" in part(frame, "Open hints (")


def test_an_earlier_round_shows_what_was_kept_and_says_where_nothing_was(
    facilitator: str, store: Store, hotel: UUID, open_frame: OpenFrame
) -> None:
    assert facilitator
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Desk")])
    begin_next_round(store, COMMAND_LINE, hotel, DAY, HOSTILE)
    frame = open_page(open_frame(), "check_up", hotel)
    head, *steps = rows(frame, "Questions answered")
    assert head[1] == "Round 1, until 1 Jul 2026"
    assert head[2].startswith("Round 2: &lt;img")
    assert steps[0][1].endswith(" of 12")
    blocks = rows(frame, "Open hints at the end of the round")[1]
    assert blocks[1] == "not recorded"
    assert blocks[2].isdigit()


def test_the_round_that_a_press_ends_keeps_what_the_coach_said(
    facilitator: str, store: Store, hotel: UUID, open_frame: OpenFrame
) -> None:
    assert facilitator
    add_goal(store, COMMAND_LINE, hotel, {"name": "Shorter waits"})
    before = open_page(open_frame(), "check_up", hotel)
    counted = [row[-1] for row in rows(before, "Open hints at the end of the round")[1:]]
    frame = press(open_page(open_frame(), "rounds", hotel), "Begin round 2")
    after = open_page(frame, "check_up", hotel)
    assert [row[1] for row in rows(after, "Open hints at the end of the round")[1:]] == counted
    kept = list_checked_rounds(store, COMMAND_LINE, hotel)[0].check_up
    assert kept is not None
    assert kept.hints is not None
    assert kept.hints.open[Consequence.BLOCKS] > 0


def test_of_many_rounds_the_latest_five_are_shown(
    facilitator: str, store: Store, hotel: UUID, open_frame: OpenFrame
) -> None:
    assert facilitator
    for _ in range(6):
        begin_next_round(store, COMMAND_LINE, hotel, DAY)
    frame = open_page(open_frame(), "check_up", hotel)
    assert len(rows(frame, "Questions answered")[0]) == 6
    assert is_shown(frame, "The latest 5 of 7 rounds.")


def test_a_blank_project_is_told_where_to_begin(facilitator: str, hotel: UUID, open_frame: OpenFrame) -> None:
    assert facilitator
    frame = open_page(open_frame(), "check_up", hotel)
    assert is_shown(frame, "There is nothing to check yet")
    assert press(frame, "Begin with the guide").title[0].value == "Guide through the current state"


def test_the_coach_leads_to_it(opened: AppTest, airport: UUID) -> None:
    coach = open_page(opened, "coach", airport)
    [link] = [one for one in coach.main.page_link if one.proto.page == "check_up"]
    assert link.proto.query_string == f"project={airport}"


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.TEAM_LEAD])
def test_who_reads_finds_ways_to_his_own_pages_alone(
    store: Store, airport: UUID, cookies: dict[str, str], open_frame: OpenFrame, role: Role
) -> None:
    cookies |= sign_in(store, airport, role)
    frame = open_page(open_frame(), "check_up", airport)
    ways = set(re.findall(r'<a href="(\w+)\?', report(frame)))
    pages = {str(one["script_path"]).rpartition("/")[2] for one in frame._registered_pages.values()}
    assert IDLE in part(frame, "Open hints (")
    assert {f"{way}.py" for way in ways} <= pages
    assert not [label for label in buttons(frame) if "guide" in label]


def test_it_is_said_in_german(facilitator: str, open_frame: OpenFrame, airport: UUID) -> None:
    assert facilitator
    frame = open_page(open_frame(locale="de-DE"), "check_up", airport)
    assert is_shown(frame, "1 von 8 Zielen hat keine Maßnahme")
    assert not any(IDLE in text for text in texts(frame))
