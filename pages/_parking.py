"""The parking lot on the console: what must not be lost, until it becomes an idea or an action."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import streamlit as st

from pages._board import Badge, BoardAction, Card, Chosen, Column, Opened, show_board, taken_intent
from pages._card_dialogs import ask_for_changes
from pages._card_wall_acts import take_over, throw_away
from pages._live import on_move
from pages._text import escaped
from pages._undo import show_undo
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.card_list import CardEntry, list_parked
from storage.cards import PARKING
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import CardKind

_PARKED, _TAKEN = "parked", "taken"
_AS_KINDS = {"idea": CardKind.IDEA, "action": CardKind.ACTION}
_ACTION_WORDS = {
    "idea": N_("Take over as an idea"),
    "action": N_("Take over as an action"),
    "bin": N_("Throw away"),
}


@st.fragment
def show_parking(opened: OpenWorkshop, _activity: ActivityEntry | None = None) -> None:
    """New ones on top; what was taken over stands beside them."""
    on_move(PARKING, key="parking")
    key = f"parking-{opened.workshop.id}"
    shown = _take_intents(opened, key)
    cards = _parked(opened)
    show_undo(opened.page, opened.place("cards"))
    if not cards:
        st.caption(
            opened.say("Nothing is parked. On every phone there is a way to put something here at any time.")
        )
        return
    actions = [BoardAction(id_, opened.say(word)) for id_, word in _ACTION_WORDS.items()]
    show_board(
        [
            Column(_PARKED, opened.say("Parking lot")),
            Column(_TAKEN, opened.say("Taken over"), is_set_off=True),
        ],
        [_card(opened, card) for card in cards.values()],
        actions,
        key,
        opened.page.wording,
        bulk_actions=actions,
    )
    if shown is not None and shown in cards:
        ask_for_changes(opened, cards[shown], (CardKind.PARKED,))


def _parked(opened: OpenWorkshop) -> Mapping[UUID, CardEntry]:
    """By id, the newest first."""
    return {card.id: card for card in reversed(list_parked(*opened.where, opened.workshop.id))}


def _take_intents(opened: OpenWorkshop, key: str) -> UUID | None:
    shown = None
    while (intent := taken_intent(key)) is not None:
        if isinstance(intent, Opened):
            shown = UUID(intent.card)
        elif isinstance(intent, Chosen):
            _carry_out(opened, intent)
    return shown


def _carry_out(opened: OpenWorkshop, intent: Chosen) -> None:
    there: Any = _parked(opened)
    cards = [there[id_] for card in intent.cards if (id_ := UUID(card.id)) in there]
    actor = opened.page.actor.once(UUID(intent.id))
    try:
        if intent.action in _AS_KINDS:
            take_over(opened, actor, cards, _AS_KINDS[intent.action])
        else:
            throw_away(opened, actor, cards)
    except TouchpointsError as fault:
        st.error(escaped(opened.say(fault.message)))


def _card(opened: OpenWorkshop, card: CardEntry) -> Card:
    is_taken = card.taken_as_id is not None
    return Card(
        id=str(card.id),
        column=_TAKEN if is_taken else _PARKED,
        version=card.version,
        title=card.text,
        badges=(Badge("✓", opened.say("taken over")),) if is_taken else (),
        is_dimmed=is_taken,
    )
