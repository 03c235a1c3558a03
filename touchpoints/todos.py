"""To-dos of one person across projects, by when they are due: overdue, this week, later, blocked, done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from touchpoints.model import ActionStatus


class TodoGroup(StrEnum):
    """Where a to-do stands in the list, in this order."""

    OVERDUE = "overdue"
    THIS_WEEK = "this_week"
    LATER = "later"
    BLOCKED = "blocked"
    DONE = "done"


@dataclass(frozen=True)
class Todo:
    """An action as its owner sees it beside those of other projects; a blocked one says by what."""

    id: UUID
    project_id: UUID
    project: str
    name: str
    touchpoint: str | None
    status: ActionStatus
    due_on: date | None
    done_on: date | None
    blocked_by: str

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.status is ActionStatus.DONE

    def is_overdue(self, today: date) -> bool:
        """Whether it should be done by now, be it blocked or not."""
        return not self.is_done and self.due_on is not None and self.due_on < today


def grouped(todos: Iterable[Todo], today: Mapping[UUID, date]) -> dict[TodoGroup, tuple[Todo, ...]]:
    """The to-dos by group, the most urgent first, of what is done the latest; `today` is by project.

    A project has its own zone, and so its own day. A group without a to-do is absent.
    """
    found: dict[TodoGroup, list[Todo]] = {group: [] for group in TodoGroup}
    for todo in todos:
        if todo.status is not ActionStatus.DROPPED:
            found[group_of(todo, today[todo.project_id])].append(todo)
    return {group: tuple(_in_order(group, members)) for group, members in found.items() if members}


def group_of(todo: Todo, today: date) -> TodoGroup:
    """The group of a to-do; what is blocked waits for somebody else, however late it is."""
    if todo.is_done:
        return TodoGroup.DONE
    if todo.status is ActionStatus.BLOCKED:
        return TodoGroup.BLOCKED
    if todo.is_overdue(today):
        return TodoGroup.OVERDUE
    return TodoGroup.THIS_WEEK if todo.due_on and todo.due_on <= _sunday(today) else TodoGroup.LATER


def _sunday(today: date) -> date:
    """The end of the week, which begins on Monday."""
    return today + timedelta(days=6 - today.weekday())


def _in_order(group: TodoGroup, todos: Iterable[Todo]) -> list[Todo]:
    by_name = sorted(todos, key=lambda todo: (todo.name.casefold(), todo.id))
    if group is TodoGroup.DONE:
        return sorted(by_name, key=lambda todo: todo.done_on or date.min, reverse=True)
    return sorted(by_name, key=lambda todo: todo.due_on or date.max)
