"""In which language the screens speak."""

from __future__ import annotations

import streamlit as st

from storage.access import Actor
from storage.people import set_language
from storage.store import Store
from storage.wording import BabelWording, best_language, languages, wording_for

_CHOSEN = "language"


def wording_of(actor: Actor) -> BabelWording:
    """The words for this actor: his own choice, else what the browser asks for; kept for the session."""
    chosen = actor.language or st.session_state.get(_CHOSEN)
    language = chosen if chosen in languages() else best_language([st.context.locale or ""])
    st.session_state[_CHOSEN] = language
    return wording_for(language)


def session_wording() -> BabelWording:
    """The words of this session's last run, for errors that come before the actor is known."""
    return wording_for(st.session_state.get(_CHOSEN) or best_language([st.context.locale or ""]))


def own_name(language: str) -> str:
    return str(wording_for(language).locale.get_language_name()).capitalize()


def choose_language(store: Store, actor: Actor, language: object) -> None:
    """Speak another language from the next run on; one that there is not changes nothing."""
    if not isinstance(language, str) or language not in languages():
        return
    st.session_state[_CHOSEN] = language
    if actor.account_id is not None:
        set_language(store, actor, language)
