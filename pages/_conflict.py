"""Two people changed the same entry: both versions side by side, and the choice which shall stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages._page import PageContext
from pages._text import escaped
from storage.intents import VersionConflict

_DECIDED = "conflict_decided"
_MOVED_ON = "conflict_moved_on"


def show_conflict(
    page: PageContext,
    conflict: VersionConflict,
    field_names: Mapping[str, str],
    save_mine: Callable[[], None],
    as_text: Callable[[str, Any], str] = lambda _, value: str(value),
) -> None:
    """Within a form: whoever is asked decides; the version that gives way stays in the history."""
    say = page.wording.say
    mine, theirs = show_both(page, conflict, field_names, as_text)
    mine.form_submit_button(say("Save mine"), on_click=_decide, args=(save_mine,))
    theirs.form_submit_button(say("Keep theirs"), on_click=_decide)


def show_both(
    page: PageContext,
    conflict: VersionConflict,
    field_names: Mapping[str, str],
    as_text: Callable[[str, Any], str],
) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Both versions in two columns, which are given back for the buttons below them."""
    say = page.wording.say
    st.warning(escaped(say(conflict.message)))
    mine, theirs = st.columns(2)
    for column, title, values in (
        (mine, say("Your version"), conflict.wanted),
        (theirs, say("Saved in the meantime"), conflict.stored),
    ):
        column.markdown(f"**{title}**")
        for field, value in values.items():
            column.markdown(f"{say(field_names[field])}: {escaped(as_text(field, value))}")
    return mine, theirs


def close_when_decided() -> None:
    """First thing in a form's dialog: once somebody has decided, the dialog closes."""
    if st.session_state.pop(_DECIDED, False):
        st.rerun()


def is_open_again() -> bool:
    """Whether somebody saved once more during the decision; the form then saves anew, and asks anew."""
    return bool(st.session_state.pop(_MOVED_ON, False))


def _decide(save: Callable[[], None] | None = None) -> None:
    try:
        if save is not None:
            save()
    except VersionConflict:
        st.session_state[_MOVED_ON] = True
    else:
        st.session_state[_DECIDED] = True
