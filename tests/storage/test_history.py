"""The history of a project tells who changed what, the newest first, and nothing of other projects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from storage.access import COMMAND_LINE, Actor
from storage.goals import add_goal, bin_goal
from storage.history import list_changes, list_changes_of
from storage.projects import archive_project, change_project
from storage.store import Store
from touchpoints.model import ChangeKind


def test_a_change_is_told_with_who_what_and_from_what_to_what(
    store: Store, facilitator: Actor, project: UUID
) -> None:
    change_project(store, facilitator, project, 1, {"name": "Patisserie"})
    latest = list_changes(store, facilitator, project)[0]
    assert (latest.who, latest.kind, latest.entity, latest.entity_id) == (
        "Facilitator",
        ChangeKind.CHANGED,
        "Project",
        project,
    )
    assert (latest.before, latest.after) == ({"name": "Bakery"}, {"name": "Patisserie"})


def test_the_newest_change_comes_first(
    store: Store, facilitator: Actor, project: UUID, pass_time: Callable[[timedelta], object]
) -> None:
    pass_time(timedelta(minutes=1))
    archive_project(store, facilitator, project)
    changes = list_changes(store, facilitator, project)
    assert [(change.kind, change.entity) for change in changes] == [
        (ChangeKind.CHANGED, "Project"),
        (ChangeKind.ADDED, "Round"),
        (ChangeKind.ADDED, "Project"),
    ]


def test_of_one_entry_its_own_changes_are_told(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    goal = add_goal(store, facilitator, project, {"name": "Shorter wait"})
    add_goal(store, facilitator, project, {"name": "Fewer calls"})
    bin_goal(store, COMMAND_LINE, project, goal)
    found = list_changes_of(store, facilitator, project, goal)
    assert [(one.kind, one.who) for one in found] == [("binned", None), ("added", "Facilitator")]
    assert list_changes_of(store, facilitator, other_project, goal) == ()


def test_no_more_are_read_than_asked_for(store: Store, facilitator: Actor, project: UUID) -> None:
    assert len(list_changes(store, facilitator, project, limit=1)) == 1


def test_what_the_command_line_did_has_no_person(store: Store, project: UUID) -> None:
    archive_project(store, COMMAND_LINE, project)
    assert list_changes(store, COMMAND_LINE, project)[0].who is None


def test_other_projects_have_their_own(
    store: Store, facilitator: Actor, project: UUID, other_project: UUID
) -> None:
    archive_project(store, facilitator, other_project)
    assert len(list_changes(store, facilitator, project)) == 2
