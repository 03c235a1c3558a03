"""What is done with cards on the wall, each time with the line that undoes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

import streamlit as st

from pages._board import Chosen, Moved
from pages._card_columns import Arrangement
from pages._console_press import carry_out_press
from pages._text import escaped
from pages._undo import offer_undo
from pages._workshop import OpenWorkshop
from storage.access import Actor
from storage.card_list import CardEntry
from storage.cards import bin_cards, merge_cards, move_cards, part_cards, restore_cards, sort_cards
from storage.take_over_cards import take_over_cards
from storage.take_over_record import undo_take_over
from touchpoints.messages import message, plural
from touchpoints.model import CardKind

BULK_ACTIONS = ("take", "group", "merge", "bin")
Cards = Sequence[CardEntry]


def carry_out(opened: OpenWorkshop, intent: Moved | Chosen, cards: Cards, arrangement: Arrangement) -> None:
    """Carry out an act on cards that are still there."""
    actor = opened.page.actor.once(UUID(intent.id))
    if not cards:
        return
    if isinstance(intent, Moved):
        _move(opened, actor, cards, arrangement.changes(intent.column), intent.before)
    else:
        _ACTS[intent.action](opened, actor, cards)


def take_over(opened: OpenWorkshop, actor: Actor, cards: Cards, as_kind: CardKind | None = None) -> None:
    """Make entries of the project of them; raises what lacks."""
    store, _, project = opened.where
    id_ = take_over_cards(store, actor, project, [card.id for card in cards], as_kind)
    if id_ is not None:
        said = plural("{count} card was taken over.", "{count} cards were taken over.", len(cards))
        offer_undo(said, lambda: undo_take_over(*opened.where, id_), opened.place("cards"))


def take_over_all(opened: OpenWorkshop, cards: Cards) -> None:
    """The same, of a button."""
    carry_out_press(partial(take_over, opened, opened.page.actor.once(), cards))


def merge(opened: OpenWorkshop, actor: Actor, cards: Cards) -> None:
    """The first one stays, and the others stand behind it."""
    store, _, project = opened.where
    first, others = cards[0], [card.id for card in cards[1:]]
    if not others:
        return
    merge_cards(store, actor, project, first.id, others)
    said = message("“{text}” is one card now.", text=first.text)
    offer_undo(said, lambda: part_cards(*opened.where, others), opened.place("cards"))


def throw_away(opened: OpenWorkshop, actor: Actor, cards: Cards) -> None:
    """Into the bin."""
    store, _, project = opened.where
    ids = [card.id for card in cards]
    bin_cards(store, actor, project, ids)
    said = plural("{count} card is in the bin.", "{count} cards are in the bin.", len(ids))
    offer_undo(said, lambda: restore_cards(*opened.where, ids), opened.place("cards"))


def ask_for_group(opened: OpenWorkshop, cards: Cards) -> None:
    """Open the dialog that names a group."""
    st.dialog(opened.say("Group the cards"))(_ask_for_group)(opened, cards)


def _ask_for_group(opened: OpenWorkshop, cards: Cards) -> None:
    say = opened.say
    with st.form(f"group-{opened.workshop.id}", border=False):
        st.write(escaped(" · ".join(card.text for card in cards[:5]) + (" · …" if len(cards) > 5 else "")))
        name = st.text_input(say("Name of the group"), cards[0].group if cards else "", max_chars=120)
        if st.form_submit_button(say("Group"), type="primary"):
            _put_into_group(opened, cards, name)
            st.rerun()


def _put_into_group(opened: OpenWorkshop, cards: Cards, name: str) -> None:
    before = {card.id: {"group": card.group} for card in cards}
    sort_cards(*opened.where, {card.id: {"group": name.strip()} for card in cards})
    said = message("The cards are in the group “{name}”.", name=name.strip())
    offer_undo(said, lambda: sort_cards(*opened.where, before), opened.place("cards"))


def _move(
    opened: OpenWorkshop, actor: Actor, cards: Cards, changes: Mapping[str, object], before: str | None
) -> None:
    """Into another column, which says something new of them, or to another place in their own."""
    store, _, project = opened.where
    was = {card.id: {name: getattr(card, name) for name in changes} for card in cards}
    place = UUID(before) if before else None
    move_cards(store, actor, project, [card.id for card in cards], changes, place)
    if any(values != changes for values in was.values()):
        said = plural("{count} card was moved.", "{count} cards were moved.", len(cards))
        offer_undo(said, lambda: sort_cards(*opened.where, was), opened.place("cards"))


_ACTS: Mapping[str, Callable[[OpenWorkshop, Actor, Cards], None]] = {
    "take": take_over,
    "merge": merge,
    "bin": throw_away,
}
