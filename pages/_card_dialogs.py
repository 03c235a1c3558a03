"""A card of the wall in a dialog: its text, what it is, where it belongs, and in which group."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._card_words import CARD_WORDS
from pages._card_writing import touchpoint_names
from pages._conflict import close_when_decided, show_conflict
from pages._labels import told_apart
from pages._text import escaped
from pages._touchpoint_fields import FieldValue
from pages._workshop import OpenWorkshop
from storage.card_list import CardEntry
from storage.cards import change_card
from storage.intents import VersionConflict
from storage.journey import list_phases
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import CardKind

_FIELDS = {
    "text": N_("Text"),
    "kind": N_("Kind"),
    "touchpoint_id": N_("Where"),
    "phase_id": N_("Phase"),
    "group": N_("Group"),
    "name": N_("Who does it?"),
    "due_on": N_("Until when?"),
}


@dataclass(frozen=True)
class _Form:
    opened: OpenWorkshop
    card: CardEntry
    kinds: Sequence[CardKind]


def ask_for_changes(opened: OpenWorkshop, card: CardEntry, kinds: Sequence[CardKind]) -> None:
    """Open the dialog."""
    st.dialog(opened.say("Card"))(_show)(_Form(opened, card, tuple(dict.fromkeys([card.kind, *kinds]))))


def _show(form: _Form) -> None:
    close_when_decided()
    with st.form(f"card-{form.card.id}", border=False):
        changes = _ask(form)
        if st.form_submit_button(form.opened.say("Save"), type="primary"):
            _save(form, changes)


def _ask(form: _Form) -> dict[str, Any]:
    """The fields; gives those that differ from what was shown."""
    say, card = form.opened.say, form.card
    wanted: dict[str, Any] = {
        "text": st.text_area(say("Text"), card.text, max_chars=300, height="content").strip(),
        "kind": st.selectbox(
            say("Kind"), form.kinds, form.kinds.index(card.kind), format_func=lambda one: say(CARD_WORDS[one])
        ),
        "touchpoint_id": _choose(say("Where"), touchpoint_names(form.opened), card.touchpoint_id),
        "phase_id": _choose(say("Phase"), _phase_names(form.opened), card.phase_id),
        "group": st.text_input(say("Group"), card.group, max_chars=120).strip(),
    }
    if card.kind is CardKind.ACTION or card.name or card.due_on:
        wanted["name"] = st.text_input(say("Who does it?"), card.name, max_chars=80).strip()
        wanted["due_on"] = st.date_input(
            say("Until when?"), card.due_on, format=date_format(form.opened.page)
        )
    return {name: value for name, value in wanted.items() if value != getattr(card, name)}


def _choose(label: str, names: Mapping[UUID | None, str], now: UUID | None) -> UUID | None:
    ids = list(names)
    chosen: UUID | None = st.selectbox(
        label, ids, ids.index(now if now in names else None), format_func=names.__getitem__
    )
    return chosen


def _phase_names(opened: OpenWorkshop) -> dict[UUID | None, str]:
    phases = list_phases(*opened.where)
    return told_apart({None: opened.say("Not sorted yet"), **{phase.id: phase.name for phase in phases}})


def _save(form: _Form, changes: dict[str, Any]) -> None:
    """Save what differs; where somebody was faster, both versions are shown and one is chosen."""
    if not changes:
        st.rerun()
    opened, card = form.opened, form.card

    def save(version: int) -> None:
        change_card(*opened.where, card.id, version, changes)

    try:
        save(card.version)
    except VersionConflict as conflict:
        show_conflict(
            opened.page, conflict, _FIELDS, partial(save, conflict.stored_version), _as_text_in(form)
        )
    except TouchpointsError as fault:
        st.error(escaped(opened.say(fault.message)))
    else:
        st.rerun()


def _as_text_in(form: _Form) -> Callable[[str, FieldValue], str]:
    names = {**touchpoint_names(form.opened), **_phase_names(form.opened)}
    by_text = {str(id_): name for id_, name in names.items()}

    def as_text(field: str, value: FieldValue) -> str:
        if field == "kind":
            return form.opened.say(CARD_WORDS[CardKind(value)])
        if field == "due_on" and value:
            return form.opened.page.wording.date(date.fromisoformat(str(value)))
        return by_text.get(str(value), str(value or "–"))

    return as_text
