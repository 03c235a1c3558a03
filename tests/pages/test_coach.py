"""The coach on the screen: its page, its place in the guides, the way to what it means, and the answers."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from sqlmodel import select
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.actions import add_action, list_actions
from storage.board import NewTouchpoint, add_touchpoints
from storage.coach import read_coach_facts
from storage.hint_answers import list_hint_answers
from storage.public_codes import new_mark
from storage.store import Store
from storage.voice_box import hand_in, open_box, read_box
from tests.pages._screen import buttons, is_shown, open_page, press, press_in_dialog, texts
from tests.pages.conftest import OpenFrame
from touchpoints.coach import hints_of
from touchpoints.model import BudgetKind, HintState, Voice

pytestmark = pytest.mark.usefixtures("facilitator")
IDLE = "1 of 8 goals has no action: More travellers come by recommendation"


@pytest.fixture
def coach(open_frame: OpenFrame, airport: UUID) -> AppTest:
    """The coach's page of the sample."""
    return open_page(open_frame(), "coach", airport)


def links(frame: AppTest) -> list[tuple[str, str]]:
    """Page and address of each link beside the navigation."""
    return [(one.proto.page, one.proto.query_string) for one in frame.main.page_link]


def answer(frame: AppTest, hint: str, label: str) -> AppTest:
    """Choose one of the answers to a hint."""
    [menu] = [one for one in frame.get("menu_button") if one.key == f"answer-{hint}"]
    menu.click(label)
    frame.run()
    assert not frame.exception, frame.exception
    return frame


def test_the_page_says_what_was_seen_why_it_matters_and_what_to_do(coach: AppTest) -> None:
    [shown] = [text for text in texts(coach) if IDLE in text]
    assert "A goal without an action is reached by nobody." in shown
    assert "What to do: Name the first action that brings the goal closer" in shown
    assert "◆ blocks the goal · R1" in shown


def test_the_gravest_hint_stands_first(coach: AppTest) -> None:
    signs = [text.rpartition("·")[0] for text in texts(coach) if "What to do:" in text]
    assert "blocks the goal" in signs[0]
    assert "worth a look" in signs[-1]


def test_an_empty_project_is_told_where_to_begin(open_frame: OpenFrame, hotel: UUID) -> None:
    frame = open_page(open_frame(), "coach", hotel)
    assert sum("What to do:" in text for text in texts(frame)) == 2
    assert is_shown(frame, "No touchpoint is written down yet: all 6 phases are empty.")


def test_a_hint_leads_to_the_list_of_what_it_is_about(
    open_frame: OpenFrame, coach: AppTest, airport: UUID
) -> None:
    [(page, query)] = [one for one in links(coach) if "r01-actions" in one[1]]
    assert page == "todo_plan"
    assert query == f"project={airport}&hint=r01-actions"
    plan = open_page(open_frame(), page, airport, hint="r01-actions")
    assert is_shown(plan, "1 of 15 open actions has no owner or no due date")
    assert is_shown(plan, "1 of 19 action")
    assert "Show all actions" in buttons(plan)
    assert not is_shown(press(plan, "Show all actions"), "The coach:")


def test_a_hint_about_touchpoints_leads_to_the_board_with_those_alone(
    open_frame: OpenFrame, airport: UUID
) -> None:
    board = open_page(open_frame(), "touchpoint_board", airport, hint="r01-targets")
    assert is_shown(board, "3 of 40 touchpoints")


def test_a_hint_about_phases_leads_to_what_lies_in_them(
    open_frame: OpenFrame, store: Store, airport: UUID
) -> None:
    facts = read_coach_facts(store, COMMAND_LINE, airport, date(2026, 3, 2))
    [meant] = (hint.cases for hint in hints_of(facts) if hint.id == "r04-targets")
    targets = open_page(open_frame(), "target_journey", airport, hint="r04-targets")
    assert is_shown(targets, "The coach:")
    assert set(targets.data_editor[0].value["phase"]) == {case.name for case in meant}
    assert len(press(targets, "Show all").data_editor[0].value) < 40
    board = open_page(open_frame(), "touchpoint_board", airport, hint="r04-actions")
    [idle] = (hint.cases for hint in hints_of(facts) if hint.id == "r04-actions")
    assert columns(board) == [case.name for case in idle]


