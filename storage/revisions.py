"""Revisions: a number per project and scope that each change raises, so that nobody need look in vain."""

from __future__ import annotations

from collections.abc import Hashable
from uuid import UUID

from sqlalchemy import Connection, bindparam, update
from sqlmodel import Session, col, select

from storage.access import Actor, ActorKind, NotAllowed, Right, check_may
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
# Ideas and warnings of the people at the touchpoints.
VOICES = "voices"
# Customers' answers, up to fifty a second: whoever asks finds them in the number of the measurements.
FEEDBACK = "feedback"


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
    """A value that is another one as soon as anything has changed in a project that the actor may see."""
    with store.reading(actor) as session:
        rows = session.exec(_ALL_REVISIONS).all()
    seen = (row for row in rows if actor.may_everything or actor.may(Right.READ, row[0]))
    return tuple((project, *_settled(store, project, scope, number)) for project, scope, number in seen)


def revisions_of(store: Store, actor: Actor, project_id: UUID) -> dict[str, int]:
    """The numbers of all scopes that have ever changed, read in one moment.

    What customers answer counts as measured, some seconds late while many of them answer.
    """
    with store.glancing() as connection:
        check_may(connection, actor, project_id)
        rows = _numbers(connection, project_id)
    found = dict(_settled(store, project_id, scope, number) for scope, number in rows)
    if FEEDBACK in found:
        # Neither of the two ever falls, so that their sum is another one as soon as one of them is.
        found[MEASUREMENTS] = found.get(MEASUREMENTS, 0) + found.pop(FEEDBACK)
    return found


def _numbers(connection: Connection, project_id: UUID) -> list[tuple[str, int]]:
    return [(scope, number) for scope, number in connection.execute(_REVISIONS, {"project": project_id})]


def _settled(store: Store, project_id: UUID, scope: str, number: int) -> tuple[str, int]:
    return scope, store.settled.number(project_id, number) if scope == FEEDBACK else number


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
        with store.glancing() as connection:
            check_may(connection, actor, project_id)
            return dict(_numbers(connection, project_id))
    if actor.seat is None or actor.seat.project_id != project_id:
        raise NotAllowed
    with store.glancing() as connection:
        found = _numbers(connection, project_id)
    return {scope: number for scope, number in found if is_audible(actor, scope)}
