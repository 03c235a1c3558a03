"""The journey of a project as it stands: its touchpoints in order, and all that is known of one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import NoSuchRow, Work, intent
from storage.phases import phase_in_use
from storage.presence import is_coming, is_there
from storage.ranks import rank_between
from storage.store import Store
from touchpoints.model import (
    ContactType,
    Control,
    Depth,
    Encounter,
    Factor,
    Finding,
    FindingKind,
    Handover,
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
    owner_id: UUID | None
    lacking: str
    is_planned: bool
    sponsor_id: UUID | None
    sponsor: str | None


@dataclass(frozen=True)
class EncounterEntry:
    """Which segment meets the touchpoint, on which occasion, how often, with which of our roles."""

    segment: str
    id: UUID
    version: int
    segment_id: UUID
    occasion: str
    frequency: Decimal | None
    period: Period
    roles: str


@dataclass(frozen=True)
class StepEntry:
    """One step of what happens at a touchpoint."""

    id: UUID
    version: int
    layer: Layer
    text: str
    duration_minutes: Decimal | None
    waiting_minutes: Decimal | None
    department: str


@dataclass(frozen=True)
class FactorEntry:
    """What makes a touchpoint so."""

    id: UUID
    version: int
    level: Level
    text: str
    source: Source
    is_planned: bool


@dataclass(frozen=True)
class FindingEntry:
    """Something noticed."""

    id: UUID
    version: int
    kind: FindingKind | None
    text: str
    source: Source
    from_contact_staff: bool
    minutes_per_month: Decimal | None
    cost_per_month: Decimal | None


@dataclass(frozen=True)
class HandoverEntry:
    """A department in the chain, and what breaks when it hands over to the next."""

    id: UUID
    version: int
    department: str
    break_note: str


@dataclass(frozen=True)
class TouchpointDetails:
    """All that step 1 has written down about one touchpoint."""

    touchpoint: TouchpointEntry
    encounters: tuple[EncounterEntry, ...]
    steps: tuple[StepEntry, ...]
    factors: tuple[FactorEntry, ...]
    findings: tuple[FindingEntry, ...]
    handovers: tuple[HandoverEntry, ...]


def list_phases(store: Store, actor: Actor, project_id: UUID) -> tuple[PhaseEntry, ...]:
    """The phases of a project in order."""
    with store.reading(actor, project_id) as session:
        rows = session.exec(
            select(Phase.id, Phase.name, Phase.is_before_contact)
            .where(Phase.project_id == project_id, col(Phase.binned_at).is_(None))
            .order_by(Phase.rank)
        )
        return tuple(PhaseEntry(*row) for row in rows)


def list_touchpoints(store: Store, actor: Actor, project_id: UUID) -> tuple[TouchpointEntry, ...]:
    """The touchpoints of a project in the order of the journey, without those in the bin."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(_list(), {"project": project_id})
        return tuple(TouchpointEntry(*row) for row in rows)


def list_target_touchpoints(store: Store, actor: Actor, project_id: UUID) -> tuple[TouchpointEntry, ...]:
    """The same with those that are planned: the journey as it is, and what shall be added to it."""
    with store.reading(actor, project_id) as session:
        rows = session.execute(_target_journey(), {"project": project_id})
        return tuple(TouchpointEntry(*row) for row in rows)


def read_touchpoint(store: Store, actor: Actor, project_id: UUID, touchpoint_id: UUID) -> TouchpointDetails:
    """One touchpoint with everything about it; raises NoSuchRow."""
    with store.reading(actor, project_id) as session:
        of_one = _entries().where(Touchpoint.id == touchpoint_id)
        row = session.execute(of_one, {"project": project_id}).first()
        if row is None:
            raise NoSuchRow
        encounters = session.exec(
            _about(Encounter, touchpoint_id, Segment.name, *_columns(Encounter, EncounterEntry, "segment"))
            .join(Segment, col(Segment.id) == Encounter.segment_id)
            .order_by(Segment.rank, Encounter.occasion)
        )
        return TouchpointDetails(
            TouchpointEntry(*row),
            tuple(EncounterEntry(*found) for found in encounters),
            tuple(_listed(session, ProcessStep, StepEntry, touchpoint_id, ProcessStep.rank)),
            tuple(_listed(session, Factor, FactorEntry, touchpoint_id, Factor.rank)),
            tuple(_listed(session, Finding, FindingEntry, touchpoint_id, Finding.kind, Finding.text)),
            tuple(_listed(session, Handover, HandoverEntry, touchpoint_id, Handover.rank)),
        )


