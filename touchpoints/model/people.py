"""Who can sign in (accounts) and who answers for something in a project (people)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlmodel import Field

from touchpoints.model.base import BinnableRow, Input, Row
from touchpoints.model.types import Instant, word_of


class AccountInput(Input):
    """Somebody who may sign in to this installation."""

    name: str = Field(min_length=1, max_length=80)
    language: str | None = Field(default=None, max_length=10)


class Account(AccountInput, Row, table=True):
    """An account; no password is stored, ever."""

    is_administrator: bool = False
    created_at: datetime = Field(sa_type=Instant)


class LinkPurpose(StrEnum):
    """What a personal link is for."""

    START = "start"
    INVITATION = "invitation"


class AccessLink(Row, table=True):
    """A personal link; only the hash of its token is kept."""

    __tablename__ = "access_link"

    account_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    purpose: LinkPurpose = Field(sa_type=word_of(LinkPurpose))
    created_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)


class SignIn(Row, table=True):
    """One browser that came in by a link; its cookie's token is kept hashed."""

    __tablename__ = "sign_in"

    account_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    created_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)


class PersonInput(Input):
    """Somebody in the company who owns, sponsors or does something; needs no account."""

    name: str = Field(min_length=1, max_length=80)
    position: str = Field(default="", max_length=120)
    department: str = Field(default="", max_length=80)


class Person(PersonInput, BinnableRow, table=True):
    """A person of one project."""
