"""The line that says what was just done, and undoes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from touchpoints.messages import Message

_KEY = "undo"


@dataclass(frozen=True)
class Undo:
    """What was done, and how to take it back."""

    done: Message
    take_back: Callable[[], None]


def offer_undo(done: Message, take_back: Callable[[], None]) -> None:
    """Show the line from the next run on; the bin and the archive remain for later."""
    st.session_state[_KEY] = Undo(done, take_back)


def show_undo(page: PageContext) -> None:
    """The line, if there is something to undo."""
    undo: Undo | None = st.session_state.get(_KEY)
    if undo is None:
        return
    say = page.wording.say
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(escaped(say(undo.done)), width="stretch")
        st.button(say("Undo"), icon=":material/undo:", on_click=_take_back, args=(undo,))
        st.button(say("Close"), icon=":material/close:", on_click=_forget)


def _take_back(undo: Undo) -> None:
    undo.take_back()
    _forget()


def _forget() -> None:
    st.session_state.pop(_KEY, None)
