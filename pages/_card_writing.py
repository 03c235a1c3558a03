"""The line that writes a card for the room: what somebody says aloud stands on the wall, too."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._card_columns import asks_touchpoint, kinds_of
from pages._card_words import CARD_WORDS
from pages._console_press import carry_out_press
from pages._kept import kept
from pages._labels import told_apart
from pages._undo import offer_undo
from pages._workshop import OpenWorkshop
from storage.access import Actor
from storage.agenda import ActivityEntry
from storage.cards import add_card, bin_cards
from storage.journey import list_touchpoints
from storage.revisions import CONTENT, revisions_of
from storage.store import Store
from touchpoints.messages import message
from touchpoints.model import CardKind

_TEXT, _KIND, _WHERE = "card-text", "card-kind", "card-where"
_WHO, _UNTIL = "card-who", "card-until"


def show_writing(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """Behind a button, since the cards need the place; open it stays so from one card to the next."""
    if kinds := list(kinds_of(activity)):
        way_in = st.popover(
            opened.say("New card"), icon=":material/add:", key=f"writing-{activity.id}", on_change="rerun"
        )
        if way_in.open:
            with way_in:
                _show_form(opened, activity, kinds)


def _show_form(opened: OpenWorkshop, activity: ActivityEntry, kinds: list[CardKind]) -> None:
    """Text, kind where there are several, touchpoint where one is asked; kind and place stay chosen.

    Where actions alone are proposed, who does it and until when make one together with the text.
    """
    say = opened.say
    with st.form(f"write-{activity.id}", border=False, enter_to_submit=True):
        st.text_input(say("New card"), max_chars=300, width="stretch", key=_key(activity, _TEXT))
        if len(kinds) > 1:
            st.selectbox(
                say("Kind"),
                kinds,
                format_func=lambda kind: say(CARD_WORDS[kind]),
                key=_key(activity, _KIND),
            )
        if asks_touchpoint(activity):
            names = touchpoint_names(opened)
            st.selectbox(
                say("Where"),
                list(names),
                format_func=names.__getitem__,
                key=_key(activity, _WHERE),
            )
        if kinds == [CardKind.ACTION]:
            st.text_input(say("Who does it?"), max_chars=80, key=_key(activity, _WHO))
            day = date_format(opened.page)
            st.date_input(say("Until when?"), None, format=day, key=_key(activity, _UNTIL))
        st.form_submit_button(
            say("Add"), on_click=_add, args=(opened, activity, opened.page.actor.once(), kinds)
        )


def touchpoint_names(opened: OpenWorkshop) -> dict[UUID | None, str]:
    """Where a card can belong; None is the whole journey."""
    # The revisions are read with the actor, so that what was kept never shows what he may not see.
    state = revisions_of(*opened.where).get(CONTENT)
    return _named_touchpoints(*opened.where, opened.say("Whole journey"), state)


@kept(30)
def _named_touchpoints(
    _store: Store,
    _actor: Actor,
    project_id: UUID,
    whole: str,
    state: int | None,  # noqa: ARG001 - says of which state the names are
) -> dict[UUID | None, str]:
    entries = list_touchpoints(_store, _actor, project_id)
    return told_apart({None: whole, **{entry.id: entry.name for entry in entries}})


def _key(activity: ActivityEntry, field: str) -> str:
    return f"{field}-{activity.id}"


def _add(opened: OpenWorkshop, activity: ActivityEntry, actor: Actor, kinds: list[CardKind]) -> None:
    state = st.session_state
    text = state[_key(activity, _TEXT)].strip()
    if not text:
        return
    values = {
        "workshop_id": opened.workshop.id,
        "activity_id": activity.id,
        "kind": state.get(_key(activity, _KIND), kinds[0]),
        "text": text,
        "touchpoint_id": state.get(_key(activity, _WHERE)),
        "name": state.get(_key(activity, _WHO), ""),
        "due_on": state.get(_key(activity, _UNTIL)),
    }
    if carry_out_press(partial(_put, opened, actor, values)):
        state[_key(activity, _TEXT)] = ""
        if kinds == [CardKind.ACTION]:
            state[_key(activity, _WHO)], state[_key(activity, _UNTIL)] = "", None


def _put(opened: OpenWorkshop, actor: Actor, values: dict[str, Any]) -> None:
    store, _, project = opened.where
    id_ = add_card(store, actor, project, values)
    said = message("“{text}” is on the wall.", text=values["text"])
    offer_undo(said, lambda: bin_cards(*opened.where, [id_]), opened.place("cards"))
