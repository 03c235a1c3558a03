"""Signing in through the company's identity provider: by mail address and by groups."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import Session, col, select

from storage.checking import checked
from storage.configuration import Settings
from storage.people import hash_of
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Account, AccountInput, GroupRole, Membership, SignIn

# Whoever leaves the company, or one of its groups, is out after a working day at the latest.
_LIFE = timedelta(hours=12)
_LONGEST_NAME = 80


class NoRoleYet(TouchpointsError):
    """The provider knows somebody whom nobody has given a role."""

    sentence = N_(
        "You are known as {mail}, but nobody has given you a role yet. "
        "Ask a facilitator to invite you with this mail address."
    )


class MailIsMissing(TouchpointsError):
    """The provider says no mail address, or one that it has not verified."""

    sentence = N_(
        "Your company's sign-in did not tell a verified mail address, by which we would know you. "
        "Ask those who look after it."
    )


@dataclass(frozen=True)
class ProvenUser:
    """Whom the provider has named."""

    mail: str
    name: str
    groups: tuple[str, ...]


def proven_user(claims: Mapping[str, Any], groups_claim: str) -> ProvenUser:
    """What the claims of an ID token say; raises MailIsMissing."""
    mail = claims.get("email")
    if not isinstance(mail, str) or "@" not in mail or claims.get("email_verified") is False:
        raise MailIsMissing
    name = claims.get("name")
    groups = claims.get(groups_claim)
    return ProvenUser(
        mail.strip().casefold(),
        name.strip()[:_LONGEST_NAME] if isinstance(name, str) and name.strip() else mail.partition("@")[0],
        tuple(one for one in groups if isinstance(one, str)) if isinstance(groups, list) else (),
    )


def enter_as(store: Store, user: ProvenUser) -> str:
    """Sign this browser in as whom the provider has named: the token for the cookie.

    Raises:
        NoRoleYet: he administers nothing, has no role by his mail address, and none by his groups.
    """
    cookie, now = secrets.token_urlsafe(32), store.now()
    with store.writing() as session:
        account = _account(session, store, user)
        session.add(
            SignIn(
                account_id=account.id,
                token_hash=hash_of(cookie),
                created_at=now,
                expires_at=now + _LIFE,
                provider_groups=list(user.groups),
            )
        )
    return cookie


def administers(settings: Settings, mail: str | None) -> bool:
    """Whether whoever has proven this mail address administers the installation."""
    return mail is not None and mail in settings.administrators


def _account(session: Session, store: Store, user: ProvenUser) -> Account:
    """The account of this mail address; a new one for whoever has a role by his groups alone."""
    found = session.exec(select(Account).where(Account.mail == user.mail)).first()
    if found is None:
        if not _may_come_in(session, store, user):
            raise NoRoleYet(mail=user.mail)
        about = checked(AccountInput, {"name": user.name, "mail": user.mail})
        found = Account(**about.model_dump(), created_at=store.now())
        session.add(found)
        session.flush()
    elif not _has_role(session, found) and not _may_come_in(session, store, user):
        raise NoRoleYet(mail=user.mail)
    return found


def _has_role(session: Session, account: Account) -> bool:
    return session.exec(select(Membership.id).where(Membership.account_id == account.id)).first() is not None


def _may_come_in(session: Session, store: Store, user: ProvenUser) -> bool:
    return administers(store.settings, user.mail) or _is_in_a_group(session, user.groups)


def _is_in_a_group(session: Session, groups: Collection[str]) -> bool:
    asked = select(GroupRole.id).where(col(GroupRole.group).in_(groups))
    return session.exec(asked).first() is not None
