"""The line that says what was just done, and undoes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from touchpoints.messages import Message

_KEY = "undo"
_SEEN = "undo_seen"


@dataclass(frozen=True)
class Undo:
    """What was done, how to take it back, and in which part of a drawer, "" for a whole page."""

    done: Message
    take_back: Callable[[], None]
    place: str = ""


def offer_undo(done: Message, take_back: Callable[[], None], place: str = "") -> None:
    """Show the line from the next run on; the bin and the archive remain for later."""
    undo = Undo(done, take_back, place)
    try:
        st.session_state[_KEY] = undo
    except BaseException:
        # Streamlit ends a run here for a newer one; what was done is stored, and so must be its way back.
        st.session_state[_KEY] = undo
        raise


def show_undo(page: PageContext, place: str = "", *, of_parts: bool = True) -> None:
    """The line, if there is something to undo; a part shows its own.

    A page shows that of a drawer, too, which may be closed by now, but not `of_parts` that stand on it.
    """
    undo: Undo | None = st.session_state.get(_KEY)
    if undo is None or (undo.place != place and (place or not of_parts)):
        return
    say = page.wording.say
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(escaped(say(undo.done)), width="stretch")
        # A page and a drawer above it may show the same line: their buttons need keys of their own.
        st.button(say("Undo"), f"undo-{place}", icon=":material/undo:", on_click=_take_back, args=(undo,))
        st.button(say("Close"), f"undo-close-{place}", icon=":material/close:", on_click=_forget)


def leave_undo_behind(page_id: str) -> None:
    """Forget it where it was offered on another page: what is said there is about something else.

    A page may offer it and lead on, so the first page that it is seen on is its own.
    """
    undo = st.session_state.get(_KEY)
    if undo is None:
        return
    seen_undo, seen_on = st.session_state.get(_SEEN, (None, page_id))
    if seen_undo is not undo:
        st.session_state[_SEEN] = (undo, page_id)
    elif seen_on != page_id:
        _forget()


def _take_back(undo: Undo) -> None:
    undo.take_back()
    _forget()


def _forget() -> None:
    st.session_state.pop(_KEY, None)
