"""Control and contact type of several touchpoints at once, chosen in a dialog and undone at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

import streamlit as st

from pages._board import CardVersion
from pages._page import PageContext
from pages._text import escaped
from pages._undo import offer_undo
from pages._words import word_for
from storage.access import Actor
from storage.board import contacts_of, put_contacts_back, set_contact
from storage.journey import list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, plural
from touchpoints.model import ContactType, Control

Word = TypeVar("Word", bound=StrEnum)
_MOST_NAMED = 5


@dataclass(frozen=True)
class _Setting:
    """An open dialog; its actor carries the mark of the act, so that what is sent twice is stored once."""

    page: PageContext
    actor: Actor
    project: ProjectSummary
    ids: Sequence[UUID]


def ask_for_contact(
    page: PageContext, actor: Actor, project: ProjectSummary, cards: Sequence[CardVersion]
) -> None:
    """Open the dialog."""
    setting = _Setting(page, actor, project, [UUID(card.id) for card in cards])
    st.dialog(page.wording.say("Control and contact"))(_show)(setting)


def _show(setting: _Setting) -> None:
    say = setting.page.wording.say
    with st.form("contact", border=False):
        st.caption(escaped(_names(setting)))
        control = _choose(setting.page, N_("Control"), Control)
        contact_type = _choose(setting.page, N_("Contact type"), ContactType)
        if st.form_submit_button(say("Save"), type="primary"):
            _save(setting, control, contact_type)


def _names(setting: _Setting) -> str:
    """Of which touchpoints it is said, as far as they fit."""
    page = setting.page
    entries = list_touchpoints(page.store, page.actor, setting.project.id)
    names = [entry.name for entry in entries if entry.id in setting.ids]
    return " · ".join(names[:_MOST_NAMED]) + (" · …" if len(names) > _MOST_NAMED else "")


def _choose(page: PageContext, label: str, words: type[Word]) -> Word | None:
    """One of the method's words; None where each stays as it is."""
    say = page.wording.say
    options: list[Word | None] = [None, *words]
    return st.radio(
        say(label),
        options,
        format_func=lambda word: say(word_for(word)) if word else say("leave as it is"),
        horizontal=True,
    )


def _save(setting: _Setting, control: Control | None, contact_type: ContactType | None) -> None:
    """Store what was chosen; where nothing was, nothing is said either."""
    page, project, ids = setting.page, setting.project.id, setting.ids
    if control or contact_type:
        try:
            before = contacts_of(page.store, page.actor, project, ids)
            set_contact(page.store, setting.actor, project, ids, control, contact_type)
        except TouchpointsError as fault:
            st.error(escaped(page.wording.say(fault.message)))
            return
        done = plural("{count} touchpoint was changed.", "{count} touchpoints were changed.", len(ids))
        offer_undo(done, lambda: put_contacts_back(page.store, page.actor, project, before))
    st.rerun()
