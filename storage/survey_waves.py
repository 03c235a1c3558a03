"""The stored surveys and their waves: where the answers come from, and when each wave began."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import Work, intent
from storage.revisions import MEASUREMENTS
from storage.store import Store
from touchpoints.model import Origin, Survey, SurveyInput, Wave


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
    """A wave of a list, in which it may be dated, and from which it may be thrown away."""

    id: UUID
    survey: str
    label: str
    rows: int
    imported_at: datetime
    starts_on: date | None
    version: int


@dataclass(frozen=True)
class SurveyEntry:
    """A survey; "" and None where nobody has said who was asked by whom."""

    id: UUID
    name: str
    source: str
    origin: Origin | None
    version: int


def list_all_waves(store: Store, actor: Actor, project_id: UUID) -> tuple[ListedWave, ...]:
    """Every wave of a project by survey and label, without those in the bin."""
    columns = (
        Wave.id,
        Survey.name,
        Wave.label,
        Wave.rows_read,
        Wave.imported_at,
        Wave.starts_on,
        Wave.version,
    )
    query = (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .join(Survey, col(Survey.id) == Wave.survey_id)
        .where(Wave.project_id == project_id, col(Wave.binned_at).is_(None))
        .order_by(Survey.name, Wave.label)
    )
    with store.reading(actor, project_id) as session:
        return tuple(ListedWave(*row) for row in session.execute(query))


def list_survey_entries(store: Store, actor: Actor, project_id: UUID) -> tuple[SurveyEntry, ...]:
    """The surveys of a project by their names."""
    columns = (Survey.id, Survey.name, Survey.source, Survey.origin, Survey.version)
    query = (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(Survey.project_id == project_id)
        .order_by(Survey.name)
    )
    with store.reading(actor, project_id) as session:
        return tuple(SurveyEntry(*row) for row in session.execute(query))


@intent("change survey", MEASUREMENTS)
def change_survey(work: Work, survey_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Say who was asked by whom; raises UnusableInput, VersionConflict."""
    stored = work.find(Survey, survey_id).model_dump(include={"name", "source", "origin"})
    given = checked(SurveyInput, stored | dict(changes))
    work.save(Survey, survey_id, shown_version, given.model_dump(include={"source", "origin"} & set(changes)))


@intent("date wave", MEASUREMENTS)
def date_wave(work: Work, wave_id: UUID, shown_version: int, changes: Mapping[str, date | None]) -> None:
    """Say on which day a wave began; raises VersionConflict."""
    work.save(Wave, wave_id, shown_version, {"starts_on": changes["starts_on"]})


@intent("throw wave away", MEASUREMENTS)
def bin_wave(work: Work, wave_id: UUID) -> None:
    """Throw a wave with all its answers into the bin, as when the wrong file was imported."""
    work.bin(work.find(Wave, wave_id))


@intent("restore wave", MEASUREMENTS)
def restore_wave(work: Work, wave_id: UUID) -> None:
    """Take a wave out of the bin."""
    work.restore(work.find(Wave, wave_id))
