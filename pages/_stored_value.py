"""How a widget follows what is stored elsewhere, without taking back what is just being answered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import streamlit as st

_SET = "values_set"


@dataclass
class _ValuesSet:
    """The widgets whose values were set in a run that has not come to its end."""

    is_run_under_way: bool = False
    keys: set[str] = field(default_factory=set)


@contextmanager
def whole_run() -> Iterator[None]:
    """Around all that a run of the page does: a run that is cut short told nobody what it set."""
    values_set: _ValuesSet = st.session_state.setdefault(_SET, _ValuesSet())
    values_set.is_run_under_way = True
    yield
    values_set.is_run_under_way = False
    values_set.keys.clear()


def follow(key: str, value: object) -> None:
    """Let the widget of this key show a value; call it before the widget is drawn.

    A value that is set reaches the browser a moment later and overwrites what was answered there meanwhile.
    So it is set only where the widget shows another one, or where the run that has set it was cut short.
    """
    values_set: _ValuesSet | None = st.session_state.get(_SET)
    is_unsure = values_set is not None and key in values_set.keys
    if is_unsure or key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
        if values_set is not None and values_set.is_run_under_way:
            values_set.keys.add(key)
