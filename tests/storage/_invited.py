"""Somebody who was invited into a project and has come in by his link."""

from __future__ import annotations

from uuid import UUID

from storage.access import Actor
from storage.invitations import invite
from storage.people import actor_of, enter
from storage.store import Store
from touchpoints.model import ProjectRole


def invited(
    store: Store,
    facilitator: Actor,
    project: UUID,
    name: str,
    person_id: UUID | None = None,
    role: ProjectRole = ProjectRole.TEAM_LEAD,
    mail: str | None = None,
) -> Actor:
    """His own browser, which has opened this one link."""
    values = {"name": name, "role": role, "days": 30, "person_id": person_id, "mail": mail}
    return actor_of(store, enter(store, invite(store, facilitator, project, values)))
