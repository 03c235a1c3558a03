"""The roles that groups of the company's identity provider have in a project."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import select

from storage.access import Actor, Right
from storage.checking import checked
from storage.intents import Work, intent
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import ChangeKind, GroupRole, GroupRoleInput, ProjectRole


class GroupHasRole(TouchpointsError):
    """A group is given a second role in one project."""

    sentence = N_("The group {group} has a role in this project already. Take it away first.")


@dataclass(frozen=True)
class GroupRoleEntry:
    """A group with its role."""

    id: UUID
    group: str
    role: ProjectRole


def list_group_roles(store: Store, actor: Actor, project_id: UUID) -> tuple[GroupRoleEntry, ...]:
    """The groups of a project, by name."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        rows = session.execute(_list(), {"project": project_id})
        return tuple(GroupRoleEntry(*row) for row in rows)


@intent("give group a role")
def give_role(work: Work, group: str, role: ProjectRole) -> UUID:
    """Let everybody of a group come in with a role; raises UnusableInput, GroupHasRole."""
    given = checked(GroupRoleInput, {"group": group, "role": role})
    taken = select(GroupRole.id).where(GroupRole.project_id == work.project, GroupRole.group == given.group)
    if work.session.exec(taken).first() is not None:
        raise GroupHasRole(group=given.group)
    row = GroupRole(**given.model_dump(), project_id=work.project)
    work.add(row)
    return row.id


@intent("take role from group")
def take_role(work: Work, group_role_id: UUID) -> None:
    """End it at the next run of whoever is in by it; raises NoSuchRow."""
    row = work.find(GroupRole, group_role_id)
    work.note(ChangeKind.ERASED, row, before={"group": row.group, "role": row.role})
    work.session.delete(row)


@cache
def _list() -> Any:  # noqa: ANN401 - a select of three columns
    return (
        select(GroupRole.id, GroupRole.group, GroupRole.role)
        .where(GroupRole.project_id == bindparam("project"))
        .order_by(GroupRole.group)
    )
