"""What was done in a component of our own: kept when it arrives, and taken once."""

from __future__ import annotations

from typing import Any

import streamlit as st


def keep_act(key: str) -> None:
    """Keep an act until it is taken; a browser that sends it again after a pause is not heard twice."""
    act = st.session_state[key].get("act")
    if not isinstance(act, dict) or not isinstance(act.get("id"), str):
        return
    heard: set[str] = st.session_state.setdefault(f"{key}-heard", set())
    if act["id"] not in heard:
        heard.add(act["id"])
        st.session_state.setdefault(_acts_key(key), []).append(act)


def take_act(key: str) -> dict[str, Any] | None:
    """The oldest act that nobody has taken yet, None where there is none."""
    acts: list[dict[str, Any]] = st.session_state.get(_acts_key(key), [])
    if not acts:
        return None
    act = acts.pop(0)
    st.session_state[_taken_key(key)] = act["id"]
    return act


def last_taken(key: str) -> str | None:
    """The id of the act that was taken last: the component then knows that it was carried out."""
    taken: str | None = st.session_state.get(_taken_key(key))
    return taken


def _acts_key(key: str) -> str:
    return f"{key}-acts"


def _taken_key(key: str) -> str:
    return f"{key}-taken"
