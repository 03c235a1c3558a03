"""What the page of somebody's to-dos is drawn from, read once for each state of his projects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pages._kept import kept
from pages._page import PageContext
from pages._todo_list import todo_lines
from storage.my_todos import Persons, list_todos, state_of_projects
from storage.owner_changes import OpenChange, list_open_changes
from storage.visits import ChangeOfMine, list_changes_of_mine
from touchpoints.days import day_in
from touchpoints.todos import grouped


@dataclass(frozen=True)
class MyTodos:
    """The list in words, the project of each to-do, what waits for an answer, and what others changed.

    `persons` says which of the people of each project it is about.
    """

    persons: Persons
    lines: str
    projects: Mapping[UUID, UUID]
    open_changes: tuple[OpenChange, ...]
    changes: tuple[ChangeOfMine, ...]


def my_todos_of(page: PageContext, persons: Persons, since: datetime | None) -> MyTodos:
    """The to-dos of these people; what changed is told from `since` on, nothing where that is None."""
    projects = set(persons)
    if page.project is not None and page.may_follow_up:
        projects.add(page.project.id)
    # Read with the actor, so that a kept list never shows what he may not see.
    state = state_of_projects(page.store, page.actor, sorted(projects))
    today = {one.id: day_in(page.store.now(), one.time_zone) for one in page.projects if one.id in projects}
    key = repr((sorted(persons.items()), state, sorted(today.items()), since, page.wording.language))
    return _my_todos(page, persons, today, since, (page.actor.account_id, key))


@kept(60)
def _my_todos(
    _page: PageContext,
    _persons: Persons,
    _today: Mapping[UUID, date],
    _since: datetime | None,
    key: tuple[Any, ...],  # noqa: ARG001 - says for whom, in which state and language the rest is
) -> MyTodos:
    where = (_page.store, _page.actor)
    groups = grouped(list_todos(*where, _persons), _today)
    return MyTodos(
        _persons,
        todo_lines(_page.wording, groups, _today),
        {todo.id: todo.project_id for todos in groups.values() for todo in todos},
        list_open_changes(*where, list(_today)),
        list_changes_of_mine(*where, _persons, _since) if _since else (),
    )
