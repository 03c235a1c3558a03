"""Who comes in: by a personal link, whose sign-in a cookie holds, with which roles, in which language."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import Connection, and_, bindparam, or_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from storage.access import GUEST, RIGHTS, Actor, ActorKind, check_is_inside
from storage.store import Store
from storage.tables import table_of
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    AccessLink,
    Account,
    GroupRole,
    LinkPurpose,
    Membership,
    ProjectRole,
    SignIn,
    SignInLink,
)

# The printed link is for today's start; the browser that used it stays signed in for a quarter.
_LINK_LIFE = timedelta(days=7)
SIGN_IN_LIFE = timedelta(days=90)
# Of the account that every installation begins with; screens say it in their reader's language.
FIRST_NAME = N_("Facilitator")
# One known id, so that servers starting at once on one database cannot make two first accounts.
_FIRST_ACCOUNT = uuid5(NAMESPACE_OID, "facilitator")


def issue_start_link(store: Store) -> str:
    """A new personal link for the facilitator of this installation; only its hash is kept.

    Returns the token (256 bits), which cannot be read again.
    """
    token = secrets.token_urlsafe(32)
    with suppress(IntegrityError):  # another server has just made the first account; now it is there
        _issue(store, token)
        return token
    _issue(store, token)
    return token


def _issue(store: Store, token: str) -> None:
    now = store.now()
    with store.writing() as session:
        link = AccessLink(
            account_id=_facilitator(session, store).id,
            token_hash=hash_of(token),
            purpose=LinkPurpose.START,
            created_at=now,
            expires_at=now + _LINK_LIFE,
        )
        session.add(link)


class SignedInAsAnother(TouchpointsError):
    """An invitation was opened where an administrator is signed in, who would lose what he may."""

    sentence = N_(
        "You are signed in as {name}, and this link is for {other}. "
        "Open it in another browser, or sign out first."
    )


def enter(store: Store, token: str, cookie: str | None = None) -> str | None:
    """Come in by a personal link: the token for the cookie, or None where the link is not valid.

    A browser that is signed in by another invitation, by `cookie`, then has what both open.

    Raises:
        SignedInAsAnother: an administrator opens somebody's invitation.
    """
    # Anybody may try a link, so looking for it must not take the lock that writing needs.
    with store.unchecked() as session:
        link = session.exec(select(AccessLink).where(AccessLink.token_hash == hash_of(token))).first()
    if link is None or link.revoked_at is not None or link.expires_at <= store.now():
        return None
    with store.writing() as session:
        adds = cookie is not None and link.purpose is LinkPurpose.INVITATION
        present = _present(session, store, cookie or "") if adds else None
        if present is None:
            cookie, present = _sign_in(session, store, link.account_id)
        elif present.account_id != link.account_id:
            _make_one(session, present.account_id, session.get_one(AccessLink, link.id))
        if link.purpose is LinkPurpose.START:
            # Of the others the day is noted with each page: programs that look into mails open links, too.
            session.get_one(AccessLink, link.id).last_used_on = store.now().date()
        if session.get(SignInLink, (present.id, link.id)) is None:
            session.add(SignInLink(sign_in_id=present.id, link_id=link.id))
    return cookie


def _present(session: Session, store: Store, cookie: str) -> SignIn | None:
    """The sign-in that goes on in this browser."""
    found = session.exec(select(SignIn).where(SignIn.token_hash == hash_of(cookie))).first()
    return found if found and found.revoked_at is None and found.expires_at > store.now() else None


def _sign_in(session: Session, store: Store, account_id: UUID) -> tuple[str, SignIn]:
    cookie, now = secrets.token_urlsafe(32), store.now()
    sign_in = SignIn(
        account_id=account_id, token_hash=hash_of(cookie), created_at=now, expires_at=now + SIGN_IN_LIFE
    )
    session.add(sign_in)
    session.flush()
    return cookie, sign_in


def _make_one(session: Session, account_id: UUID, link: AccessLink) -> None:
    """Whoever opens two invitations in one browser is one person: both roles are of the first account.

    Raises:
        SignedInAsAnother: he is an administrator, or he has a role in that project already.
    """
    account = session.get_one(Account, account_id)
    mine = (Membership.project_id == link.project_id, Membership.account_id == account_id)
    if account.is_administrator or session.exec(select(Membership).where(*mine)).first() is not None:
        raise SignedInAsAnother(name=account.name, other=session.get_one(Account, link.account_id).name)
    # All his links to that project go with the role, or those opened elsewhere would open nothing any more.
    for entity in (Membership, AccessLink):
        table = table_of(entity)
        theirs = (table.c.project_id == link.project_id, table.c.account_id == link.account_id)
        session.connection().execute(update(table).where(*theirs).values(account_id=account_id))


def leave(store: Store, cookie: str) -> None:
    """Sign this browser out; effective at the next run of any of its pages."""
    with store.writing() as session:
        found = session.exec(select(SignIn).where(SignIn.token_hash == hash_of(cookie))).first()
        if found is not None:
            found.revoked_at = store.now()


# An administrator is one by the link of a start alone: an invitation, which a facilitator makes for anybody,
# opens its one project. He stays signed in longer than his link works, and until it is revoked.
_CAME_BY_START = (
    select(SignInLink.link_id)
    .join(AccessLink, col(AccessLink.id) == SignInLink.link_id)
    .where(
        SignInLink.sign_in_id == SignIn.id,
        AccessLink.account_id == Account.id,
        AccessLink.purpose == LinkPurpose.START,
        col(AccessLink.revoked_at).is_(None),
    )
    .exists()
)
_WHO: list[Any] = [
    *(SignIn.id, Account.id, Account.name, Account.language, Account.mail, SignIn.provider_groups),
    and_(col(Account.is_administrator), _CAME_BY_START),
]
# Asked at every run of every page, so it is put together once.
_SIGNED_IN = (
    select(*_WHO)
    .join(SignIn, col(SignIn.account_id) == Account.id)
    .where(
        SignIn.token_hash == bindparam("token_hash"),
        col(SignIn.revoked_at).is_(None),
        SignIn.expires_at > bindparam("now"),
    )
)
_OPENED: list[Any] = [Membership.project_id, Membership.role, AccessLink.id, AccessLink.last_used_on]
# What the links of this browser open, as long as they are valid.
_ROLES = (
    select(*_OPENED)
    .join(AccessLink, col(AccessLink.account_id) == Membership.account_id)
    .join(SignInLink, col(SignInLink.link_id) == AccessLink.id)
    .where(
        SignInLink.sign_in_id == bindparam("sign_in"),
        or_(col(AccessLink.project_id).is_(None), col(AccessLink.project_id) == Membership.project_id),
        col(AccessLink.revoked_at).is_(None),
        AccessLink.expires_at > bindparam("now"),
    )
)
# Whoever has proven his mail address has every role of his account, and those of his groups.
_OWN_ROLES = select(Membership.project_id, Membership.role).where(
    Membership.account_id == bindparam("account_id")
)
_GROUP_ROLES = select(GroupRole.project_id, GroupRole.role).where(
    col(GroupRole.group).in_(bindparam("groups", expanding=True))
)


def actor_of(store: Store, cookie: str | None) -> Actor:
    """Who a cookie's token stands for, looked up at every run; a guest where it stands for nobody."""
    if not cookie:
        return GUEST
    now = store.now()
    with store.glancing() as connection:
        found = connection.execute(_SIGNED_IN, {"token_hash": hash_of(cookie), "now": now}).first()
        if found is None:
            return GUEST
        sign_in, account_id, name, language, mail, groups, came_by_start = found
        is_administrator = came_by_start or (groups is not None and mail in store.settings.administrators)
        actor = Actor(ActorKind.ACCOUNT, account_id, name, language, is_administrator=is_administrator)
        if is_administrator:
            return actor
        if groups is not None:
            return _with_proven_roles(connection, actor, groups)
        opened = connection.execute(_ROLES, {"sign_in": sign_in, "now": now}).all()
    # A link that ended, or was revoked, leaves nobody behind it.
    if not opened:
        return GUEST
    _note_use(store, {link: day for _, _, link, day in opened})
    roles: dict[UUID, ProjectRole] = {project: role for project, role, *_ in opened}
    return replace(actor, roles=tuple(roles.items()))


