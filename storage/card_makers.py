"""What becomes of a card that is taken over: by its kind an entry of the project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.action_parts import add_comment
from storage.actions import add_action
from storage.board import NewTouchpoint, add_touchpoints
from storage.entries import add_entry
from storage.intents import Work, within
from storage.options import add_option
from storage.persons import add_person
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Action,
    BinnableRow,
    Card,
    CardKind,
    Factor,
    Finding,
    FindingKind,
    Handover,
    Layer,
    Level,
    Option,
    ProcessStep,
    Source,
    Touchpoint,
)
from touchpoints.name_keys import name_key

_NAME_LENGTHS: Mapping[type[BinnableRow], int] = {Touchpoint: 120, Action: 200}
# A hand-over has a department; where the card names none, somebody has to.
_UNNAMED = "?"


class PhaseMissing(TouchpointsError):
    """A card about a touchpoint has no place in the journey."""

    sentence = N_("Put “{card}” into a phase first; then it can be taken over.")


class TouchpointMissing(TouchpointsError):
    """A card is about something at a touchpoint, and does not say at which."""

    sentence = N_("Say first at which touchpoint “{card}” is; then it can be taken over.")


class NothingBecomesOfIt(TouchpointsError):
    """A card of this kind is only shown."""

    sentence = N_("The project has no place for “{card}”. It stays in the record of the workshop.")


@dataclass(frozen=True)
class Made:
    """What a card became; `is_new`: it was made for it, `note`: what was written into an entry."""

    entity: type[BinnableRow]
    id: UUID
    is_new: bool = True
    note: str = ""


@dataclass(frozen=True)
class Taking:
    """What is kept while cards are taken over one after the other."""

    work: Work

    @cached_property
    def touchpoints(self) -> dict[str, UUID]:
        """The touchpoints by what two spellings of their name share."""
        query = select(Touchpoint.name, Touchpoint.id).where(Touchpoint.project_id == self.work.project)
        found = self.work.session.exec(query.where(col(Touchpoint.binned_at).is_(None)))
        return {name_key(name): id_ for name, id_ in found}


@dataclass(frozen=True)
class Maker:
    """Makes an entry of a card; `needs` is the field of the card without which it cannot."""

    make: Callable[[Taking, Card], Made]
    needs: str = ""


def make_entry(taking: Taking, card: Card, kind: CardKind) -> Made:
    """Make of a card what its kind, or another one, becomes.

    Raises:
        PhaseMissing, TouchpointMissing, NothingBecomesOfIt, UnusableInput.
    """
    maker = MAKERS.get(kind)
    if maker is None:
        raise NothingBecomesOfIt(card=card.text)
    if maker.needs and getattr(card, maker.needs) is None:
        raise _MISSING[maker.needs](card=card.text)
    return maker.make(taking, card)


def can_become(kind: CardKind) -> bool:
    """Whether the project has a place for cards of this kind."""
    return kind in MAKERS


def can_be_taken(kind: CardKind, touchpoint_id: UUID | None, phase_id: UUID | None) -> bool:
    """Whether nothing is missing for a card to be taken over."""
    maker = MAKERS.get(kind)
    there = {"": True, "touchpoint_id": touchpoint_id, "phase_id": phase_id}
    return maker is not None and bool(there[maker.needs])


def _shortened(text: str, entity: type[BinnableRow]) -> str:
    most = _NAME_LENGTHS[entity]
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _make_touchpoint(taking: Taking, card: Card) -> Made:
    """A touchpoint of its phase; one that is there already in another spelling is taken for it."""
    known, key = taking.touchpoints.get(name_key(card.text)), name_key(card.text)
    if known is not None:
        return Made(Touchpoint, known, is_new=False)
    name = _shortened(card.text, Touchpoint)
    new = NewTouchpoint(name, card.phase_id, note="" if name == card.text else card.text)
    within(taking.work, add_touchpoints, [new])
    taking.touchpoints[key] = new.id
    return Made(Touchpoint, new.id)


def _make_entry(entity: type[BinnableRow], taking: Taking, card: Card, **values: Any) -> Made:  # noqa: ANN401 - of any entry
    given = {"touchpoint_id": card.touchpoint_id, "text": card.text, **values}
    return Made(entity, within(taking.work, add_entry, entity, given))


def _factor(level: Level) -> Maker:
    return Maker(partial(_make_entry, Factor, level=level, source=Source.TEAM), "touchpoint_id")


def _finding(kind: FindingKind) -> Maker:
    return Maker(partial(_make_entry, Finding, kind=kind, source=Source.TEAM))


def _make_break(taking: Taking, card: Card) -> Made:
    """A break belongs to the department that the card names, else to the first one that hands over whole."""
    note = {"break_note": card.text}
    whole = [row for row in _chain(taking.work, card) if not row.break_note]
    named = [row for row in whole if row.department.casefold() in card.text.casefold()]
    for row in (named or whole)[:1]:
        taking.work.change(row, **note)
        return Made(Handover, row.id, is_new=False, note=card.text)
    values = {"touchpoint_id": card.touchpoint_id, "department": _UNNAMED, **note}
    return Made(Handover, within(taking.work, add_entry, Handover, values))


def _chain(work: Work, card: Card) -> list[Handover]:
    query = select(Handover).where(Handover.touchpoint_id == card.touchpoint_id)
    return list(work.session.exec(query.where(col(Handover.binned_at).is_(None)).order_by(Handover.rank)))


def _make_option(taking: Taking, card: Card) -> Made:
    values = {"touchpoint_id": card.touchpoint_id, "name": card.text}
    return Made(Option, within(taking.work, add_option, values))


def _make_action(taking: Taking, card: Card) -> Made:
    """An action with who does it until when; what does not go into its name stands in a remark."""
    name = _shortened(card.text, Action)
    owner_id = within(taking.work, add_person, card.name) if card.name else None
    values = {"name": name, "owner_id": owner_id, "due_on": card.due_on}
    id_ = within(taking.work, add_action, {"touchpoint_id": card.touchpoint_id, **values})
    if name != card.text:
        within(taking.work, add_comment, id_, card.text)
    return Made(Action, id_)


_MISSING: Mapping[str, type[TouchpointsError]] = {
    "phase_id": PhaseMissing,
    "touchpoint_id": TouchpointMissing,
}
_TOUCHPOINT = Maker(_make_touchpoint, "phase_id")
_IDEA = _finding(FindingKind.IDEA)
# What has no maker, such as the sentence at the end, stays a record.
MAKERS: Mapping[CardKind, Maker] = {
    CardKind.FIRST_CONTACT: _TOUCHPOINT,
    CardKind.TOUCHPOINT: _TOUCHPOINT,
    CardKind.DISAPPOINTING: _factor(Level.DISAPPOINTING),
    CardKind.OKAY: _factor(Level.OKAY),
    CardKind.DELIGHTFUL: _factor(Level.DELIGHTFUL),
    CardKind.KEEP: _finding(FindingKind.KEEP),
    CardKind.DROP: _finding(FindingKind.DROP),
    CardKind.IMPROVE: _finding(FindingKind.IMPROVE),
    CardKind.WASTE: _finding(FindingKind.WASTE),
    CardKind.BARRIER: _finding(FindingKind.BARRIER),
    CardKind.IDEA: _IDEA,
    CardKind.PARKED: _IDEA,
    CardKind.STEP: Maker(partial(_make_entry, ProcessStep, layer=Layer.VISIBLE), "touchpoint_id"),
    CardKind.BREAK: Maker(_make_break, "touchpoint_id"),
    CardKind.OPTION: Maker(_make_option, "touchpoint_id"),
    CardKind.ACTION: Maker(_make_action),
}
