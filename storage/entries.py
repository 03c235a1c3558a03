"""What hangs on a touchpoint: factors, findings, process steps, encounters and hand-overs, all alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from storage.access import Right, check_may
from storage.checking import checked
from storage.intents import Work, intent, values_of
from storage.ranks import rank_between
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    BinnableRow,
    ChangeKind,
    Encounter,
    EncounterInput,
    Factor,
    FactorInput,
    Finding,
    FindingInput,
    Handover,
    HandoverInput,
    Input,
    ProcessStep,
    ProcessStepInput,
    Segment,
    Touchpoint,
)


class AlreadyThere(TouchpointsError):
    """The same customers meet the touchpoint on the same occasion already."""

    sentence = N_(
        "These customers are entered here already with this occasion. "
        "Change that entry, or name another occasion."
    )


Entry = type[BinnableRow]
INPUTS: Mapping[Entry, type[Input]] = {
    Factor: FactorInput,
    Finding: FindingInput,
    ProcessStep: ProcessStepInput,
    Encounter: EncounterInput,
    Handover: HandoverInput,
}


@intent("add entry", right=Right.FOLLOW_UP)
def add_entry(work: Work, kind: Entry, values: Mapping[str, Any]) -> UUID:
    """Add an entry at the end of its list; raises UnusableInput."""
    _hold_to_role(work, kind)
    given = checked(INPUTS[kind], values)
    _check_references(work, given)
    if isinstance(given, EncounterInput) and (binned := _binned_encounter(work, given)):
        work.change(binned, binned_at=None, **given.model_dump())
        return binned.id
    fields: dict[str, Any] = {**given.model_dump(), "project_id": work.project}
    if hasattr(kind, "rank"):
        fields["rank"] = _rank_at_end(work, kind, given)
    return work.add(kind(**fields)).id


@intent("change entry", right=Right.FOLLOW_UP)
def change_entry(
    work: Work, kind: Entry, entry_id: UUID, shown_version: int, changes: Mapping[str, Any]
) -> None:
    """Save the edited fields of an entry; raises UnusableInput, VersionConflict."""
    _hold_to_role(work, kind)
    row = work.find(kind, entry_id)
    stored = row.model_dump(include=set(INPUTS[kind].model_fields))
    given = checked(INPUTS[kind], stored | dict(changes))
    _check_references(work, given)
    if isinstance(given, EncounterInput) and (binned := _binned_encounter(work, given, but_for=entry_id)):
        # No two may say the same, not even one in the bin, which nobody would miss.
        work.note(ChangeKind.ERASED, binned, before=values_of(binned))
        work.session.delete(binned)
        work.session.flush()
    work.save(kind, entry_id, shown_version, given.model_dump(include=set(changes)))


@intent("move entry", right=Right.FOLLOW_UP)
def move_entry(work: Work, kind: Entry, entry_id: UUID, before: UUID | None) -> None:
    """Put an entry of an ordered list before another one of its touchpoint, or at the end."""
    _hold_to_role(work, kind)
    row: Any = work.find(kind, entry_id)
    others = [other for other in _in_order(work, kind, row.touchpoint_id) if other.id != entry_id]
    place = next((i for i, other in enumerate(others) if other.id == before), len(others))
    left = others[place - 1].rank if place else None
    right = others[place].rank if place < len(others) else None
    work.change(row, rank=rank_between(left, right))


@intent("throw entry away", right=Right.FOLLOW_UP)
def bin_entry(work: Work, kind: Entry, entry_id: UUID) -> None:
    """Throw an entry into the bin."""
    _hold_to_role(work, kind)
    work.bin(work.find(kind, entry_id))


@intent("restore entry", right=Right.FOLLOW_UP)
def restore_entry(work: Work, kind: Entry, entry_id: UUID) -> None:
    """Take an entry out of the bin."""
    _hold_to_role(work, kind)
    work.restore(work.find(kind, entry_id))


def _hold_to_role(work: Work, kind: Entry) -> None:
    """Raise NotYourRole for all but findings where somebody may only follow things up."""
    if kind is not Finding:
        check_may(work.session, work.actor, work.project, Right.CHANGE, is_write=True)


def _check_references(work: Work, given: Input) -> None:
    """Refuse entries of another project's touchpoint or segment."""
    for field, entity in (("touchpoint_id", Touchpoint), ("segment_id", Segment)):
        found = getattr(given, field, None)
        if found is not None:
            work.find(entity, found)


def _binned_encounter(work: Work, given: EncounterInput, but_for: UUID | None = None) -> Encounter | None:
    """The same encounter where it lies in the bin; raises AlreadyThere where it does not."""
    found = [row for row in _same_encounters(work, given) if row.id != but_for]
    if any(row.binned_at is None for row in found):
        raise AlreadyThere
    return next(iter(found), None)


def _same_encounters(work: Work, given: EncounterInput) -> Sequence[Encounter]:
    query = select(Encounter).where(
        Encounter.touchpoint_id == given.touchpoint_id,
        Encounter.segment_id == given.segment_id,
        Encounter.occasion == given.occasion,
    )
    return work.session.exec(query).all()


def _in_order(work: Work, kind: Any, touchpoint_id: UUID) -> Sequence[Any]:  # noqa: ANN401 - any kind with a rank
    """All entries of a touchpoint, those in the bin too: a restored one must not share a rank."""
    query = select(kind).where(kind.touchpoint_id == touchpoint_id).order_by(kind.rank)
    return list(work.session.exec(query))


def _rank_at_end(work: Work, kind: Any, given: Any) -> str:  # noqa: ANN401 - any kind with a rank
    query = select(func.max(col(kind.rank))).where(kind.touchpoint_id == given.touchpoint_id)
    return rank_between(work.session.exec(query).one(), None)
