"""The journey as the public forms name it: touchpoints by phase, in order, and nothing else of a project."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.presence import is_there
from touchpoints.model import Phase, Touchpoint


@dataclass(frozen=True)
class Place:
    """A touchpoint that a form offers."""

    id: UUID
    name: str
    phase: str


def places_of(session: Session, project_id: UUID) -> tuple[Place, ...]:
    """The touchpoints of the journey in its order."""
    return tuple(Place(*row) for row in session.execute(_places(), {"project": project_id}))


@cache
def _places() -> Any:  # noqa: ANN401 - a select of three columns
    return (
        select(Touchpoint.id, Touchpoint.name, Phase.name)
        .join(Phase, col(Phase.id) == Touchpoint.phase_id)
        .where(Touchpoint.project_id == bindparam("project"), is_there())
        .order_by(Phase.rank, Touchpoint.rank)
    )
