"""Revisions: a number per project and scope that each change raises, so that nobody need look in vain."""

from __future__ import annotations

from collections.abc import Hashable
from uuid import UUID

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from storage.access import Actor, ActorKind, NotAllowed
from storage.hub import note_raised
from storage.store import Store
from storage.tables import table_of
from touchpoints.model import Revision

CONTENT = "content"
MEASUREMENTS = "measurements"
# Targets, options, actions, KPIs and reviews: what step 1 shows is not drawn anew for them.
PLAN = "plan"
# What was answered to the coach's hints.
COACH = "coach"
# The agenda of live workshops and what is on: phones, wall and console listen to it.
WORKSHOP = "workshop"
# Who is in: a hundred who join must not wake each other's phones.
ROOM = "room"


def activity_scope(activity_id: UUID) -> str:
    """The scope that a vote or a card of an activity raises."""
    return f"activity:{activity_id}"


def raise_revision(session: Session, project_id: UUID, scope: str) -> None:
    """Count a change of a project's scope; last in the transaction, so that both are seen together."""
    session.flush()
    table = table_of(Revision)
    raised = session.connection().execute(
        update(table)
        .where(table.c.project_id == project_id, table.c.scope == scope)
        .values(number=table.c.number + 1)
        .returning(table.c.number)
    )
    number = raised.scalar()
    if number is None:
        session.add(Revision(project_id=project_id, scope=scope, number=1))
    note_raised(session.info, project_id, scope, number or 1)


# Asked at every run of a page that keeps what it has computed.
_REVISIONS = select(Revision.scope, Revision.number).where(Revision.project_id == bindparam("project"))
_ALL_REVISIONS = select(Revision.project_id, Revision.scope, Revision.number).order_by(
    col(Revision.project_id), col(Revision.scope)
)


def revisions_of_all(store: Store, actor: Actor) -> Hashable:
    """A value that is another one as soon as anything in any project has changed."""
    with store.reading(actor) as session:
        return tuple(session.exec(_ALL_REVISIONS).all())


def revisions_of(store: Store, actor: Actor, project_id: UUID) -> dict[str, int]:
    """The numbers of all scopes that have ever changed, read in one moment."""
    with store.reading(actor, project_id) as session:
        return dict(session.exec(_REVISIONS, params={"project": project_id}).all())


def is_audible(actor: Actor, scope: str) -> bool:
    """Whether somebody may hear that a scope has moved; phones hear of what is on, and of nothing else."""
    return actor.kind is not ActorKind.PARTICIPANT or scope == WORKSHOP


def audible_revisions(store: Store, actor: Actor, project_id: UUID) -> dict[str, int]:
    """The numbers of all scopes that somebody may hear of.

    Raises:
        NotAllowed: for guests, and for a participant in a project that is not his.
        NoSuchProject: where there is none.
    """
    if actor.kind is not ActorKind.PARTICIPANT:
        return revisions_of(store, actor, project_id)
    if actor.seat is None or actor.seat.project_id != project_id:
        raise NotAllowed
    with store.unchecked() as session:
        found = session.exec(_REVISIONS, params={"project": project_id}).all()
    return {scope: number for scope, number in found if is_audible(actor, scope)}
