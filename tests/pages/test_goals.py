"""Goals on the screen: three fields in the room, proposed from targets, the rest in a drawer."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.actions import add_action
from storage.answers import read_answers
from storage.board import NewTouchpoint, add_touchpoints
from storage.goals import GoalEntry, add_goal, list_goals
from storage.kpis import add_kpi, list_kpis
from storage.options import add_option
from storage.store import Store
from storage.surveys import store_survey
from storage.targets import set_target
from storage.team_view import rate_touchpoint
from tests.pages._screen import buttons, dialog_title, is_shown, links, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from tests.storage._surveys import count, counted
from touchpoints.model import Aspect

pytestmark = pytest.mark.usefixtures("facilitator")


@pytest.fixture
def desk(store: Store, hotel: UUID) -> UUID:
    """A touchpoint that the team finds disappointing."""
    desk = NewTouchpoint("Desk")
    add_touchpoints(store, COMMAND_LINE, hotel, [desk])
    rate_touchpoint(store, COMMAND_LINE, hotel, desk.id, Aspect.EXPERIENCE, {-1: 1})
    return desk.id


@pytest.fixture
def goal(store: Store, hotel: UUID) -> UUID:
    return add_goal(store, COMMAND_LINE, hotel, {"name": "Shorter wait", "from_value": 12.0, "to_value": 6.0})


def goals(store: Store, project: UUID) -> tuple[GoalEntry, ...]:
    return list_goals(store, COMMAND_LINE, project)


def choose_row(frame: AppTest, row: int) -> AppTest:
    """Choose a row of the list, which simulated pages draw but do not let be chosen."""
    [table] = frame.dataframe
    state = json.dumps({"selection": {"rows": [row], "columns": [], "cells": []}})
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=table.proto.id, string_value=state))
    frame._run(states)
    assert not frame.exception
    return frame


def test_without_targets_one_button_leads_to_them(open_frame: OpenFrame, hotel: UUID) -> None:
    frame = open_page(open_frame(), "goals", hotel)
    assert "Set targets" in buttons(frame)
    assert not frame.dataframe


def test_three_fields_make_a_goal(open_frame: OpenFrame, store: Store, hotel: UUID, desk: UUID) -> None:
    frame = open_page(open_frame(), "goals", hotel)
    frame.selectbox("goal-touchpoint").set_value(str(desk))
    frame.text_input("goal-name").set_value("Nobody waits")
    frame.date_input("goal-until").set_value(date(2026, 12, 31))
    press(frame, "Add")
    [goal] = goals(store, hotel)
    assert (goal.name, goal.touchpoint, goal.due_on) == ("Nobody waits", "Desk", date(2026, 12, 31))
    assert list(frame.dataframe[0].value["Goal"]) == ["Nobody waits"]
    press(frame, "Add")
    assert len(goals(store, hotel)) == 1


def test_targets_without_a_goal_get_one_with_one_press(
    open_frame: OpenFrame, store: Store, hotel: UUID, desk: UUID
) -> None:
    set_target(store, COMMAND_LINE, hotel, desk, None, 1.5)
    frame = open_page(open_frame(), "goals", hotel)
    assert is_shown(frame, "1 target without a goal: Desk")
    press(frame, "Propose a goal")
    [goal] = goals(store, hotel)
    assert (goal.touchpoint_id, goal.from_value, goal.to_value) == (desk, -1.0, 1.5)
    assert not is_shown(frame, "without a goal")
    press(frame, "Undo")
    assert goals(store, hotel) == ()


def test_a_share_is_typed_and_shown_in_per_cent(open_frame: OpenFrame, store: Store, hotel: UUID) -> None:
    values = {"name": "More by word of mouth", "kpi_kind": "recommendation_rate", "from_value": 0.24}
    goal = add_goal(store, COMMAND_LINE, hotel, values)
    frame = choose_row(open_page(open_frame(), "goals", hotel), 0)
    frame.number_input(f"goal-to_value-{goal}-1").set_value(32.0)
    press_in_dialog(frame, "Save")
    assert [one.to_value for one in goals(store, hotel)] == [0.32]
    shown = open_page(frame, "goals", hotel).dataframe[0].value
    assert list(shown["From → to"]) == ["24% → 32%"]


def test_the_rest_is_told_in_the_drawer_and_a_kpi_proposed(
    open_frame: OpenFrame, store: Store, hotel: UUID, goal: UUID
) -> None:
    frame = open_page(open_frame(), "goals", hotel)
    frame = choose_row(frame, 0)
    assert dialog_title(frame) == "Shorter wait"
    version = goals(store, hotel)[0].version
    frame.text_input(f"goal-metric-{goal}-{version}").set_value("Minutes in the queue")
    frame.number_input(f"goal-to_value-{goal}-{version}").set_value(0.0)
    press_in_dialog(frame, "Save")
    [changed] = goals(store, hotel)
    assert (changed.metric, changed.from_value, changed.to_value) == ("Minutes in the queue", 12.0, 0.0)
    press_in_dialog(frame, "Propose a KPI")
    [kpi] = list_kpis(store, COMMAND_LINE, hotel)
    assert (kpi.name, kpi.goal_id, kpi.baseline, kpi.target) == ("Minutes in the queue", goal, 12.0, 0.0)
    assert f"kpi={kpi.id}" in links(frame)["Shown by the KPI Minutes in the queue"]


def test_resources_and_sponsor_are_saved(
    open_frame: OpenFrame, store: Store, hotel: UUID, goal: UUID
) -> None:
    frame = choose_row(open_page(open_frame(), "goals", hotel, **{"goal-part": "means"}), 0)
    version = goals(store, hotel)[0].version
    frame.number_input(f"goal-money-{goal}-{version}").set_value(1200.0)
    frame.text_area(f"goal-approach-{goal}-{version}").set_value("A second desk at noon")
    press_in_dialog(frame, "Save")
    [changed] = goals(store, hotel)
    assert (changed.money, changed.approach) == (1200, "A second desk at noon")


def test_a_goal_is_thrown_away_and_taken_back(
    open_frame: OpenFrame, store: Store, hotel: UUID, goal: UUID
) -> None:
    assert goal
    frame = choose_row(open_page(open_frame(), "goals", hotel), 0)
    press_in_dialog(frame, "Move to bin")
    assert goals(store, hotel) == ()
    press(frame, "Undo")
    assert len(goals(store, hotel)) == 1


def test_a_link_opens_a_goal_which_leads_to_its_options_and_actions(
    open_frame: OpenFrame, store: Store, hotel: UUID, desk: UUID, goal: UUID
) -> None:
    where = (store, COMMAND_LINE, hotel)
    option = add_option(*where, {"name": "Kiosk", "touchpoint_id": desk, "goal_id": goal})
    add_option(*where, {"name": "Harp", "touchpoint_id": desk})
    action = add_action(*where, {"name": "Buy a kiosk", "goal_id": goal})
    add_action(*where, {"name": "Buy a harp"})
    frame = open_page(open_frame(), "goals", hotel, goal=str(goal))
    assert dialog_title(frame) == "Shorter wait"
    found = links(frame)
    assert f"option={option}" in found["Kiosk"]
    assert f"action={action}" in found["○ planned: Buy a kiosk"]
    assert not any("arp" in label for label in found)
    assert dialog_title(frame.run()) == ""


def test_a_goal_of_levels_says_that_its_kpi_counts_in_points_of_the_survey(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    where = (store, COMMAND_LINE, hotel)
    values = {"name": "Kind", "kpi_kind": "mean_rating", "from_value": -1.0, "to_value": 1.0}
    goal = add_goal(*where, values)
    store_survey(*where, counted(count(4, 20)))
    [question] = read_answers(*where).questions
    told = {"kind": "mean_rating", "goal_id": goal, "question_id": UUID(question.id), "target": 1.0}
    add_kpi(*where, {"name": "Hotline", **told})
    frame = choose_row(open_page(open_frame(), "goals", hotel), 0)
    assert is_shown(frame, "its KPI in points of the survey, from 1 to 5, where 5 is best")
    assert [(one.from_value, one.to_value) for one in goals(store, hotel)] == [(-1.0, 1.0)]
    assert [one.target for one in list_kpis(*where)] == [4.0]


def test_a_goal_of_levels_takes_no_figure_beyond_them(
    open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    metric = "Experience as customers rate it, from −2 to +2"
    values = {"name": "Kind", "kpi_kind": "mean_rating", "metric": metric, "from_value": 0.0, "to_value": 1.0}
    goal = add_goal(store, COMMAND_LINE, hotel, values)
    frame = choose_row(open_page(open_frame(), "goals", hotel), 0)
    field = frame.number_input(f"goal-to_value-{goal}-1")
    assert (field.min, field.max) == (-2.0, 2.0)
