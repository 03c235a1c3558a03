"""How a widget follows what is stored elsewhere, without taking back what is just being answered."""

from __future__ import annotations

import streamlit as st


def follow(key: str, value: object) -> None:
    """Let the widget of this key show a value; call it before the widget is drawn.

    A value that is set reaches the browser a moment later and overwrites what was answered there meanwhile.
    So it is set only where the widget shows another one.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
