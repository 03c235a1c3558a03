"""To-dos are grouped by when they are due, each by the day of its own project."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from touchpoints.model import ActionStatus
from touchpoints.todos import Todo, TodoGroup, grouped

MONDAY = date(2026, 3, 2)
HERE, FAR = UUID(int=1), UUID(int=2)


def todo(name: str, due: int | None = None, status: ActionStatus = ActionStatus.PLANNED, **more: Any) -> Todo:
    """A to-do that is due so many days after the Monday."""
    about = {"project_id": HERE, "project": "Bakery", "touchpoint": None, "done_on": None, "blocked_by": ""}
    due_on = None if due is None else MONDAY + timedelta(days=due)
    return Todo(id=UUID(int=len(name)), name=name, status=status, due_on=due_on, **(about | more))


def names(todos: list[Todo], today: date = MONDAY) -> dict[TodoGroup, list[str]]:
    found = grouped(todos, {HERE: today, FAR: today + timedelta(days=1)})
    return {group: [one.name for one in members] for group, members in found.items()}


@pytest.mark.parametrize(
    ("today", "due", "group"),
    [
        (0, -1, TodoGroup.OVERDUE),
        (0, 0, TodoGroup.THIS_WEEK),
        (0, 6, TodoGroup.THIS_WEEK),
        (0, 7, TodoGroup.LATER),
        (6, 6, TodoGroup.THIS_WEEK),
        (6, 5, TodoGroup.OVERDUE),
        (6, 7, TodoGroup.LATER),
        (0, None, TodoGroup.LATER),
    ],
)
def test_a_week_goes_from_monday_to_sunday(today: int, due: int | None, group: TodoGroup) -> None:
    assert list(names([todo("Oven", due)], MONDAY + timedelta(days=today))) == [group]


def test_groups_stand_in_the_order_of_urgency_and_empty_ones_are_absent() -> None:
    done = todo("Done", -3, ActionStatus.DONE, done_on=MONDAY)
    later, overdue = todo("Later", 20), todo("Overdue", -3)
    assert list(names([done, later, overdue])) == [TodoGroup.OVERDUE, TodoGroup.LATER, TodoGroup.DONE]


def test_what_is_blocked_waits_for_somebody_else_however_late_it_is() -> None:
    blocked = todo("Sign", -3, ActionStatus.BLOCKED, blocked_by="no permit")
    assert names([blocked]) == {TodoGroup.BLOCKED: ["Sign"]}
    assert blocked.is_overdue(MONDAY)


def test_what_was_dropped_is_nobodys_to_do() -> None:
    assert names([todo("Flyer", -3, ActionStatus.DROPPED)]) == {}


def test_the_oldest_comes_first_and_what_has_no_date_last() -> None:
    assert names([todo("none"), todo("soon", 8), todo("latest", 90)]) == {
        TodoGroup.LATER: ["soon", "latest", "none"]
    }


def test_of_what_is_done_the_latest_comes_first() -> None:
    days = {"a": MONDAY, "bb": MONDAY - timedelta(days=9), "ccc": MONDAY - timedelta(days=1)}
    done = [todo(name, status=ActionStatus.DONE, done_on=day) for name, day in days.items()]
    assert names(done) == {TodoGroup.DONE: ["a", "ccc", "bb"]}


def test_each_project_has_its_own_day() -> None:
    assert names([todo("here", 0), todo("there!", 0, project_id=FAR)]) == {
        TodoGroup.OVERDUE: ["there!"],
        TodoGroup.THIS_WEEK: ["here"],
    }
