"""How the wall of cards is laid out: by kind, along the journey, or in groups that the room has named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pages._address import choose_one
from pages._board import Column
from pages._card_words import CARD_WORDS
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.card_list import CardEntry
from storage.journey import list_phases, list_touchpoints
from touchpoints.activities import Write, activity_kind
from touchpoints.ballots import parts_asked
from touchpoints.messages import N_
from touchpoints.model import CardKind
from touchpoints.room.first_contact import FirstContact, PhaseOfJourney, Stop, sort_first_contacts

NOWHERE = "nowhere"
_NAME = "cards"
_KIND, _PHASE, _GROUP = "kind", "phase", "group"
_WORDS = {_KIND: N_("By kind"), _PHASE: N_("Along the journey"), _GROUP: N_("In groups")}
_IN_PHASES = {CardKind.TOUCHPOINT, CardKind.FIRST_CONTACT}


@dataclass(frozen=True)
class Arrangement:
    """The columns with what being in one means for a card."""

    id: str
    columns: Sequence[Column]
    column_of: Callable[[CardEntry], str]
    changes: Callable[[str], dict[str, Any]]
    has_kinds: bool
    lay_out: Callable[[Sequence[CardEntry]], Arrangement]

    @property
    def is_by_kind(self) -> bool:
        """Whether the column says the kind already."""
        return self.id == _KIND

    def with_cards(self, cards: Sequence[CardEntry]) -> Arrangement:
        """The same for cards that have changed: groups come and go with them."""
        return self.lay_out(cards)

    def group_of(self, card: CardEntry) -> str:
        """The group of a card, where no column says it."""
        return "" if self.id == _GROUP else card.group


def kinds_of(activity: ActivityEntry) -> tuple[CardKind, ...]:
    """The kinds of cards that an activity asks for."""
    parts = parts_asked(activity_kind(activity.kind), activity.settings)
    return next((part.kinds for part in parts if isinstance(part, Write)), ())


def asks_touchpoint(activity: ActivityEntry) -> bool:
    """Whether a card of this activity says at which touchpoint."""
    parts = parts_asked(activity_kind(activity.kind), activity.settings)
    return any(isinstance(part, Write) and part.placed_kinds for part in parts)


def choose_arrangement(
    opened: OpenWorkshop, activity: ActivityEntry, cards: Sequence[CardEntry]
) -> Arrangement:
    """The one in the address, else what fits the kinds best."""
    kinds = tuple(dict.fromkeys([*kinds_of(activity), *(card.kind for card in cards)]))
    offered = {id_: opened.say(_WORDS[id_]) for id_ in _offered(kinds)}
    chosen = choose_one(opened.say("Columns"), offered, _NAME, is_labelled=False)
    return _LAYOUTS[chosen](opened, kinds, cards)


def _offered(kinds: Sequence[CardKind]) -> list[str]:
    """The first is what the wall begins with."""
    is_along = [_PHASE] if _IN_PHASES & set(kinds) else []
    by_kind = [_KIND] if len(kinds) > 1 else []
    return [*by_kind, *is_along, _GROUP]


def _by_kind(opened: OpenWorkshop, kinds: Sequence[CardKind], _cards: Sequence[CardEntry]) -> Arrangement:
    columns = [Column(kind.value, opened.say(CARD_WORDS[kind])) for kind in kinds]
    return Arrangement(
        _KIND,
        columns,
        lambda card: card.kind.value,
        lambda column: {"kind": CardKind(column)},
        has_kinds=True,
        lay_out=lambda cards: _by_kind(opened, kinds, cards),
    )


def _by_phase(opened: OpenWorkshop, kinds: Sequence[CardKind], cards: Sequence[CardEntry]) -> Arrangement:
    """First contacts that say it themselves stand in their phase already; the rest is put there by hand."""
    phases = list_phases(*opened.where)
    known = {str(phase.id) for phase in phases}
    columns = [Column(str(phase.id), phase.name, is_set_off=phase.is_before_contact) for phase in phases]
    sorted_by_words = _sorted_by_words(opened, cards)

    def column_of(card: CardEntry) -> str:
        phase = str(card.phase_id) if card.phase_id else sorted_by_words.get(str(card.id))
        return phase if phase in known else NOWHERE

    return Arrangement(
        _PHASE,
        [Column(NOWHERE, opened.say("Not sorted yet"), is_set_off=True), *columns],
        column_of,
        lambda column: {"phase_id": None if column == NOWHERE else UUID(column)},
        has_kinds=len(kinds) > 1,
        lay_out=lambda cards: _by_phase(opened, kinds, cards),
    )


def _sorted_by_words(opened: OpenWorkshop, cards: Sequence[CardEntry]) -> Mapping[str, str | None]:
    answers = [FirstContact(str(card.id), card.text) for card in cards if card.kind is CardKind.FIRST_CONTACT]
    if not answers:
        return {}
    phases = [PhaseOfJourney(str(one.id), one.is_before_contact) for one in list_phases(*opened.where)]
    stops = [Stop(one.name, str(one.phase_id)) for one in list_touchpoints(*opened.where)]
    return sort_first_contacts(answers, phases, stops).phase_of


def _by_group(opened: OpenWorkshop, kinds: Sequence[CardKind], cards: Sequence[CardEntry]) -> Arrangement:
    groups = sorted({card.group for card in cards if card.group}, key=str.casefold)
    ids = {group: f"group-{group}" for group in groups}
    by_id = {id_: group for group, id_ in ids.items()}
    return Arrangement(
        _GROUP,
        [
            Column(NOWHERE, opened.say("Without a group"), is_set_off=bool(groups)),
            *(Column(ids[group], group) for group in groups),
        ],
        lambda card: ids.get(card.group, NOWHERE),
        lambda column: {"group": by_id.get(column, "")},
        has_kinds=len(kinds) > 1,
        lay_out=lambda cards: _by_group(opened, kinds, cards),
    )


_LAYOUTS: Mapping[str, Callable[[OpenWorkshop, Sequence[CardKind], Sequence[CardEntry]], Arrangement]] = {
    _KIND: _by_kind,
    _PHASE: _by_phase,
    _GROUP: _by_group,
}
