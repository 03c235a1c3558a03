"""Each question of step 2 goes from open to answered by what a user does where the guide leads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.goals import add_goal
from storage.journey import list_touchpoints
from storage.projects import new_project
from storage.store import Store
from storage.targets import set_target
from tests.pages._guide_walk import Act, Walk, answer_one_by_one
from tests.pages._screen import buttons, dialog_title, is_shown, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.guide import Step
from touchpoints.model import Depth, ProjectInput


@pytest.fixture
def walk(facilitator: str, store: Store, open_frame: OpenFrame) -> Walk:
    """The counter is key, the door on the shortlist with a target; a goal is about the whole journey."""
    assert facilitator
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    made = Walk(open_frame(), store, project, Step.TARGET_STRATEGY)
    counter, door = NewTouchpoint("Counter"), NewTouchpoint("Door")
    add_touchpoints(*made.where, [counter, door])
    set_depth(*made.where, [counter.id], Depth.KEY)
    set_depth(*made.where, [door.id], Depth.SHORTLIST)
    set_target(*made.where, door.id, None, 1.0)
    add_goal(*made.where, {"name": "More by word of mouth"})
    return made


def set_the_target(walk: Walk) -> None:
    frame = walk.follow("2.1")
    assert list(frame.data_editor[0].value["touchpoint"]) == ["★ Counter"]
    assert "Show all" in buttons(frame)
    walk.type_into({0: {"target": 1.5}})
    assert list(frame.data_editor[0].value["touchpoint"]) == ["★ Counter"], "it stays under the hand"


def set_the_goal(walk: Walk) -> None:
    frame = walk.follow("2.2")
    assert is_shown(frame, "1 touchpoint has no goal yet: Counter")
    [counter] = [one.id for one in list_touchpoints(*walk.where) if one.name == "Counter"]
    assert frame.selectbox("goal-touchpoint").value == str(counter), "the line begins with it"
    assert not frame.dataframe
    frame.text_input("goal-name").set_value("Nobody waits")
    frame.date_input("goal-until").set_value(date(2026, 12, 31))
    press(frame, "Add", "add-goal")
    walk.choose_row(0)
    assert dialog_title(frame) == "Nobody waits"
    walk.fill_in(**{"Measured by": "Minutes in the queue", "To": 3.0})
    walk.part("goal-part", "means")
    walk.fill_in(Money=500.0)


def tell_the_way(walk: Walk) -> None:
    walk.follow("2.3")
    walk.choose_row(0)
    assert dialog_title(walk.frame) == "Nobody waits"
    walk.part("goal-part", "means")
    walk.fill_in(**{"Approach, in a sentence or two": "A second till at noon"})


def add_option(walk: Walk, id_: str, name: str) -> None:
    frame = walk.follow(id_)
    frame.text_input("new-option").set_value(name)
    press(frame, "Add", "add-option")
    press(frame, f"Open {name}")


def weigh_an_option(walk: Walk) -> None:
    add_option(walk, "2.4", "Second till")
    walk.part("option_part_choice", "effect")
    walk.fill_in(**{"Effect in levels, realistic case": 1.0})


def choose_an_option(walk: Walk) -> None:
    add_option(walk, "2.5", "Order ahead")
    walk.field("Why this one?").set_value("It is there in a week")
    press_in_dialog(walk.frame, "Choose")


def decide(walk: Walk) -> None:
    frame = walk.follow("2.6")
    assert len(frame.data_editor[0].value) == 2
    walk.type_into({0: {"decision": "improve"}, 1: {"decision": "neglect"}})


def say_the_improvement(walk: Walk) -> None:
    frame = walk.follow("2.7")
    box = frame.selectbox("open-target")
    assert len(box.options) == 1
    box.select_index(0)
    frame.run()
    walk.fill_in(**{"How it gets better, as the customer sees it": "I do not wait"})


ACTS: Mapping[str, Act] = {
    "2.1": set_the_target,
    "2.2": set_the_goal,
    "2.3": tell_the_way,
    "2.4": weigh_an_option,
    "2.5": choose_an_option,
    "2.6": decide,
    "2.7": say_the_improvement,
}


def test_each_question_is_open_until_it_is_answered_where_the_guide_leads(walk: Walk) -> None:
    answer_one_by_one(walk, ACTS)


def test_what_is_led_to_alone_is_shown_with_all_else_again(walk: Walk) -> None:
    frame = press(walk.follow("2.1"), "Show all")
    assert len(frame.data_editor[0].value) == 2
    assert "missing" not in frame.query_params
