"""What hangs on a touchpoint: factors, findings, process steps, encounters and hand-overs, all alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from storage.checking import checked
from storage.intents import Work, intent
from storage.ranks import rank_between
from touchpoints.model import (
    BinnableRow,
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

Entry = type[BinnableRow]
INPUTS: Mapping[Entry, type[Input]] = {
    Factor: FactorInput,
    Finding: FindingInput,
    ProcessStep: ProcessStepInput,
    Encounter: EncounterInput,
    Handover: HandoverInput,
}


@intent("add entry")
def add_entry(work: Work, kind: Entry, values: Mapping[str, Any]) -> UUID:
    """Add an entry at the end of its list; raises UnusableInput."""
    given = checked(INPUTS[kind], values)
    _check_references(work, given)
    fields: dict[str, Any] = {**given.model_dump(), "project_id": work.project}
    if hasattr(kind, "rank"):
        fields["rank"] = _rank_at_end(work, kind, given)
    return work.add(kind(**fields)).id


@intent("change entry")
def change_entry(
    work: Work, kind: Entry, entry_id: UUID, shown_version: int, changes: Mapping[str, Any]
) -> None:
    """Save the edited fields of an entry; raises UnusableInput, VersionConflict."""
    row = work.find(kind, entry_id)
    stored = row.model_dump(include=set(INPUTS[kind].model_fields))
    _check_references(work, checked(INPUTS[kind], stored | dict(changes)))
    work.save(kind, entry_id, shown_version, changes)


@intent("throw entry away")
def bin_entry(work: Work, kind: Entry, entry_id: UUID) -> None:
    """Throw an entry into the bin."""
    work.bin(work.find(kind, entry_id))


@intent("restore entry")
def restore_entry(work: Work, kind: Entry, entry_id: UUID) -> None:
    """Take an entry out of the bin."""
    work.restore(work.find(kind, entry_id))


def _check_references(work: Work, given: Input) -> None:
    """Refuse entries of another project's touchpoint or segment."""
    for field, entity in (("touchpoint_id", Touchpoint), ("segment_id", Segment)):
        found = getattr(given, field, None)
        if found is not None:
            work.find(entity, found)


def _rank_at_end(work: Work, kind: Any, given: Any) -> str:  # noqa: ANN401 - any kind with a rank
    query = select(func.max(col(kind.rank))).where(kind.touchpoint_id == given.touchpoint_id)
    return rank_between(work.session.exec(query).one(), None)
