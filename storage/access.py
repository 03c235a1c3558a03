"""Who asks: every read and every intent takes an actor, and is refused here when he may not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Project


class NotAllowed(TouchpointsError):
    """The actor may not do or see this."""

    sentence = N_("You cannot open this with the link you used. Ask the facilitator for a personal link.")


class NoSuchProject(TouchpointsError):
    """There is no such project, or it has been erased."""

    sentence = N_("This project does not exist (any more). Choose one from the list of projects.")


class ActorKind(StrEnum):
    """How somebody came to ask."""

    GUEST = "guest"
    PARTICIPANT = "participant"
    ACCOUNT = "account"
    COMMAND = "command"


@dataclass(frozen=True)
class Seat:
    """A phone's place in a workshop; its secret makes the pseudonyms of its ballots, and is never stored."""

    participant_id: UUID
    workshop_id: UUID
    project_id: UUID
    secret: str = field(repr=False)


@dataclass(frozen=True)
class Actor:
    """Who asks, and in which language; `once` marks an intent, which then is stored once."""

    kind: ActorKind = ActorKind.GUEST
    account_id: UUID | None = None
    name: str = ""
    language: str | None = None
    intent_id: UUID | None = None
    seat: Seat | None = None

    @property
    def is_guest(self) -> bool:
        """Whether nobody knows who this is."""
        return self.kind is ActorKind.GUEST

    def once(self, intent_id: UUID | None = None) -> Actor:
        """The same actor with the mark of one intent, made where the form is shown."""
        return replace(self, intent_id=intent_id or uuid4())


_OUTSIDE = {ActorKind.GUEST, ActorKind.PARTICIPANT}
GUEST = Actor()
COMMAND_LINE = Actor(ActorKind.COMMAND, name="command line")


def check_is_inside(actor: Actor) -> None:
    """Raise NotAllowed for guests and for participants, who may do nothing but take part."""
    if actor.kind in _OUTSIDE:
        raise NotAllowed


# Every read begins with this question, so it is put together once and fetches no more than the answer.
_IS_THERE = select(Project.id).where(Project.id == bindparam("project"), col(Project.binned_at).is_(None))


def check_may_read(session: Session, actor: Actor, project_id: UUID) -> None:
    """Hold every read and every intent to what the actor may see; a project in the bin counts as gone.

    Raises:
        NotAllowed: for guests.
        NoSuchProject: where there is none.
    """
    check_is_inside(actor)
    if session.exec(_IS_THERE, params={"project": project_id}).first() is None:
        raise NoSuchProject


def open_project(session: Session, actor: Actor, project_id: UUID) -> Project:
    """The project, if the actor may see it; one in the bin counts as gone.

    Raises:
        NotAllowed: for guests.
        NoSuchProject: where there is none.
    """
    check_may_read(session, actor, project_id)
    return session.get_one(Project, project_id)
