"""The wall of cards for whoever leads: as they come, sorted into columns, merged, grouped and taken over."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from pages._board import Badge, BoardAction, Card, Opened, show_board, taken_intent
from pages._card_columns import Arrangement, choose_arrangement, kinds_of
from pages._card_dialogs import ask_for_changes
from pages._card_doubles import show_doubles
from pages._card_wall_acts import BULK_ACTIONS, ask_for_group, carry_out, take_over_all
from pages._card_words import CARD_WORDS, said_of_promise
from pages._card_writing import show_writing
from pages._console_press import show_press_fault
from pages._live import on_move
from pages._text import escaped
from pages._undo import show_undo
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.card_list import CardEntry, list_cards
from storage.card_makers import can_be_taken
from storage.revisions import activity_scope
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, plural

_ACTION_WORDS = {
    "take": N_("Take over into the project"),
    "group": N_("Group …"),
    "merge": N_("Merge into one"),
    "bin": N_("Throw away"),
}


@st.fragment
def show_card_wall(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """The cards of an activity; drawn anew whenever somebody in the room writes one."""
    on_move(activity_scope(activity.id), key="card-wall")
    place, key = opened.place("cards"), f"card-wall-{activity.id}"
    before = cards_of(opened, activity)
    if not kinds_of(activity) and not before:
        st.caption(opened.say("This activity asks for no cards."))
        return
    # In one line, so that the cards themselves are seen without scrolling.
    with st.container(horizontal=True, vertical_alignment="center"):
        arrangement = choose_arrangement(opened, activity, before)
        shown, has_acted = _take_intents(opened, activity, arrangement, key)
        cards = cards_of(opened, activity) if has_acted else before
        show_writing(opened, activity)
        _show_way_over(opened, cards)
    show_undo(opened.page, place)
    show_press_fault(opened.page)
    show_doubles(opened, cards, place)
    arrangement = arrangement.with_cards(cards)
    actions = [BoardAction(id_, opened.say(word)) for id_, word in _ACTION_WORDS.items()]
    show_board(
        arrangement.columns,
        [_card(opened, card, arrangement) for card in cards],
        [action for action in actions if action.id != "merge"],
        key,
        opened.page.wording,
        bulk_actions=[action for action in actions if action.id in BULK_ACTIONS],
    )
    found = next((card for card in cards if str(card.id) == shown), None)
    if found is not None:
        ask_for_changes(opened, found, kinds_of(activity))


def cards_of(opened: OpenWorkshop, activity: ActivityEntry) -> tuple[CardEntry, ...]:
    """The cards of one activity in their order."""
    return list_cards(*opened.where, opened.workshop.id, activity.id)


def _take_intents(
    opened: OpenWorkshop, activity: ActivityEntry, arrangement: Arrangement, key: str
) -> tuple[str | None, bool]:
    """Carry out what was done on the wall before it is read: the card to open, and whether any changed."""
    shown, has_acted = None, False
    while (intent := taken_intent(key)) is not None:
        if isinstance(intent, Opened):
            shown = intent.card
            continue
        has_acted = True
        cards = {card.id: card for card in cards_of(opened, activity)}
        chosen = [cards[id_] for card in intent.cards if (id_ := UUID(card.id)) in cards]
        if getattr(intent, "action", "") == "group":
            ask_for_group(opened, chosen)
            continue
        try:
            carry_out(opened, intent, chosen, arrangement)
        except TouchpointsError as fault:
            st.error(escaped(opened.say(fault.message)))
    return shown, has_acted


def _show_way_over(opened: OpenWorkshop, cards: Sequence[CardEntry]) -> None:
    """All that can be taken over at once, and how many still lack something."""
    say = opened.say
    left = [card for card in cards if card.taken_as_id is None]
    ready = [card for card in left if can_be_taken(card.kind, card.touchpoint_id, card.phase_id)]
    if not left or opened.workshop.is_rehearsal:
        return
    if ready:
        st.button(
            say(plural("Take {count} card over", "Take {count} cards over", len(ready))),
            f"take-all-{opened.workshop.id}",
            icon=":material/move_item:",
            on_click=take_over_all,
            args=(opened, ready),
        )
    if len(left) > len(ready):
        lacking = plural(
            "{count} card waits for its phase or its touchpoint",
            "{count} cards wait for their phase or their touchpoint",
            len(left) - len(ready),
        )
        st.caption(say(lacking))


def _card(opened: OpenWorkshop, card: CardEntry, arrangement: Arrangement) -> Card:
    say, badges = opened.say, []
    if card.doubles:
        badges.append(Badge(f"×\u00a0{card.doubles + 1}", say("said several times")))
    if card.taken_as_id:
        badges.append(Badge("✓", say("taken over")))
    table = say("Table {number}", number=card.table_number) if card.table_number else ""
    kind = "" if arrangement.is_by_kind else say(CARD_WORDS[card.kind])
    promised = said_of_promise(opened.page.wording, card.name, card.due_on)
    facts = [promised, card.touchpoint or "", table, kind if arrangement.has_kinds else ""]
    facts.append(arrangement.group_of(card))
    return Card(
        id=str(card.id),
        column=arrangement.column_of(card),
        version=card.version,
        title=card.text,
        lines=tuple(fact for fact in facts if fact),
        badges=tuple(badges),
        is_dimmed=card.taken_as_id is not None,
    )
