"""The plan of a project, read once for each state of it and shared by all who look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pages._kept import kept
from pages._page import PageContext
from storage.access import Actor
from storage.actions import ActionEntry, list_actions
from storage.intents import NoSuchRow
from storage.projects import ProjectSummary
from storage.revisions import CONTENT, PLAN, revisions_of
from storage.store import Store
from touchpoints.plan import Concern, concerns_of

# How often the plan and the names in it have changed.
State = tuple[int, int]


@dataclass(frozen=True)
class Plan:
    """The actions in their order, and which of them need attention today."""

    actions: tuple[ActionEntry, ...]
    concerns: Mapping[UUID, frozenset[Concern]]
    state: State

    def find(self, action_id: UUID) -> ActionEntry | None:
        """One of the actions."""
        return next((action for action in self.actions if action.id == action_id), None)


def plan_of(page: PageContext, project: ProjectSummary) -> Plan:
    """The actions of this round and the unfinished ones of earlier rounds."""
    # The revisions are read with the actor, so that a kept plan never shows what he may not see.
    revisions = revisions_of(page.store, page.actor, project.id)
    state = (revisions.get(PLAN, 0), revisions.get(CONTENT, 0))
    return _plan(page.store, page.actor, project.id, page.today, state)


@kept(30)
def _plan(_store: Store, _actor: Actor, project_id: UUID, today: date, state: State) -> Plan:
    actions = list_actions(_store, _actor, project_id)
    return Plan(actions, concerns_of(actions, today), state)


def find_action(page: PageContext, project: ProjectSummary, action_id: UUID) -> ActionEntry:
    """One action, be it one that was finished in an earlier round; raises NoSuchRow."""
    found = plan_of(page, project).find(action_id)
    if found is not None:
        return found
    earlier = list_actions(page.store, page.actor, project.id, every_round=True)
    found = next((one for one in earlier if one.id == action_id), None)
    if found is None:
        raise NoSuchRow
    return found