def test_a_phase_without_touchpoints_is_the_only_one_on_the_board_that_its_hint_leads_to(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    add_touchpoints(store, COMMAND_LINE, hotel, [NewTouchpoint("Check-in")])
    board = open_page(open_frame(), "touchpoint_board", hotel, hint="r04-touchpoints")
    assert is_shown(board, "0 of 1 touchpoint")
    assert len(columns(board)) == 5
    assert len(columns(press(board, "Show all touchpoints"))) == 6


def columns(board: AppTest) -> list[str]:
    """The phases that the board shows."""
    [shown] = [one for one in board.get("bidi_component") if one.proto.component_name == "board"]
    [told] = json.loads(shown.proto.json)
    return [column["title"] for column in told["columns"]]


def test_each_link_leads_to_a_page_that_says_what_it_shows(
    open_frame: OpenFrame, coach: AppTest, airport: UUID
) -> None:
    found = {page: query.rpartition("hint=")[2] for page, query in links(coach) if "hint=" in query}
    assert {"goals", "options", "segments", "todo_plan", "touchpoint_board"} <= set(found)
    for page, hint in found.items():
        assert is_shown(open_page(open_frame(), page, airport, hint=hint), "The coach:"), page


def test_a_hint_about_goals_leads_to_those_alone_and_back_to_all(
    open_frame: OpenFrame, airport: UUID
) -> None:
    goals = open_page(open_frame(), "goals", airport, hint="r01-goals")
    assert is_shown(goals, "1 of 8 shown")
    assert [list(table.value["Goal"]) for table in goals.dataframe] == [
        ["More travellers come by recommendation"]
    ]
    assert len(press(goals, "Show all").dataframe[0].value) == 8


def test_a_hint_about_voices_leads_to_those_alone_that_have_waited(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    open_box(store, COMMAND_LINE, hotel)
    box = read_box(store, COMMAND_LINE, hotel)
    assert box is not None
    hand_in(store, box.code, new_mark(), {"kind": "warning", "text": "The ramp is slippery"})
    with store.writing() as session:
        session.exec(select(Voice)).one().came_on = date(2026, 1, 5)
    hand_in(store, box.code, new_mark(), {"kind": "warning", "text": "Came in today"})
    coach = open_page(open_frame(), "coach", hotel)
    assert ("voices", f"project={hotel}&hint=r07-voices") in links(coach)
    voices = open_page(open_frame(), "voices", hotel, hint="r07-voices")
    assert is_shown(voices, "1 of 2 ideas and warnings from the touchpoints has no answer")
    assert (is_shown(voices, "1 of 2 shown"), is_shown(voices, "Came in today")) == (True, False)
    assert is_shown(press(voices, "Show all"), "Came in today")


def test_a_guide_shows_at_most_three_hints_of_its_step(open_frame: OpenFrame, airport: UUID) -> None:
    guide = open_page(open_frame(), "plan_guide", airport)
    assert [text for text in texts(guide) if "blocks the goal" in text][:1]
    shown = [text for text in texts(guide) if "· R" in text]
    assert len(shown) == 3
    assert any(
        label.endswith("more hints of this step") for label in (one.label for one in guide.main.page_link)
    )


def test_a_hint_is_waved_off_with_a_reason_and_can_be_opened_again(
    coach: AppTest, store: Store, airport: UUID
) -> None:
    frame = answer(coach, "r01-goals", "Wave off …")
    frame.text_area[-1].input("We ask customers first.")
    press_in_dialog(frame, "Wave off")
    [kept] = list_hint_answers(store, COMMAND_LINE, airport)
    assert (kept.hint, kept.state, kept.reason) == (
        *("r01-goals", HintState.WAVED_OFF, "We ask customers first."),
    )
    frame = open_page(coach, "coach", airport)
    assert not is_shown(frame, "What to do: Name the first action")
    frame = press(frame, "Undo")
    assert is_shown(frame, "What to do: Name the first action")


def test_waving_off_without_a_reason_is_refused_in_one_sentence(
    coach: AppTest, store: Store, airport: UUID
) -> None:
    frame = answer(coach, "r01-goals", "Wave off …")
    press_in_dialog(frame, "Wave off")
    assert len(frame.error) == 1
    assert list_hint_answers(store, COMMAND_LINE, airport) == ()


def test_a_hint_is_marked_as_discussed(coach: AppTest, store: Store, airport: UUID) -> None:
    frame = answer(coach, "r03-sides", "Mark as discussed")
    assert not is_shown(frame, "Wi-Fi (process)")
    assert [one.state for one in list_hint_answers(store, COMMAND_LINE, airport)] == [HintState.DISCUSSED]


def test_a_hint_becomes_an_action_in_the_plan(coach: AppTest, store: Store, airport: UUID) -> None:
    frame = answer(coach, "r01-goals", "Turn into an action")
    press_in_dialog(frame, "Add the action")
    added = list_actions(store, COMMAND_LINE, airport)[-1]
    assert added.name == "Name the first action that brings the goal closer, or take the goal back."


def test_a_waved_off_hint_comes_back_when_something_is_added_to_it(
    coach: AppTest, store: Store, airport: UUID
) -> None:
    answer(coach, "r01-actions", "Mark as discussed")
    add_action(store, COMMAND_LINE, airport, {"name": "Nobody's"})
    frame = open_page(coach, "coach", airport)
    assert is_shown(frame, "2 of 16 open actions have no owner or no due date")


def test_the_hints_are_said_in_german(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_page(open_frame(locale="de-DE"), "coach", airport)
    assert is_shown(frame, "1 von 8 Zielen hat keine Maßnahme: More travellers come by recommendation")
    assert is_shown(frame, "gefährdet das Ziel · R1")
    assert not is_shown(frame, IDLE)
    assert not is_shown(frame, "blocks the goal")


@pytest.fixture
def software(store: Store, hotel: UUID) -> UUID:
    """A project that buys software for 20,000 and trains nobody."""
    budget = {BudgetKind.SOFTWARE: Decimal(20_000), BudgetKind.TRAINING: Decimal(500)}
    return add_action(store, COMMAND_LINE, hotel, {"name": "Booking *system*"}, budget)


def planned(store: Store, project: UUID) -> list[tuple[str, dict[str, int]]]:
    """The money of each action by kind."""
    actions = list_actions(store, COMMAND_LINE, project)
    return [
        (one.name, {kind.value: int(cost.planned) for kind, cost in one.budget.items()}) for one in actions
    ]


def test_one_press_plans_the_money_that_training_for_the_software_lacks(
    open_frame: OpenFrame, store: Store, hotel: UUID, software: UUID
) -> None:
    assert software
    frame = open_page(open_frame(), "coach", hotel)
    # A tenth of 20,000 less the 500 that are planned.
    press(frame, "Plan 1,500 EUR of training beside “Booking *system*”")
    [(_, budget)] = planned(store, hotel)
    assert budget == {"software": 20_000, "training": 2_000}
    assert not is_shown(frame, "are missing.")
    press(frame, "Undo")
    [(_, budget)] = planned(store, hotel)
    assert budget == {"software": 20_000, "training": 500}


def test_one_press_plans_training_in_the_process_as_an_action_of_its_own(
    open_frame: OpenFrame, store: Store, hotel: UUID, software: UUID
) -> None:
    assert software
    frame = open_page(open_frame(), "coach", hotel)
    press(frame, "Plan 2,000 EUR of training in the process of “Booking *system*”")
    assert planned(store, hotel)[1] == (
        *("Train the improved process: Booking *system*", {"process_training": 2_000}),
    )
    assert not is_shown(frame, "nothing into training in the improved process")
    press(frame, "Undo")
    assert len(planned(store, hotel)) == 1


def test_where_enough_training_is_planned_no_press_for_more_is_offered(coach: AppTest) -> None:
    assert not [label for label in buttons(coach) if label.startswith("Plan ")]
