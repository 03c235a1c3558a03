"""All personal links of an installation, for whoever looks after it; nobody can read their tokens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor, check_administers
from storage.intents import NoSuchRow
from storage.store import Store
from touchpoints.model import AccessLink, Account, LinkPurpose, Membership, Project, ProjectRole


@dataclass(frozen=True)
class AccessLinkEntry:
    """A link that works; without a project it is an administrator's."""

    id: UUID
    name: str
    mail: str | None
    purpose: LinkPurpose
    project_id: UUID | None
    project: str | None
    role: ProjectRole | None
    created_at: datetime
    expires_at: datetime
    last_used_on: date | None


def list_links(store: Store, actor: Actor) -> tuple[AccessLinkEntry, ...]:
    """All links that work, the newest first."""
    check_administers(actor)
    with store.reading(actor) as session:
        return tuple(AccessLinkEntry(*row) for row in session.execute(_links(), {"now": store.now()}))


def end_link(store: Store, actor: Actor, link_id: UUID) -> None:
    """End a link of whichever project, or of an administrator: pages opened by it close at their next run.

    Raises:
        NoSuchRow: there is none that works.
    """
    check_administers(actor)
    with store.writing() as session:
        link = session.get(AccessLink, link_id)
        if link is None or link.revoked_at is not None:
            raise NoSuchRow
        link.revoked_at = store.now()


@cache
def _links() -> Any:  # noqa: ANN401 - a select of ten columns
    is_of_member = (col(Membership.project_id) == AccessLink.project_id) & (
        col(Membership.account_id) == AccessLink.account_id
    )
    columns = (
        *(AccessLink.id, Account.name, Account.mail, AccessLink.purpose, AccessLink.project_id),
        *(Project.name, Membership.role, AccessLink.created_at, AccessLink.expires_at),
        AccessLink.last_used_on,
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .join(Account, col(Account.id) == AccessLink.account_id)
        .outerjoin(Project, col(Project.id) == AccessLink.project_id)
        .outerjoin(Membership, is_of_member)
        .where(col(AccessLink.revoked_at).is_(None), AccessLink.expires_at > bindparam("now"))
        .order_by(col(AccessLink.created_at).desc(), col(AccessLink.id))
    )
