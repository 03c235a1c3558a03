"""What the journey board does: moves touchpoints, sets what they are, adds many; each can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from fractional_indexing import generate_n_keys_between
from sqlmodel import col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import Work, intent
from storage.journey import restore_with_phase
from storage.phases import new_phase, phase_in_use
from storage.rounds import current_round
from storage.store import Store
from touchpoints.model import ContactType, Control, Depth, Phase, Touchpoint, TouchpointInput


@dataclass(frozen=True)
class NewTouchpoint:
    """A touchpoint to add: its name, and its phase by name or id (None: the first phase)."""

    name: str
    phase: str | UUID | None = None
    note: str = ""
    id: UUID = field(default_factory=uuid4)


@intent("move touchpoints")
def move_touchpoints(work: Work, ids: Sequence[UUID], phase_id: UUID, before: UUID | None) -> None:
    """Put touchpoints, in the order given, before another one of a phase, or at its end."""
    phase_in_use(work, phase_id)
    others = [row for row in _in_phase(work, phase_id) if row.id not in ids]
    place = next((i for i, row in enumerate(others) if row.id == before), len(others))
    left = others[place - 1].rank if place else None
    right = others[place].rank if place < len(others) else None
    for id_, rank in zip(ids, generate_n_keys_between(left, right, n=len(ids)), strict=True):
        work.change(work.find(Touchpoint, id_), phase_id=phase_id, rank=rank)


@dataclass(frozen=True)
class Place:
    """Where a touchpoint was, so that a move can be undone."""

    touchpoint_id: UUID
    phase_id: UUID
    rank: str
    depth: Depth


def places_of(store: Store, actor: Actor, project_id: UUID, ids: Sequence[UUID]) -> tuple[Place, ...]:
    """Where these touchpoints are now, and how deeply they are worked on."""
    columns = (Touchpoint.id, Touchpoint.phase_id, Touchpoint.rank, col(Touchpoint.depth))
    with store.reading(actor, project_id) as session:
        query = select(*columns).where(Touchpoint.project_id == project_id, col(Touchpoint.id).in_(ids))
        return tuple(Place(*row) for row in session.exec(query))


@intent("put touchpoints back")
def put_back(work: Work, places: Sequence[Place]) -> None:
    """Undo a move or a change of depth."""
    for phase_id in dict.fromkeys(place.phase_id for place in places):
        phase_in_use(work, phase_id)
    for place in places:
        row = work.find(Touchpoint, place.touchpoint_id)
        work.change(row, phase_id=place.phase_id, rank=place.rank, depth=place.depth)


@intent("set depth")
def set_depth(work: Work, ids: Sequence[UUID], depth: Depth) -> None:
    """Put touchpoints on the shortlist, among the key ones, or back."""
    for id_ in ids:
        work.change(work.find(Touchpoint, id_), depth=depth)


@dataclass(frozen=True)
class Contact:
    """How customers meet a touchpoint and how far we can steer it, so that setting both can be undone."""

    touchpoint_id: UUID
    control: Control | None
    contact_type: ContactType | None


def contacts_of(store: Store, actor: Actor, project_id: UUID, ids: Sequence[UUID]) -> tuple[Contact, ...]:
    """Control and contact type of these touchpoints now."""
    columns = (Touchpoint.id, col(Touchpoint.control), col(Touchpoint.contact_type))
    with store.reading(actor, project_id) as session:
        query = select(*columns).where(Touchpoint.project_id == project_id, col(Touchpoint.id).in_(ids))
        return tuple(Contact(*row) for row in session.exec(query))


@intent("set control and contact")
def set_contact(
    work: Work, ids: Sequence[UUID], control: Control | None, contact_type: ContactType | None
) -> None:
    """Set control and contact type of touchpoints; None leaves each as it is."""
    for id_ in ids:
        row = work.find(Touchpoint, id_)
        _change_contact(work, row, control or row.control, contact_type or row.contact_type)


@intent("put control and contact back")
def put_contacts_back(work: Work, contacts: Sequence[Contact]) -> None:
    """Undo that control and contact type were set."""
    for contact in contacts:
        row = work.find(Touchpoint, contact.touchpoint_id)
        _change_contact(work, row, contact.control, contact.contact_type)


@intent("throw touchpoints away")
def bin_touchpoints(work: Work, ids: Sequence[UUID]) -> None:
    """Throw several touchpoints into the bin."""
    for id_ in ids:
        work.bin(work.find(Touchpoint, id_))


@intent("restore touchpoints")
def restore_touchpoints(work: Work, ids: Sequence[UUID]) -> None:
    """Take several touchpoints out of the bin, with the phases that they need."""
    for id_ in ids:
        restore_with_phase(work, id_)


@intent("add touchpoints")
def add_touchpoints(work: Work, added: Iterable[NewTouchpoint]) -> None:
    """Add touchpoints at the end of their phases; phases that are missing are made; raises UnusableInput."""
    phases = _phases(work)
    by_phase: dict[str | UUID, list[NewTouchpoint]] = {}
    for touchpoint in added:
        by_phase.setdefault(touchpoint.phase or phases[0].id, []).append(touchpoint)
    for wanted, touchpoints in by_phase.items():
        _add_to_phase(work, _phase(work, wanted, phases), touchpoints)


@intent("take added touchpoints back")
def take_back_added(work: Work, ids: Sequence[UUID], phases_before: Sequence[UUID]) -> None:
    """Undo the adding of touchpoints: they go into the bin, and with them phases that were made for them."""
    for id_ in ids:
        work.bin(work.find(Touchpoint, id_))
    for phase in _phases(work):
        is_left = any(row.binned_at is None for row in _in_phase(work, phase.id))
        if phase.id not in phases_before and not is_left:
            work.bin(phase)


def _change_contact(
    work: Work, row: Touchpoint, control: Control | None, contact_type: ContactType | None
) -> None:
    """What is said already is no change, and stands in no history."""
    if (row.control, row.contact_type) != (control, contact_type):
        work.change(row, control=control, contact_type=contact_type)


def _phase(work: Work, wanted: str | UUID, phases: list[Phase]) -> Phase:
    """The phase of this id or name; one of a new name is made and put among the others."""
    if isinstance(wanted, UUID):
        return phase_in_use(work, wanted)
    phase = next((row for row in phases if row.name.casefold() == wanted.casefold()), None)
    if phase is None:
        phase = new_phase(work, wanted)
        phases.append(phase)
    return phase


def _add_to_phase(work: Work, phase: Phase, touchpoints: Sequence[NewTouchpoint]) -> None:
    last = [row.rank for row in _in_phase(work, phase.id)][-1:]
    number = current_round(work.session, work.project).number
    ranks = generate_n_keys_between(last[0] if last else None, None, n=len(touchpoints))
    for touchpoint, rank in zip(touchpoints, ranks, strict=True):
        given = {"name": touchpoint.name, "phase_id": phase.id, "note": touchpoint.note}
        values = checked(TouchpointInput, given)
        row = Touchpoint(**values.model_dump(), id=touchpoint.id, project_id=work.project, rank=rank)
        row.first_round = number
        work.add(row)


def _phases(work: Work) -> list[Phase]:
    is_there = (Phase.project_id == work.project, col(Phase.binned_at).is_(None))
    return list(work.session.exec(select(Phase).where(*is_there).order_by(Phase.rank)))


def _in_phase(work: Work, phase_id: UUID) -> list[Touchpoint]:
    """All touchpoints of a phase, those in the bin too: a restored one must not share a rank."""
    return list(
        work.session.exec(select(Touchpoint).where(Touchpoint.phase_id == phase_id).order_by(Touchpoint.rank))
    )
