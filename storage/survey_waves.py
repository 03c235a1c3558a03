"""Which waves of a survey are stored, since importing one of them again replaces it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor
from storage.intents import Work, intent
from storage.revisions import MEASUREMENTS
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
        .where(Survey.project_id == project_id, Survey.name == survey, col(Wave.binned_at).is_(None))
        .order_by(Wave.label)
    )
    with store.reading(actor, project_id) as session:
        return tuple(StoredWave(*row) for row in session.exec(query))


@dataclass(frozen=True)
class ListedWave:
    """A wave with its survey, for a list from which it may be thrown away."""

    id: UUID
    survey: str
    label: str
    rows: int
    imported_at: datetime


def list_all_waves(store: Store, actor: Actor, project_id: UUID) -> tuple[ListedWave, ...]:
    """Every wave of a project by survey and label, without those in the bin."""
    query = (
        select(Wave.id, Survey.name, Wave.label, Wave.rows_read, Wave.imported_at)  # type: ignore[call-overload] # typed for up to four columns
        .join(Survey, col(Survey.id) == Wave.survey_id)
        .where(Wave.project_id == project_id, col(Wave.binned_at).is_(None))
        .order_by(Survey.name, Wave.label)
    )
    with store.reading(actor, project_id) as session:
        return tuple(ListedWave(*row) for row in session.execute(query))


@intent("throw wave away", MEASUREMENTS)
def bin_wave(work: Work, wave_id: UUID) -> None:
    """Throw a wave with all its answers into the bin, as when the wrong file was imported."""
    work.bin(work.find(Wave, wave_id))


@intent("restore wave", MEASUREMENTS)
def restore_wave(work: Work, wave_id: UUID) -> None:
    """Take a wave out of the bin."""
    work.restore(work.find(Wave, wave_id))
