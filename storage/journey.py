"""The journey of a project as it stands: its touchpoints in order, and all that is known of one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import NoSuchRow, Work, intent
from storage.store import Store
from touchpoints.model import (
    ContactType,
    Control,
    Depth,
    Encounter,
    Factor,
    Finding,
    FindingKind,
    Layer,
    Level,
    Period,
    Person,
    Phase,
    ProcessStep,
    Segment,
    Source,
    Touchpoint,
    TouchpointInput,
)


@dataclass(frozen=True)
class PhaseEntry:
    """A phase in the order of the journey."""

    id: UUID
    name: str
    is_before_contact: bool


@dataclass(frozen=True)
class TouchpointEntry:
    """A touchpoint in the order of the journey, with its phase and the person who answers for it."""

    id: UUID
    version: int
    name: str
    phase_id: UUID
    phase: str
    is_before_contact: bool
    depth: Depth
    contact_type: ContactType | None
    control: Control | None
    note: str
    owner: str | None
    owner_position: str | None


@dataclass(frozen=True)
class EncounterEntry:
    """Which segment meets the touchpoint, on which occasion, how often, with which of our roles."""

    segment: str
    occasion: str
    frequency: Decimal | None
    period: Period
    roles: str


@dataclass(frozen=True)
class StepEntry:
    """One step of what happens at a touchpoint."""

    layer: Layer
    text: str
    duration_minutes: Decimal | None
    waiting_minutes: Decimal | None
    department: str


@dataclass(frozen=True)
class FactorEntry:
    """What makes a touchpoint so."""

    level: Level
    text: str
    source: Source


@dataclass(frozen=True)
class FindingEntry:
    """Something noticed."""

    kind: FindingKind | None
    text: str
    source: Source
    from_contact_staff: bool


@dataclass(frozen=True)
class TouchpointDetails:
    """All that step 1 has written down about one touchpoint."""

    touchpoint: TouchpointEntry
    encounters: tuple[EncounterEntry, ...]
    steps: tuple[StepEntry, ...]
    factors: tuple[FactorEntry, ...]
    findings: tuple[FindingEntry, ...]


def list_phases(store: Store, actor: Actor, project_id: UUID) -> tuple[PhaseEntry, ...]:
    """The phases of a project in order."""
    with store.reading(actor, project_id) as session:
        rows = session.exec(
            select(Phase.id, Phase.name, Phase.is_before_contact)
            .where(Phase.project_id == project_id, col(Phase.binned_at).is_(None))
            .order_by(Phase.rank)
        )
        return tuple(PhaseEntry(*row) for row in rows)


def list_touchpoints(
    store: Store, actor: Actor, project_id: UUID, *, in_bin: bool = False
) -> tuple[TouchpointEntry, ...]:
    """The touchpoints of a project in the order of the journey; those in the bin only when asked for."""
    is_binned = col(Touchpoint.binned_at).is_not(None)
    with store.reading(actor, project_id) as session:
        query = _entries(project_id).where(is_binned if in_bin else ~is_binned)
        return tuple(TouchpointEntry(*row) for row in session.execute(query))


def read_touchpoint(store: Store, actor: Actor, project_id: UUID, touchpoint_id: UUID) -> TouchpointDetails:
    """One touchpoint with everything about it; raises NoSuchRow."""
    with store.reading(actor, project_id) as session:
        row = session.execute(_entries(project_id).where(Touchpoint.id == touchpoint_id)).first()
        if row is None:
            raise NoSuchRow
        encounters = session.exec(
            _about(Encounter, touchpoint_id, Segment.name, *_columns(Encounter, EncounterEntry, "segment"))
            .join(Segment, col(Segment.id) == Encounter.segment_id)
            .order_by(Segment.rank)
        )
        return TouchpointDetails(
            TouchpointEntry(*row),
            tuple(EncounterEntry(*found) for found in encounters),
            tuple(_listed(session, ProcessStep, StepEntry, touchpoint_id, ProcessStep.rank)),
            tuple(_listed(session, Factor, FactorEntry, touchpoint_id, Factor.rank)),
            tuple(_listed(session, Finding, FindingEntry, touchpoint_id, Finding.kind)),
        )


@intent("change touchpoint")
def change_touchpoint(work: Work, touchpoint_id: UUID, shown_version: int, changes: dict[str, Any]) -> None:
    """Save the edited fields of a touchpoint; raises UnusableInput, VersionConflict."""
    row = work.find(Touchpoint, touchpoint_id)
    stored = row.model_dump(include=set(TouchpointInput.model_fields))
    wanted = checked(TouchpointInput, stored | changes)
    work.save(Touchpoint, touchpoint_id, shown_version, wanted.model_dump(include=set(changes)))


@intent("throw touchpoint away")
def bin_touchpoint(work: Work, touchpoint_id: UUID) -> None:
    """Throw a touchpoint into the bin, with all that hangs on it."""
    work.bin(work.find(Touchpoint, touchpoint_id))


@intent("restore touchpoint")
def restore_touchpoint(work: Work, touchpoint_id: UUID) -> None:
    """Take a touchpoint out of the bin, to the place where it was."""
    work.restore(work.find(Touchpoint, touchpoint_id))


def _entries(project_id: UUID) -> Any:  # noqa: ANN401 - a select of twelve columns
    columns = (
        *(Touchpoint.id, Touchpoint.version, Touchpoint.name, Touchpoint.phase_id),
        *(Phase.name, Phase.is_before_contact, Touchpoint.depth, Touchpoint.contact_type),
        *(Touchpoint.control, Touchpoint.note, Person.name, Person.position),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .join(Phase, col(Phase.id) == Touchpoint.phase_id)
        .outerjoin(Person, col(Person.id) == Touchpoint.owner_id)
        .where(Touchpoint.project_id == project_id)
        .order_by(Phase.rank, Touchpoint.rank)
    )


def _columns(entity: type[SQLModel], entry: type, *left_out: str) -> list[Any]:
    return [getattr(entity, name) for name in entry.__dataclass_fields__ if name not in left_out]  # type: ignore[attr-defined] # a dataclass


def _about(entity: type[Any], touchpoint_id: UUID, *columns: Any) -> Any:  # noqa: ANN401 - any columns
    return select(*columns).where(entity.touchpoint_id == touchpoint_id, entity.binned_at.is_(None))


def _listed(session: Session, entity: type[Any], entry: type, touchpoint_id: UUID, order: Any) -> list[Any]:  # noqa: ANN401 - any column
    query = _about(entity, touchpoint_id, *_columns(entity, entry)).order_by(order)
    return [entry(*row) for row in session.execute(query)]
