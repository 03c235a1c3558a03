"""The cards that are not in the project yet: how many wait, what they lack, and the way to them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._console_drawer import show_way_to
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.card_list import CardEntry, list_cards
from storage.card_makers import can_be_taken, can_become
from touchpoints.messages import Message, plural


def show_cards_waiting(opened: OpenWorkshop, activity: ActivityEntry) -> bool:
    """Say how many cards of an activity wait, with the way to them; returns whether any does."""
    if said := _said(opened, _waiting(opened, activity)):
        with st.container(horizontal=True, vertical_alignment="center", key=f"cards-waiting-{activity.id}"):
            st.warning(said, icon=":material/sticky_note_2:")
            show_way_to(opened, "cards", activity)
    return bool(said)


def show_all_cards_waiting(opened: OpenWorkshop) -> None:
    """The same of a whole workshop, activity by activity, before it is concluded."""
    waiting = [] if opened.workshop.is_rehearsal else _waiting(opened)
    if said := _said(opened, waiting):
        st.warning(said, icon=":material/sticky_note_2:")
        where = {card.activity_id for card in waiting}
        with st.container(horizontal=True):
            for activity in opened.activities:
                if activity.id in where:
                    show_way_to(opened, "cards", activity, is_named=True)


def _waiting(opened: OpenWorkshop, activity: ActivityEntry | None = None) -> list[CardEntry]:
    """What hangs on the wall, could be taken over, and was not."""
    of = activity.id if activity else None
    cards = list_cards(*opened.where, opened.workshop.id, of)
    return [card for card in cards if card.taken_as_id is None and can_become(card.kind) and card.activity_id]


def _said(opened: OpenWorkshop, waiting: Sequence[CardEntry]) -> str:
    """How many could be taken over, and how many lack something; "" where none waits."""
    ready = sum(can_be_taken(card.kind, card.touchpoint_id, card.phase_id) for card in waiting)
    said: list[Message] = []
    if ready:
        said.append(
            plural(
                "{count} card has not been taken over yet",
                "{count} cards have not been taken over yet",
                ready,
            )
        )
    if lacking := len(waiting) - ready:
        said.append(
            plural(
                "{count} card waits for its phase or its touchpoint",
                "{count} cards wait for their phase or their touchpoint",
                lacking,
            )
        )
    return " · ".join(opened.say(one) for one in said)
