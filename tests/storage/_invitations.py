"""People who were invited, and the browsers in which they open their links."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from storage.access import Actor
from storage.invitations import Member, invite, list_members
from storage.people import actor_of, enter
from storage.store import Store
from touchpoints.model import ProjectRole

LEAD, READER = ProjectRole.TEAM_LEAD, ProjectRole.EXECUTIVE


def invited(store: Store, actor: Actor, project: UUID, **values: Any) -> str:
    """The token of somebody's first link."""
    return invite(store, actor, project, {"name": "Ada", "role": LEAD, "days": 30} | values)


def cookie_of(store: Store, token: str, cookie: str | None = None) -> str:
    entered = enter(store, token, cookie)
    assert entered is not None
    return entered


def comes_in(store: Store, token: str) -> Actor:
    """Whoever opens a link in a browser of its own."""
    return actor_of(store, cookie_of(store, token))


def only_member(store: Store, actor: Actor, project: UUID) -> Member:
    [member] = list_members(store, actor, project)
    return member
