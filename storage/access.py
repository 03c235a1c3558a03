"""Who asks: every read and every intent takes an actor, and is refused here when he may not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam
from sqlmodel import Session, col, select

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Project, ProjectRole


class NotAllowed(TouchpointsError):
    """The actor may not do or see this."""

    sentence = N_("You cannot open this with the link you used. Ask the facilitator for a personal link.")


class NotYourRole(NotAllowed):
    """The actor is inside, and his role in this project does not include this."""

    sentence = N_(
        "Your role in this project does not include this. Ask the facilitator to do it, or for another role."
    )


class NoSuchProject(TouchpointsError):
    """There is no such project, or it has been erased."""

    sentence = N_("This project does not exist (any more). Choose one from the list of projects.")


class ActorKind(StrEnum):
    """How somebody came to ask."""

    GUEST = "guest"
    PARTICIPANT = "participant"
    ACCOUNT = "account"
    COMMAND = "command"


class Right(StrEnum):
    """What a role may do in a project; each one includes those before it."""

    READ = N_("Read and print")
    FOLLOW_UP = N_("Keep to-dos, KPIs, findings and reviews up to date")
    CHANGE = N_("Change everything, lead workshops, invite")


_READS = frozenset({Right.READ})
_FOLLOWS_UP = _READS | {Right.FOLLOW_UP}
RIGHTS = {
    ProjectRole.EXECUTIVE: _READS,
    ProjectRole.TEAM_LEAD: _FOLLOWS_UP,
    ProjectRole.FACILITATOR: _FOLLOWS_UP | {Right.CHANGE},
}


@dataclass(frozen=True)
class Standing:
    """What a phone shows of its seat; `writer` writes for its table: "" without a name, None where nobody is.

    The numbers rise whenever the agenda or what is on, and whenever the journey has changed.
    """

    name: str
    table_number: int | None
    is_writer: bool
    writer: str | None
    revision: int
    content_revision: int


@dataclass(frozen=True)
class Seat:
    """A phone's place in a workshop; its secret makes the pseudonyms of its ballots, and is never stored.

    `standing` is what was found with it, for a hundred phones that would else ask twice.
    """

    participant_id: UUID
    workshop_id: UUID
    project_id: UUID
    secret: str = field(repr=False)
    standing: Standing = field(repr=False, compare=False)


@dataclass(frozen=True)
class Actor:
    """Who asks, and in which language; `once` marks an intent, which then is stored once.

    `roles` are those of the projects that this browser's links open, `there` the projects that were there,
    both as they were when the run began.
    """

    kind: ActorKind = ActorKind.GUEST
    account_id: UUID | None = None
    name: str = ""
    language: str | None = None
    intent_id: UUID | None = None
    seat: Seat | None = None
    is_administrator: bool = False
    roles: tuple[tuple[UUID, ProjectRole], ...] = ()
    there: frozenset[UUID] = field(default=frozenset(), repr=False, compare=False)

    @property
    def is_guest(self) -> bool:
        """Whether nobody knows who this is."""
        return self.kind is ActorKind.GUEST

    @property
    def may_everything(self) -> bool:
        """Whether every project is open: to an administrator, and to whoever sits at the machine itself."""
        return self.is_administrator or self.kind is ActorKind.COMMAND

    def role_in(self, project_id: UUID | None) -> ProjectRole | None:
        """The role in a project; administrators are facilitators everywhere."""
        if self.may_everything:
            return ProjectRole.FACILITATOR
        return next((role for project, role in self.roles if project == project_id), None)

    def may(self, right: Right, project_id: UUID | None) -> bool:
        """Whether the role in a project includes a right."""
        role = self.role_in(project_id)
        return role is not None and right in RIGHTS[role]

    def once(self, intent_id: UUID | None = None) -> Actor:
        """The same actor with the mark of one intent, made where the form is shown."""
        return replace(self, intent_id=intent_id or uuid4())


OUTSIDE = {ActorKind.GUEST, ActorKind.PARTICIPANT}
GUEST = Actor()
COMMAND_LINE = Actor(ActorKind.COMMAND, name="command line")


def check_is_inside(actor: Actor) -> None:
    """Raise NotAllowed for guests and for participants, who may do nothing but take part."""
    if actor.kind in OUTSIDE:
        raise NotAllowed


def check_administers(actor: Actor) -> None:
    """Raise NotAllowed for all but administrators and whoever sits at the machine itself."""
    check_is_inside(actor)
    if not actor.may_everything:
        raise NotYourRole


# Every read begins with this question, so it is put together once and fetches no more than the answer.
_IS_THERE = select(Project.id).where(Project.id == bindparam("project"), col(Project.binned_at).is_(None))


def check_may(
    asked: Session | Connection,
    actor: Actor,
    project_id: UUID,
    right: Right = Right.READ,
    *,
    is_write: bool = False,
) -> None:
    """Hold every read and every intent to what the actor may do; a project in the bin counts as gone.

    A write looks for the project anew, a read trusts what this run has found.

    Raises:
        NotAllowed: for guests; NotYourRole where his role does not include it.
        NoSuchProject: where there is none, and where he has no role: nobody learns which projects there are.
    """
    check_is_inside(actor)
    is_known = project_id in actor.there and not is_write
    is_there = is_known or asked.execute(_IS_THERE, {"project": project_id}).first() is not None
    if not is_there or actor.role_in(project_id) is None:
        raise NoSuchProject
    if not actor.may(right, project_id):
        raise NotYourRole


def open_project(session: Session, actor: Actor, project_id: UUID, right: Right = Right.READ) -> Project:
    """The project, if the actor may do this there; raises as check_may."""
    check_may(session, actor, project_id, right)
    return session.get_one(Project, project_id)
