"""Each question of step 4 goes from open to answered by what a user does where the guide leads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from storage.access import COMMAND_LINE
from storage.goals import add_goal
from storage.kpis import add_kpi
from storage.persons import add_person, list_persons
from storage.projects import new_project
from storage.store import Store
from tests.pages._guide_walk import Act, Walk, answer_one_by_one
from tests.pages._screen import dialog_title, is_shown, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.guide import Step
from touchpoints.model import ProjectInput

_CALLS = "Calls answered"


@pytest.fixture
def walk(facilitator: str, store: Store, open_frame: OpenFrame) -> Walk:
    """A goal that no KPI measures, one that a KPI does measure, and nothing else is known of that KPI."""
    assert facilitator
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    made = Walk(open_frame(), store, project, Step.MONITORING)
    add_person(*made.where, "Ada")
    aim = {"kpi_kind": "nps", "from_value": 10, "to_value": 20, "due_on": date(2026, 12, 31)}
    add_goal(*made.where, {"name": "More guests recommend us", **aim})
    calls = add_goal(*made.where, {"name": "Every call is answered"})
    add_kpi(*made.where, {"name": _CALLS, "kind": "share", "goal_id": calls})
    return made


def choose_the_criterion(walk: Walk) -> None:
    frame = walk.follow("4.1")
    assert list(frame.dataframe[0].value["Goal"]) == ["More guests recommend us"]
    walk.choose_row(0)
    press(frame, "Propose a KPI")


def open_first(walk: Walk, id_: str, count: int, part: str) -> None:
    """The drawer of the first KPI of those that lack the answer."""
    frame = walk.follow(id_)
    assert len(frame.dataframe[0].value) == count
    walk.choose_row(0)
    press(frame, "Definition, target, actions")
    walk.part("kpi_part", part)


def define(walk: Walk) -> None:
    open_first(walk, "4.2", 2, "What it is")
    walk.fill_in(**{"Definition: what counts, and what does not": "Within a minute"})
    walk.part("kpi_part", "Target")
    walk.fill_in(**{"Baseline (%)": 60.0, "Target (%)": 80.0, "By when": date(2026, 12, 31)})
    open_first(walk, "4.2", 1, "What it is")
    walk.fill_in(**{"Definition: what counts, and what does not": "Of all guests"})


def tell_how(walk: Walk) -> None:
    for count in (2, 1):
        open_first(walk, "4.3", count, "How it is measured")
        walk.fill_in(Method="Counted", Source="Telephone system")


def tell_how_often(walk: Walk) -> None:
    assert list(walk.follow("4.4").dataframe[0].value["KPI"]) == [_CALLS]
    open_first(walk, "4.4", 1, "How it is measured")
    walk.fill_in(**{"Measured every … months": 3})


def tell_for_whom(walk: Walk) -> None:
    for count in (2, 1):
        open_first(walk, "4.5", count, "How it is measured")
        walk.fill_in(**{"For whom: who sees it": "The team at the counter"})


def keep_minutes(walk: Walk) -> None:
    frame = press(walk.follow("4.6"), "Prepare a review")
    walk.field("Minutes of the meeting").set_value("Fewer calls are lost.")
    press(frame, "Save", "minutes")


def say_with_whom(walk: Walk) -> None:
    frame = walk.follow("4.7")
    walk.choose_row(0)
    walk.field("Who took part").set_value([one.id for one in list_persons(*walk.where)])
    frame.run()


def begin_what_was_decided(walk: Walk) -> None:
    frame = walk.follow("4.8")
    walk.choose_row(0)
    walk.field("What was decided?").set_value("A second telephone")
    press(frame, "Add", "decisions")
    assert "open at 1 of 1 decisions" in walk.look()["4.8"]
    walk.follow("4.8")
    assert is_shown(frame, "The guide:")
    walk.choose_row(0)
    walk.choose_row(0)
    assert dialog_title(frame) == "What was decided?"
    walk.field("Who begins?").set_value(list_persons(*walk.where)[0].id)
    press_in_dialog(frame, "Save", "save-decision")


ACTS: Mapping[str, Act] = {
    "4.1": choose_the_criterion,
    "4.2": define,
    "4.3": tell_how,
    "4.4": tell_how_often,
    "4.5": tell_for_whom,
    "4.6": keep_minutes,
    "4.7": say_with_whom,
    "4.8": begin_what_was_decided,
}


def test_each_question_is_open_until_it_is_answered_where_the_guide_leads(walk: Walk) -> None:
    answer_one_by_one(walk, ACTS)
