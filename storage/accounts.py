"""The accounts of an installation and the ways in that each has, for administrators."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from storage.access import Actor, check_administers
from storage.intents import NoSuchRow, Work, carry_out_once
from storage.revisions import COACH, CONTENT, PLAN, VOICES, raise_revision
from storage.store import Store
from storage.traces import erase_account, projects_with
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    AccessLink,
    Account,
    CalendarFeed,
    ChangeKind,
    Membership,
    Project,
    ProjectRole,
    SignIn,
)


class OwnAccount(TouchpointsError):
    """Whoever looks after the accounts would lock himself out."""

    sentence = N_("This is your own account. Another administrator can remove it.")


@dataclass(frozen=True)
class AccountEntry:
    """An account with its roles by project and its ways in; of their use the day is kept, and no hour."""

    id: UUID
    name: str
    mail: str | None
    is_administrator: bool
    roles: tuple[tuple[str, ProjectRole], ...]
    links: int
    last_used_on: date | None
    browsers: int

    @property
    def has_way_in(self) -> bool:
        """Whether anything is there to be ended."""
        return self.links > 0 or self.browsers > 0


def list_accounts(store: Store, actor: Actor) -> tuple[AccountEntry, ...]:
    """Everybody, by name; also those who came as a name with a project."""
    check_administers(actor)
    with store.reading(actor) as session:
        roles, links, browsers = (
            _roles(session),
            _links(session, store.now()),
            _browsers(session, store.now()),
        )
        rows = session.execute(_accounts()).all()
    return tuple(
        AccountEntry(
            row.id,
            row.name,
            row.mail,
            row.is_administrator,
            roles=tuple(roles[row.id]),
            links=len(links[row.id]),
            last_used_on=max((day for day in links[row.id] if day), default=None),
            browsers=browsers[row.id],
        )
        for row in rows
    )


def sign_out_everywhere(store: Store, actor: Actor, account_id: UUID) -> datetime:
    """End every link, browser and calendar of somebody at once; gives the moment, by which it can be undone.

    Raises NoSuchRow where there is no such account.
    """
    check_administers(actor)
    now = store.now()
    with store.writing() as session:
        if session.get(Account, account_id) is None:
            raise NoSuchRow
        for entity in (AccessLink, SignIn, CalendarFeed):
            working = (col(entity.account_id) == account_id, col(entity.revoked_at).is_(None))
            session.connection().execute(update(entity).where(*working).values(revoked_at=now))
    return now


def remove_account(store: Store, actor: Actor, account_id: UUID) -> None:
    """Remove somebody's account: ways in and roles end with it, and what he did stays without a name.

    Raises OwnAccount; NoSuchRow where there is no such account.
    """

    def remove(work: Work) -> None:
        if work.session.get(Account, account_id) is None:
            raise NoSuchRow
        if account_id == work.actor.account_id:
            raise OwnAccount
        _note_ends(work, account_id)
        projects = list(projects_with(work.session, account_id))
        erase_account(work.session, account_id)
        for project in projects:
            for scope in (CONTENT, PLAN, COACH, VOICES):
                raise_revision(work.session, project, scope)

    carry_out_once(store, actor, "remove account", remove, let_in=check_administers)


def _note_ends(work: Work, account_id: UUID) -> None:
    """Tell each project that a role has ended, and not whose it was."""
    roles = select(Membership).where(col(Membership.account_id) == account_id)
    for membership in work.session.exec(roles).all():
        work.project_id = membership.project_id
        work.note(ChangeKind.ERASED, membership, before={"role": membership.role})
    work.session.flush()


def let_in_again(store: Store, actor: Actor, account_id: UUID, ended_at: datetime) -> None:
    """Undo it: what was ended at that moment works again, and nothing that was ended before."""
    check_administers(actor)
    with store.writing() as session:
        for entity in (AccessLink, SignIn, CalendarFeed):
            ended = (col(entity.account_id) == account_id, col(entity.revoked_at) == ended_at)
            session.connection().execute(update(entity).where(*ended).values(revoked_at=None))


@cache
def _accounts() -> Any:  # noqa: ANN401 - a select of four columns
    columns: list[Any] = [Account.id, Account.name, Account.mail, Account.is_administrator]
    return select(*columns).order_by(col(Account.is_administrator).desc(), Account.name, Account.id)


def _roles(session: Session) -> dict[UUID, list[tuple[str, ProjectRole]]]:
    query = (
        select(Membership.account_id, Project.name, Membership.role)
        .join(Project, col(Project.id) == Membership.project_id)
        .where(col(Project.binned_at).is_(None))
        .order_by(Project.name)
    )
    found: dict[UUID, list[tuple[str, ProjectRole]]] = defaultdict(list)
    for account_id, project, role in session.exec(query):
        found[account_id].append((project, ProjectRole(role)))
    return found


def _links(session: Session, now: datetime) -> dict[UUID, list[date | None]]:
    found = defaultdict(list)
    for account_id, used_on in session.execute(_working(AccessLink.last_used_on, AccessLink), {"now": now}):
        found[account_id].append(used_on)
    return found


def _browsers(session: Session, now: datetime) -> dict[UUID, int]:
    found: dict[UUID, int] = defaultdict(int)
    for account_id, _ in session.execute(_working(SignIn.id, SignIn), {"now": now}):
        found[account_id] += 1
    return found


def _working(column: Any, entity: type[AccessLink | SignIn]) -> Any:  # noqa: ANN401 - a select of two columns
    return select(entity.account_id, column).where(
        col(entity.revoked_at).is_(None), entity.expires_at > bindparam("now")
    )
