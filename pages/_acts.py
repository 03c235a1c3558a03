"""What was done in a component of our own: kept when it arrives, and taken once."""

from __future__ import annotations

from typing import Any

import streamlit as st


def keep_acts(key: str) -> None:
    """Keep acts until they are taken; one that a browser sends again with later ones is not heard twice."""
    sent = st.session_state[key].get("acts")
    heard: set[str] = st.session_state.setdefault(f"{key}-heard", set())
    acts: list[dict[str, Any]] = st.session_state.setdefault(_acts_key(key), [])
    # From here on the session is not asked: there a run may end for a newer one, and an act in hand be lost.
    for act in sent if isinstance(sent, list) else []:
        if isinstance(act, dict) and isinstance(id_ := act.get("id"), str) and id_ not in heard:
            heard.add(id_)
            acts.append(act)


def take_act(key: str) -> dict[str, Any] | None:
    """The oldest act that nobody has taken yet, None where there is none.

    Carry it out before anything is drawn: while drawing, a run may end for a newer one.
    """
    acts: list[dict[str, Any]] = st.session_state.get(_acts_key(key), [])
    if not acts:
        return None
    st.session_state[_taken_key(key)] = acts[0]["id"]
    return acts.pop(0)


def last_taken(key: str) -> str | None:
    """The id of the act that was taken last: the component then knows that it was carried out."""
    taken: str | None = st.session_state.get(_taken_key(key))
    return taken


def _acts_key(key: str) -> str:
    return f"{key}-acts"


def _taken_key(key: str) -> str:
    return f"{key}-taken"
