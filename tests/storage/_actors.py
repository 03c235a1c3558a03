"""Somebody with a role in a project, who came in by an invitation."""

from __future__ import annotations

from uuid import UUID

from storage.access import COMMAND_LINE, Actor
from storage.invitations import invite
from storage.people import actor_of, enter
from storage.store import Store
from touchpoints.model import ProjectRole


def somebody(store: Store, project: UUID, role: ProjectRole) -> Actor:
    """Whoever opens a new invitation in a browser of his own."""
    values = {"name": role.value, "role": role, "days": 30}
    return actor_of(store, enter(store, invite(store, COMMAND_LINE, project, values)))
