"""Who comes in: the facilitator's link, the sign-in that a cookie holds, and the language chosen."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from datetime import timedelta
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import bindparam
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from storage.access import GUEST, Actor, ActorKind, check_is_inside
from storage.store import Store
from touchpoints.messages import N_
from touchpoints.model import AccessLink, Account, LinkPurpose, SignIn

# The printed link is for today's start; the browser that used it stays signed in for a quarter.
_LINK_LIFE = timedelta(days=7)
_SIGN_IN_LIFE = timedelta(days=90)
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
            token_hash=_hash(token),
            purpose=LinkPurpose.START,
            created_at=now,
            expires_at=now + _LINK_LIFE,
        )
        session.add(link)


def enter(store: Store, token: str) -> str | None:
    """Come in by a personal link: the token for the cookie, or None where the link is not valid."""
    cookie = secrets.token_urlsafe(32)
    now = store.now()
    # Anybody may try a link, so looking for it must not take the lock that writing needs.
    with store.unchecked() as session:
        link = session.exec(select(AccessLink).where(AccessLink.token_hash == _hash(token))).first()
    if link is None or link.revoked_at is not None or link.expires_at <= now:
        return None
    with store.writing() as session:
        sign_in = SignIn(
            account_id=link.account_id,
            token_hash=_hash(cookie),
            created_at=now,
            expires_at=now + _SIGN_IN_LIFE,
        )
        session.add(sign_in)
    return cookie


def leave(store: Store, cookie: str) -> None:
    """Sign this browser out; effective at the next run of any of its pages."""
    with store.writing() as session:
        found = session.exec(select(SignIn).where(SignIn.token_hash == _hash(cookie))).first()
        if found is not None:
            found.revoked_at = store.now()


# Asked at every run of every page, so it is put together once.
_SIGNED_IN = (
    select(Account.id, Account.name, Account.language)
    .join(SignIn, col(SignIn.account_id) == Account.id)
    .where(
        SignIn.token_hash == bindparam("token_hash"),
        col(SignIn.revoked_at).is_(None),
        SignIn.expires_at > bindparam("now"),
    )
)


def actor_of(store: Store, cookie: str | None) -> Actor:
    """Who a cookie's token stands for, looked up at every run; a guest where it stands for nobody."""
    if not cookie:
        return GUEST
    with store.unchecked() as session:
        found = session.exec(_SIGNED_IN, params={"token_hash": _hash(cookie), "now": store.now()}).first()
    return Actor(ActorKind.ACCOUNT, *found) if found else GUEST


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


def _hash(token: str) -> str:
    """SHA-256 is enough for tokens of 256 random bits; passwords would need more."""
    return hashlib.sha256(token.encode()).hexdigest()
