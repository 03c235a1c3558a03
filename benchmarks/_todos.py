"""Somebody with many to-dos: the facilitator owns them all, and is one of the people of their project."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from benchmarks._later_steps import ACTIONS, BEGUN
from storage.access import Actor
from storage.action_status import set_status
from storage.actions import add_action, list_actions
from storage.my_todos import connect_myself
from storage.people import actor_of, enter, issue_start_link
from storage.persons import add_person
from storage.store import Store
from touchpoints.model import ActionStatus


def own_what_the_sample_plans(store: Store, project: UUID) -> None:
    """Make the facilitator the person who owns the most actions."""
    facilitator = _facilitator(store)
    owners = [one.owner_id for one in list_actions(store, facilitator, project) if one.owner_id]
    connect_myself(store, facilitator, project, max(owners, key=owners.count))


def own_many(store: Store, project: UUID) -> None:
    """As many to-dos as a large plan has, all of them the facilitator's."""
    facilitator = _facilitator(store)
    me = add_person(store, facilitator, project, "Everybody's colleague")
    made = [_todo(store, facilitator, project, number, me) for number in range(ACTIONS)]
    for number, status in enumerate(ActionStatus):
        set_status(store, facilitator, project, made[number :: len(ActionStatus)], status, BEGUN, "Money")
    connect_myself(store, facilitator, project, me)


def _facilitator(store: Store) -> Actor:
    return actor_of(store, enter(store, issue_start_link(store)))


def _todo(store: Store, actor: Actor, project: UUID, number: int, me: UUID) -> UUID:
    values = {
        "name": f"To-do number {number + 1}, in as many words as people put on a card",
        "owner_id": me,
        "due_on": BEGUN + timedelta(days=number),
    }
    return add_action(store, actor, project, values)
