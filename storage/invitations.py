"""Who has which role in a project, and the personal links by which they come in."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import field_validator
from sqlalchemy import bindparam, update
from sqlmodel import Field, col, select

from storage.access import Actor, Right
from storage.checking import checked
from storage.intents import Work, intent
from storage.people import hash_of
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    AccessLink,
    Account,
    AccountInput,
    ChangeKind,
    Input,
    LinkPurpose,
    Membership,
    Person,
    ProjectRole,
)


class HasRoleAlready(TouchpointsError):
    """Somebody is invited whose mail address has a role here."""

    sentence = N_("{name} has a role in this project already. Change it there, or make another link.")


class NotYourself(TouchpointsError):
    """Somebody would take from himself what he needs to give it back."""

    sentence = N_("You cannot change or take away your own role. Ask another facilitator to do it.")


class LinkInput(Input):
    """For how long a link works."""

    days: int = Field(ge=1, le=366)


class InvitationInput(LinkInput):
    """Who is invited, as what, and for how long the link works."""

    name: str = Field(min_length=1, max_length=80)
    role: ProjectRole
    mail: str | None = Field(default=None, max_length=254)
    person_id: UUID | None = None

    @field_validator("mail")
    @classmethod
    def _is_address(cls, mail: str | None) -> str | None:
        if mail and ("@" not in mail.strip("@") or any(letter.isspace() for letter in mail)):
            raise ValueError("is no mail address; write it as name@company.example, or leave it out")
        return mail.casefold() if mail else None


@dataclass(frozen=True)
class LinkEntry:
    """A link that works; the day of its last use is shown to administrators alone."""

    id: UUID
    expires_at: datetime
    last_used_on: date | None


@dataclass(frozen=True)
class Member:
    """Somebody with a role in a project, and the links by which he comes in."""

    account_id: UUID
    name: str
    mail: str | None
    role: ProjectRole
    person_id: UUID | None
    links: tuple[LinkEntry, ...]


_SHOWN: list[Any] = [Account.id, Account.name, Account.mail, Membership.role, Membership.person_id]
_MEMBERS = (
    select(*_SHOWN)
    .join(Membership, col(Membership.account_id) == Account.id)
    .where(Membership.project_id == bindparam("project"))
)
_SHOWN_OF_LINK: list[Any] = [
    AccessLink.account_id,
    AccessLink.id,
    AccessLink.expires_at,
    AccessLink.last_used_on,
]
_LINKS = select(*_SHOWN_OF_LINK).where(
    AccessLink.project_id == bindparam("project"),
    col(AccessLink.revoked_at).is_(None),
    AccessLink.expires_at > bindparam("now"),
)


def list_members(store: Store, actor: Actor, project_id: UUID) -> tuple[Member, ...]:
    """Everybody with a role in the project, by name; for those who may invite."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        rows: Any = session.exec(_MEMBERS, params={"project": project_id}).all()
        links = session.exec(_LINKS, params={"project": project_id, "now": store.now()}).all()
    of: dict[UUID, list[LinkEntry]] = {}
    for account_id, link_id, expires_at, used_on in links:
        shown = used_on if actor.may_everything else None
        of.setdefault(account_id, []).append(LinkEntry(link_id, expires_at, shown))
    members = [_member(row, of) for row in rows]
    return tuple(sorted(members, key=lambda one: (one.name.casefold(), one.account_id)))


def _member(row: Any, links: Mapping[UUID, list[LinkEntry]]) -> Member:  # noqa: ANN401 - a row as it is read
    account_id, name, mail, role, person_id = row
    return Member(account_id, name, mail, role, person_id, _in_order(links.get(account_id, [])))


def _in_order(links: list[LinkEntry]) -> tuple[LinkEntry, ...]:
    return tuple(sorted(links, key=lambda link: link.expires_at))


def new_token() -> str:
    """What makes a personal link, of 256 random bits.

    It is made before it is stored: whoever presses twice sees the one link that works.
    """
    return secrets.token_urlsafe(32)


def invite(
    store: Store, actor: Actor, project_id: UUID, values: Mapping[str, Any], token: str | None = None
) -> str:
    """Give somebody a role and a personal link; returns its token, which cannot be read again.

    Raises:
        UnusableInput, HasRoleAlready, NoSuchRow.
    """
    token = token or new_token()
    add_member(store, actor, project_id, hash_of(token), values)
    return token


