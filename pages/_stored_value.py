"""How a widget follows what is stored elsewhere, without taking back what is just being answered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

_IS_WHOLE_RUN = ContextVar("is_whole_run", default=False)
# The widgets whose values were set in a run that has not come to its end.
_UNSURE = "values_set"


@contextmanager
def whole_run() -> Iterator[None]:
    """Around all that a run of the page does: a run that is cut short told nobody what it set."""
    token = _IS_WHOLE_RUN.set(True)
    try:
        yield
    finally:
        _IS_WHOLE_RUN.reset(token)
    if _UNSURE in st.session_state:
        del st.session_state[_UNSURE]


def follow(key: str, value: object) -> None:
    """Let the widget of this key show a value; call it before the widget is drawn.

    A value that is set reaches the browser a moment later and overwrites what was answered there meanwhile.
    So it is set only where the widget shows another one, or where the run that has set it was cut short.
    """
    is_unsure = key in st.session_state.get(_UNSURE, ())
    if is_unsure or key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
        if _IS_WHOLE_RUN.get():
            st.session_state.setdefault(_UNSURE, set()).add(key)
