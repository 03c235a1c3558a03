"""In which language the screens speak, and the switch for it."""

from __future__ import annotations

import streamlit as st

from pages._stored_value import follow
from storage.access import Actor
from storage.people import set_language
from storage.store import Store
from storage.wording import BabelWording, best_language, languages, wording_for

_CHOSEN = "language"
_SWITCH = "language_switch"


def wording_of(actor: Actor) -> BabelWording:
    """The words for this actor: his own choice, else what the browser asks for; kept for the session."""
    chosen = actor.language or st.session_state.get(_CHOSEN)
    language = chosen if chosen in languages() else best_language([st.context.locale or ""])
    st.session_state[_CHOSEN] = language
    return wording_for(language)


def session_wording() -> BabelWording:
    """The words of this session's last run, for errors that come before the actor is known."""
    return wording_for(st.session_state.get(_CHOSEN) or best_language([st.context.locale or ""]))


def show_language_switch(store: Store, actor: Actor, wording: BabelWording) -> None:
    """All languages there are, each under its own name; nothing where there is but one."""
    if len(languages()) == 1:
        return
    follow(_SWITCH, wording.language)
    st.segmented_control(
        wording.say("Language"),
        languages(),
        required=True,
        format_func=own_name,
        key=_SWITCH,
        on_change=_choose,
        args=(store, actor),
    )


def own_name(language: str) -> str:
    return str(wording_for(language).locale.get_language_name()).capitalize()


def _choose(store: Store, actor: Actor) -> None:
    language = st.session_state[_SWITCH]
    st.session_state[_CHOSEN] = language
    if actor.account_id is not None:
        set_language(store, actor, language)
