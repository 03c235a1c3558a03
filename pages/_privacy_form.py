"""The form in which an administrator says who is responsible for the data, as the public's pages show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages._page import PageContext
from pages._privacy import responsible
from pages._text import escaped
from pages._touchpoint_drawer import show_outcome
from pages._touchpoint_fields import text_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.privacy_notice import Notice, read_notice, save_notice
from touchpoints.messages import N_, message

_PLACE = "privacy-notice"
_FIELDS = (
    text_field("controller", N_("Who is responsible (company and address)"), 500),
    text_field("contact", N_("Contact for questions, access and deletion"), 300),
    text_field("purpose", N_("What the data are used for"), 1000),
    text_field("duration", N_("How long they are kept"), 500),
)


def show_privacy_form(page: PageContext) -> None:
    """Four fields, and below them what people read; the page around it is the administrator's."""
    say, notice = page.wording.say, read_notice(page.store)
    shown = _shown(notice)
    with st.form(_PLACE, border=False):
        for field in _FIELDS:
            field.ask(page, say(field.label), getattr(shown, field.name), _key(shown, field.name))
        st.form_submit_button(say("Save"), type="primary", on_click=_save, args=(page,))
    show_undecided(page, _PLACE)
    show_outcome(page, _PLACE)
    st.caption(say("People read this before they join a workshop and on every public form:"))
    st.markdown("\n".join(f"- {escaped(line)}" for line in responsible(page.wording, notice)))


def _shown(notice: Notice) -> Notice:
    """The notice as this form began with it: nobody's later change is overwritten unseen."""
    kept: Notice | None = st.session_state.get(_PLACE + "-shown")
    if kept is None or _key(kept, _FIELDS[0].name) not in st.session_state:
        st.session_state[_PLACE + "-shown"] = kept = notice
    return kept


def _key(shown: Notice, field: str) -> str:
    return f"{_PLACE}-{field}-{shown.version}"


def _save(page: PageContext) -> None:
    shown: Notice = st.session_state[_PLACE + "-shown"]
    wanted = {field.name: st.session_state[_key(shown, field.name)].strip() for field in _FIELDS}
    changes = {name: value for name, value in wanted.items() if value != getattr(shown, name)}
    before = {name: getattr(shown, name) for name in changes}

    def save(version: int, changed: Mapping[str, Any]) -> None:
        save_notice(page.store, page.actor, version, changed)
        offer_undo(message("The privacy notice was changed."), take_back, _PLACE)

    def take_back() -> None:
        save_notice(page.store, page.actor, read_notice(page.store).version, before)
        st.session_state.pop(_PLACE + "-shown", None)

    if changes and save_changes(Saving(_PLACE, _FIELDS, save), shown.version, changes):
        st.session_state.pop(_PLACE + "-shown", None)
