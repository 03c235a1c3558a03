"""Undoing a take-over: what stood there before comes back, unless somebody has changed it since."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table
from sqlmodel import col, select

from storage.intents import Work
from storage.tables import table_of
from storage.take_over_slots import PLACES, Ground, Values
from touchpoints.model import (
    ENTITIES,
    Action,
    BinnableRow,
    Card,
    Factor,
    Finding,
    Handover,
    Option,
    Person,
    ProcessStep,
    Touchpoint,
)
from touchpoints.room.proposals import Slot

# What comes with a take-over: a card that knows what it became, an entry that was made, a note in one that
# was there, and a person who was not known before.
CARD, MADE, NOTE, PERSON = "card", "made", "note", "person"
BESIDES = (MADE, NOTE, PERSON)
_ENTITIES: Mapping[str, type[BinnableRow]] = {
    entity.__name__: entity for entity in (Touchpoint, Factor, Finding, ProcessStep, Handover, Option, Action)
}


def restore(work: Work, ground: Ground, changes: Sequence[Mapping[str, Any]]) -> None:
    """Take back what was written last first, place by place."""
    for slot in dict.fromkeys(one["slot"] for one in reversed(changes)):
        written = {UUID(one["subject"]): one for one in changes if one["slot"] == slot}
        if slot in _WITH_IT:
            for id_, one in written.items():
                _WITH_IT[slot](work, id_, one)
        else:
            _restore_values(work, ground, Slot(slot), written)


def _restore_values(
    work: Work, ground: Ground, slot: Slot, written: Mapping[UUID, Mapping[str, Any]]
) -> None:
    place, now = PLACES[slot], PLACES[slot].read(ground)
    there = place.names(ground)
    before: Values = {
        id_: one["before"]
        for id_, one in written.items()
        if now.get(id_) == one["after"] and (id_ in there or place.replaces)
    }
    if before:
        place.write(work, ground, before)


def persons_there(ground: Ground) -> dict[UUID, str]:
    """The people of the project."""
    query = select(Person.id, Person.name).where(Person.project_id == ground.project)
    return dict(ground.session.exec(query.where(col(Person.binned_at).is_(None))).all())


def _forget_card(work: Work, id_: UUID, change: Mapping[str, Any]) -> None:
    card = work.session.get(Card, id_)
    if card is not None and str(card.taken_as_id) == change["after"]:
        work.change(card, taken_as_id=None)


def _bin_made(work: Work, id_: UUID, change: Mapping[str, Any]) -> None:
    row = work.session.get(_ENTITIES[change["after"]], id_)
    if row is not None and row.binned_at is None:
        work.bin(row)


def _take_note_away(work: Work, id_: UUID, change: Mapping[str, Any]) -> None:
    row = work.session.get(Handover, id_)
    if row is not None and row.break_note == change["after"]:
        work.change(row, break_note=change["before"])


def _bin_person(work: Work, id_: UUID, _change: Mapping[str, Any]) -> None:
    """Somebody who came with the take-over goes with it, unless he answers for something else by now."""
    row = work.session.get(Person, id_)
    if row is not None and row.binned_at is None and not _is_needed(work, id_):
        work.bin(row)


def _is_needed(work: Work, person_id: UUID) -> bool:
    """Whether anything names him that does not lie in the bin itself, as an action that was taken back."""
    home = table_of(Person).c.id
    work.session.flush()
    connection = work.session.connection()
    return any(
        connection.execute(_naming(table, column, person_id)).first()
        for table in ENTITIES.metadata.sorted_tables
        for column in table.c
        if any(key.column is home for key in column.foreign_keys)
    )


def _naming(table: Table, column: Column[Any], person_id: UUID) -> Any:  # noqa: ANN401 - a select of one column
    query = select(column).where(column == person_id).limit(1)
    return query.where(table.c.binned_at.is_(None)) if "binned_at" in table.c else query


_WITH_IT: Mapping[str, Callable[[Work, UUID, Mapping[str, Any]], None]] = {
    CARD: _forget_card,
    MADE: _bin_made,
    NOTE: _take_note_away,
    PERSON: _bin_person,
}