def issue_link(
    store: Store, actor: Actor, project_id: UUID, account_id: UUID, days: int, token: str | None = None
) -> str:
    """Another personal link for somebody who has a role here; returns its token. Raises as invite."""
    token = token or new_token()
    add_link(store, actor, project_id, hash_of(token), account_id, days)
    return token


@intent("invite")
def add_member(work: Work, token_hash: str, values: Mapping[str, Any]) -> UUID:
    """Add a role with the hash of its first link's token; returns the account's id."""
    given = checked(InvitationInput, values)
    if given.person_id:
        work.find(Person, given.person_id)
    account = _account(work, given)
    membership = Membership(
        project_id=work.project, account_id=account.id, role=given.role, person_id=given.person_id
    )
    work.add(membership)
    _add_link(work, account.id, token_hash, given)
    return account.id


def _account(work: Work, given: InvitationInput) -> Account:
    """The account of this mail address, or a new one."""
    known = select(Account).where(Account.mail == given.mail)
    account = work.session.exec(known).first() if given.mail else None
    if account is None:
        about = checked(AccountInput, {"name": given.name, "mail": given.mail})
        account = Account(**about.model_dump(), created_at=work.at)
        work.fill([account])
    elif _membership(work, account.id) is not None:
        raise HasRoleAlready(name=account.name)
    return account


def _membership(work: Work, account_id: UUID) -> Membership | None:
    mine = (Membership.project_id == work.project, Membership.account_id == account_id)
    return work.session.exec(select(Membership).where(*mine)).first()


def _role(work: Work, account_id: UUID) -> Membership:
    """The role of somebody in the project; raises NoSuchRow."""
    found = _membership(work, account_id)
    return found or work.find(Membership, account_id)


@intent("make link")
def add_link(work: Work, token_hash: str, account_id: UUID, days: int) -> None:
    """Add the hash of another link's token; the links before it go on working."""
    _role(work, account_id)
    _add_link(work, account_id, token_hash, checked(LinkInput, {"days": days}))


def _add_link(work: Work, account_id: UUID, token_hash: str, given: LinkInput) -> None:
    link = AccessLink(
        account_id=account_id,
        project_id=work.project,
        token_hash=token_hash,
        purpose=LinkPurpose.INVITATION,
        created_at=work.at,
        expires_at=work.at + timedelta(days=given.days),
    )
    work.fill([link])


@intent("revoke link")
def revoke_link(work: Work, link_id: UUID) -> None:
    """End a link: whoever came in by it is out at his next click."""
    work.find(AccessLink, link_id).revoked_at = work.at


@intent("restore link")
def restore_link(work: Work, link_id: UUID) -> None:
    """Undo the end of a link."""
    link = work.find(AccessLink, link_id)
    _role(work, link.account_id)
    link.revoked_at = None


@intent("change role")
def change_role(work: Work, account_id: UUID, role: ProjectRole) -> None:
    """Give somebody another role; effective at his next click. Raises NotYourself."""
    _check_is_another(work, account_id)
    work.change(_role(work, account_id), role=role)


@intent("connect with person")
def connect_person(work: Work, account_id: UUID, person_id: UUID | None) -> None:
    """Say which of the project's people somebody is: whose to-dos are his."""
    if person_id:
        work.find(Person, person_id)
    work.change(_role(work, account_id), person_id=person_id)


@intent("take role away")
def remove_member(work: Work, account_id: UUID) -> None:
    """Take somebody's role and end his links to this project. Raises NotYourself, NoSuchRow."""
    _check_is_another(work, account_id)
    membership = _role(work, account_id)
    work.note(ChangeKind.ERASED, membership, before={"role": membership.role, "account_id": str(account_id)})
    here = col(AccessLink.project_id) == work.project
    valid = (here, col(AccessLink.account_id) == account_id, col(AccessLink.revoked_at).is_(None))
    work.session.connection().execute(update(AccessLink).where(*valid).values(revoked_at=work.at))
    work.session.delete(membership)


@intent("give role back")
def restore_member(work: Work, member: Member) -> None:
    """Undo that somebody's role was taken away: he comes in again by the links that he had."""
    if _membership(work, member.account_id) is None:
        given_back = Membership(
            project_id=work.project,
            account_id=member.account_id,
            role=member.role,
            person_id=member.person_id,
        )
        work.add(given_back)
    for shown in member.links:
        link = work.find(AccessLink, shown.id)
        if link.account_id == member.account_id:
            link.revoked_at = None


def _check_is_another(work: Work, account_id: UUID) -> None:
    if account_id == work.actor.account_id:
        raise NotYourself
