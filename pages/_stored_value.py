"""How a widget follows what is stored elsewhere, without taking back what is just being answered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

_UNSURE = "values_set"
# In a run of the whole page: the widgets whose values an earlier run has set, which has not come to its end.
_UNSURE_BEFORE: ContextVar[frozenset[str] | None] = ContextVar("unsure_before", default=None)
_NOTHING = object()


@contextmanager
def whole_run() -> Iterator[None]:
    """Around all that a run of the page does: a run that is cut short told nobody what it set."""
    token = _UNSURE_BEFORE.set(frozenset(st.session_state.get(_UNSURE, ())))
    try:
        yield
    finally:
        _UNSURE_BEFORE.reset(token)
    if _UNSURE in st.session_state:
        del st.session_state[_UNSURE]


def follow(key: str, value: object) -> None:
    """Let the widget of this key show a value; call it before the widget is drawn.

    A value that is set reaches the browser a moment later and overwrites what was answered there meanwhile.
    So it is set only where the widget shows another one, or where the run that has set it was cut short.
    """
    unsure = _UNSURE_BEFORE.get()
    if st.session_state.get(key, _NOTHING) != value or key in (unsure or ()):
        st.session_state[key] = value
        if unsure is not None:
            st.session_state.setdefault(_UNSURE, set()).add(key)
