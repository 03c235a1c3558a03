"""Brings the keyboard back to where somebody was working, when the form that had it is gone."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import streamlit as st

from pages._component import component

_WANTED = "focus_wanted"
_focus = component(
    "focus", "<span></span>", script=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def focus_on(*keys: str) -> None:
    """From a callback: the first of these elements, by key, that is there after it gets the keyboard."""
    st.session_state[_WANTED] = {"keys": keys, "mark": uuid4().hex}


def show_focus() -> None:
    """At the end of a drawer; it is invisible, and moves the keyboard once for each wish."""
    _focus(key="focus", data=st.session_state.get(_WANTED), height=1)
