"""Who can sign in (accounts), with which role in which project, and who answers for something (people)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from touchpoints.model.base import BinnableRow, Input, PlainRow, ProjectRow, Row
from touchpoints.model.types import Instant, word_of


class AccountInput(Input):
    """Somebody who may sign in to this installation."""

    name: str = Field(min_length=1, max_length=80)
    language: str | None = Field(default=None, max_length=10)
    # By it the company's identity provider knows the same person again.
    mail: str | None = Field(default=None, max_length=254, unique=True)


class Account(AccountInput, Row, table=True):
    """An account; no password is stored, ever."""

    is_administrator: bool = False
    created_at: datetime = Field(sa_type=Instant)
    # The visit that goes on, and the end of the one before it: "what changed since your last visit".
    seen_at: datetime | None = Field(default=None, sa_type=Instant)
    seen_before_at: datetime | None = Field(default=None, sa_type=Instant)


class ProjectRole(StrEnum):
    """What somebody is in a project; participants of a workshop are none of these."""

    FACILITATOR = "facilitator"
    TEAM_LEAD = "team_lead"
    EXECUTIVE = "executive"


class Membership(ProjectRow, table=True):
    """An account's role in one project, and which of the project's people it is."""

    __table_args__ = (UniqueConstraint("project_id", "account_id"),)

    account_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    role: ProjectRole = Field(sa_type=word_of(ProjectRole))
    person_id: UUID | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL")


class GroupRoleInput(Input):
    """A group, by the name or id that the company's identity provider tells, and what it may do."""

    group: str = Field(min_length=1, max_length=200)
    role: ProjectRole = Field(sa_type=word_of(ProjectRole))


class GroupRole(GroupRoleInput, ProjectRow, table=True):
    """The role that everybody of a group of the identity provider has in a project."""

    __tablename__ = "group_role"
    __table_args__ = (UniqueConstraint("project_id", "group"),)


class LinkPurpose(StrEnum):
    """What a personal link is for."""

    START = "start"
    INVITATION = "invitation"


class AccessLink(Row, table=True):
    """A personal link; only the hash of its token is kept. It opens one project, or all of its account's."""

    __tablename__ = "access_link"

    account_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    project_id: UUID | None = Field(default=None, foreign_key="project.id", ondelete="CASCADE", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    purpose: LinkPurpose = Field(sa_type=word_of(LinkPurpose))
    created_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)
    # A day says whether a link is in use; the hour would say when somebody works.
    last_used_on: date | None = None


class SignIn(Row, table=True):
    """One browser that came in by a link or an identity provider; its cookie's token is kept hashed."""

    __tablename__ = "sign_in"

    account_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    created_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)
    # The groups that the identity provider told; none where somebody came by a link.
    provider_groups: list[str] | None = Field(default=None, sa_type=JSON)


class SignInLink(PlainRow, table=True):
    """A link that a browser came in by: what it opens is open there until it ends or is revoked."""

    __tablename__ = "sign_in_link"

    sign_in_id: UUID = Field(foreign_key="sign_in.id", ondelete="CASCADE", primary_key=True)
    link_id: UUID = Field(foreign_key="access_link.id", ondelete="CASCADE", primary_key=True)


class CalendarFeed(Row, table=True):
    """The private address at which calendar programs read an account's to-dos; its token is kept hashed."""

    __tablename__ = "calendar_feed"

    account_id: UUID = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    created_at: datetime = Field(sa_type=Instant)
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)
    # The projects that were open where it was made, none for all: a link to one is no way into another.
    projects: list[str] | None = Field(default=None, sa_type=JSON)


class PersonInput(Input):
    """Somebody in the company who owns, sponsors or does something; needs no account."""

    name: str = Field(min_length=1, max_length=80)
    position: str = Field(default="", max_length=120)
    department: str = Field(default="", max_length=80)


class Person(PersonInput, BinnableRow, table=True):
    """A person of one project."""
