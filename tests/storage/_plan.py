"""What the tests of the plan need of a stored project: its actions by name, and a second round."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.actions import ActionEntry, list_actions
from storage.intents import Work, intent
from storage.store import Store
from touchpoints.model import Round


def by_name(store: Store, actor: Actor, project: UUID) -> dict[str, ActionEntry]:
    """The actions that the plan shows, in their order."""
    return {entry.name: entry for entry in list_actions(store, actor, project)}


@intent("open the next round")
def open_next_round(work: Work) -> UUID:
    """A second round beside the first."""
    return work.add(Round(project_id=work.project, number=2)).id
