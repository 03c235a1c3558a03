"""The round that a project is in: what is rated now belongs to it."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session, col, select

from touchpoints.model import Round


def current_round(session: Session, project_id: UUID) -> Round:
    """The latest round of a project; every project has one from its first moment."""
    query = select(Round).where(Round.project_id == project_id).order_by(col(Round.number).desc())
    return session.exec(query.limit(1)).one()
