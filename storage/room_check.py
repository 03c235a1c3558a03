"""The room check: a phone that opened the test page has reached this server, and the console hears of it."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor, Right
from storage.revisions import raise_revision, revisions_of
from storage.store import Store
from touchpoints.model import Workshop


def reached_scope(workshop_id: UUID) -> str:
    """The scope that rises with every phone that reaches a workshop's test page."""
    return f"reached:{workshop_id}"


def note_reached(store: Store, workshop_id: UUID) -> bool:
    """Tell of a phone, which needs no seat for it; false where there is no such workshop."""
    query = select(Workshop.project_id).where(Workshop.id == workshop_id, col(Workshop.binned_at).is_(None))
    with store.unchecked() as session:
        project_id = session.exec(query).first()
    if project_id is None:
        return False
    with store.writing() as session:
        raise_revision(session, project_id, reached_scope(workshop_id))
    return True


def count_reached(store: Store, actor: Actor, project_id: UUID, workshop_id: UUID) -> int:
    """How often a phone has reached the test page of a workshop so far."""
    with store.reading(actor, project_id, Right.CHANGE):
        return revisions_of(store, actor, project_id).get(reached_scope(workshop_id), 0)