def _with_proven_roles(connection: Connection, actor: Actor, groups: Sequence[str]) -> Actor:
    """With the roles of his account and groups, in each project the widest; a guest where there is none."""
    rows = [
        *connection.execute(_OWN_ROLES, {"account_id": actor.account_id}),
        *connection.execute(_GROUP_ROLES, {"groups": list(groups)}),
    ]
    roles: dict[UUID, ProjectRole] = {}
    for project, role in rows:
        known = roles.get(project)
        if known is None or RIGHTS[known] < RIGHTS[role]:
            roles[project] = role
    return replace(actor, roles=tuple(roles.items())) if roles else GUEST


def _note_use(store: Store, links: Mapping[UUID, date | None]) -> None:
    """Keep the day at which links were last used; written once a day."""
    today = store.now().date()
    if stale := [link for link, day in links.items() if day != today]:
        with store.writing() as session:
            session.connection().execute(
                update(AccessLink).where(col(AccessLink.id).in_(stale)).values(last_used_on=today)
            )


def set_language(store: Store, actor: Actor, language: str) -> None:
    """Keep the language that somebody chose, for all his browsers."""
    check_is_inside(actor)
    with store.writing() as session:
        account = session.get(Account, actor.account_id) if actor.account_id else None
        if account is not None:
            account.language = language


def _facilitator(session: Session, store: Store) -> Account:
    found = session.exec(select(Account).where(Account.is_administrator)).first()
    if found is not None:
        return found
    account = Account(id=_FIRST_ACCOUNT, name=FIRST_NAME, is_administrator=True, created_at=store.now())
    session.add(account)
    session.flush()
    return account


def hash_of(token: str) -> str:
    """SHA-256 is enough for tokens of 256 random bits; passwords would need more."""
    return hashlib.sha256(token.encode()).hexdigest()
