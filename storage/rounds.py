"""The round that a project is in: what is rated now belongs to it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from touchpoints.model import Round

# Asked at every run of a page about the team's view.
_LATEST = (
    select(Round).where(Round.project_id == bindparam("project")).order_by(col(Round.number).desc()).limit(1)
)


def current_round(session: Session, project_id: UUID) -> Round:
    """The latest round of a project; every project has one from its first moment."""
    return session.exec(_LATEST, params={"project": project_id}).one()
