"""Each question of step 3 goes from open to answered by what a user does where the guide leads."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from storage.access import COMMAND_LINE
from storage.actions import add_action, list_actions
from storage.persons import add_person, list_persons
from storage.projects import new_project
from storage.store import Store
from tests.pages._board_hand import act, sent
from tests.pages._guide_walk import Act, Walk, answer_one_by_one
from tests.pages._screen import dialog_title, is_shown, run_dialog
from tests.pages.conftest import OpenFrame
from tests.pages.plan._stored import DAY
from touchpoints.guide import Step
from touchpoints.model import ProjectInput


@pytest.fixture
def walk(facilitator: str, store: Store, open_frame: OpenFrame) -> Walk:
    """Of a new till nothing is known but that it is wanted; a sign has an owner and its days."""
    assert facilitator
    project = new_project(store, COMMAND_LINE, ProjectInput(name="Bakery", language="en"))
    made = Walk(open_frame(), store, project, Step.TODO_PLAN)
    ada = add_person(*made.where, "Ada")
    add_action(*made.where, {"name": "New till"})
    days = {"starts_on": DAY, "due_on": DAY}
    add_action(*made.where, {"name": "Sign", "owner_id": ada, **days})
    return made


def type_what_lacks(id_: str, name: str, cell: str) -> Act:
    def type_it(walk: Walk) -> None:
        frame = walk.follow(id_)
        assert list(frame.data_editor[0].value["name"]) == ["New till"]
        assert is_shown(frame, "1 of 2 action")
        walk.type_into({0: {name: cell}})
        assert list(frame.data_editor[0].value["name"]) == ["New till"], "it stays under the hand"

    return type_it


def in_each_drawer(id_: str, part: str, tell: Act) -> Act:
    """Both actions lack it: the drawer of each is opened from the table."""

    def go_through(walk: Walk) -> None:
        for name in ("New till", "Sign"):
            frame = walk.follow(id_)
            assert frame.data_editor[0].value["name"].iloc[0] == name
            walk.type_into({0: {"open": True}})
            assert dialog_title(frame) == name
            walk.part("action_part_choice", part)
            tell(walk)

    return go_through


def take_part(walk: Walk) -> None:
    walk.field("Planned together with").set_value([one.id for one in list_persons(*walk.where)])
    run_dialog(walk.frame)


def carry_out(walk: Walk) -> None:
    frame = walk.follow("3.7")
    ids = [one.id for one in list_actions(*walk.where)]
    act(frame, "plan-board", "moved", cards=sent(ids), column="done", before=None)


ACTS: Mapping[str, Act] = {
    "3.1": type_what_lacks("3.1", "owner_id", "Ada"),
    "3.2": type_what_lacks("3.2", "starts_on", "2026-03-02"),
    "3.3": type_what_lacks("3.3", "due_on", "2026-03-09"),
    "3.4": in_each_drawer("3.4", "effort", lambda walk: walk.fill_in("effort", **{"Person-days": 2.0})),
    "3.5": in_each_drawer(
        "3.5",
        "gains",
        lambda walk: walk.fill_in(
            "gains", **{"Expected result": "No queue", "What will show it?": "Minutes in the queue"}
        ),
    ),
    "3.6": in_each_drawer("3.6", "people", take_part),
    "3.7": carry_out,
}


def test_each_question_is_open_until_it_is_answered_where_the_guide_leads(walk: Walk) -> None:
    answer_one_by_one(walk, ACTS)