@intent("change touchpoint")
def change_touchpoint(work: Work, touchpoint_id: UUID, shown_version: int, changes: dict[str, Any]) -> None:
    """Save the edited fields of a touchpoint; raises UnusableInput, VersionConflict."""
    row = work.find(Touchpoint, touchpoint_id)
    stored = row.model_dump(include=set(TouchpointInput.model_fields))
    given = checked(TouchpointInput, stored | changes)
    # Its rank belongs among the neighbours that it had; in a new phase it could stand twice.
    is_moved = given.phase_id != row.phase_id
    if is_moved:
        phase_in_use(work, given.phase_id)
    besides = {"rank": rank_at_end(work, given.phase_id, but_for=row.id)} if is_moved else None
    work.save(Touchpoint, touchpoint_id, shown_version, given.model_dump(include=set(changes)), besides)


@intent("throw touchpoint away")
def bin_touchpoint(work: Work, touchpoint_id: UUID) -> None:
    """Throw a touchpoint into the bin, with all that hangs on it."""
    work.bin(work.find(Touchpoint, touchpoint_id))


@intent("restore touchpoint")
def restore_touchpoint(work: Work, touchpoint_id: UUID) -> None:
    """Take a touchpoint out of the bin, to the place where it was."""
    restore_with_phase(work, touchpoint_id)


def restore_with_phase(work: Work, touchpoint_id: UUID) -> None:
    """Take a touchpoint out of the bin, and its phase where it lies there: without it, it stands nowhere."""
    row = work.find(Touchpoint, touchpoint_id)
    phase_in_use(work, row.phase_id)
    work.restore(row)


def rank_at_end(work: Work, phase_id: UUID, but_for: UUID | None = None) -> str:
    """The rank behind all touchpoints of a phase, those in the bin too: a restored one must not share it."""
    in_phase = select(func.max(Touchpoint.rank)).where(Touchpoint.phase_id == phase_id)
    others = in_phase.where(Touchpoint.id != but_for) if but_for else in_phase
    return rank_between(work.session.exec(others).one(), None)


# Read at every run of many a page, and putting it together takes longer than running it.
@cache
def _list() -> Any:  # noqa: ANN401 - as below
    return _entries().where(is_there())


@cache
def _target_journey() -> Any:  # noqa: ANN401 - as below
    return _entries().where(is_there() | is_coming())


def _entries() -> Any:  # noqa: ANN401 - a select of seventeen columns
    sponsor = aliased(Person)
    columns = (
        *(Touchpoint.id, Touchpoint.version, Touchpoint.name, Touchpoint.phase_id),
        *(Phase.name, Phase.is_before_contact, Touchpoint.depth, Touchpoint.contact_type),
        *(Touchpoint.control, Touchpoint.note, Person.name, Person.position),
        *(
            Touchpoint.owner_id,
            Touchpoint.lacking,
            Touchpoint.is_planned,
            Touchpoint.sponsor_id,
            sponsor.name,
        ),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .join(Phase, col(Phase.id) == Touchpoint.phase_id)
        .outerjoin(Person, col(Person.id) == Touchpoint.owner_id)
        .outerjoin(sponsor, col(sponsor.id) == Touchpoint.sponsor_id)
        .where(Touchpoint.project_id == bindparam("project"))
        .order_by(Phase.rank, Touchpoint.rank)
    )


def _columns(entity: type[SQLModel], entry: type, *left_out: str) -> list[Any]:
    return [getattr(entity, name) for name in entry.__dataclass_fields__ if name not in left_out]  # type: ignore[attr-defined] # a dataclass


def _about(entity: type[Any], touchpoint_id: UUID, *columns: Any) -> Any:  # noqa: ANN401 - any columns
    return select(*columns).where(entity.touchpoint_id == touchpoint_id, entity.binned_at.is_(None))


def _listed(session: Session, entity: type[Any], entry: type, touchpoint_id: UUID, *order: Any) -> list[Any]:  # noqa: ANN401 - any column
    query = _about(entity, touchpoint_id, *_columns(entity, entry)).order_by(*order)
    return [entry(*row) for row in session.execute(query)]
