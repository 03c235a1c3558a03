"""Which waves of a survey are stored, since importing one of them again replaces it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor
from storage.store import Store
from touchpoints.model import Survey, Wave


@dataclass(frozen=True)
class StoredWave:
    """A wave as it was imported last, with the rows of its file."""

    label: str
    rows: int
    imported_at: datetime


def list_waves(store: Store, actor: Actor, project_id: UUID, survey: str) -> tuple[StoredWave, ...]:
    """The stored waves of the survey of that name; none where there is no such survey."""
    query = (
        select(Wave.label, Wave.rows_read, Wave.imported_at)
        .join(Survey, col(Survey.id) == Wave.survey_id)
        .where(Survey.project_id == project_id, Survey.name == survey)
        .order_by(Wave.label)
    )
    with store.reading(actor, project_id) as session:
        return tuple(StoredWave(*row) for row in session.exec(query))
