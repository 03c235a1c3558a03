"""Choices that stand in the address by their ids, so that a link opens the same view in every language.

Streamlit's own binding writes labels into the address, which the next reader may see in another language.
Here the address alone keeps what was chosen, and the widget follows it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

import streamlit as st

from pages._look import is_width_told
from pages._stored_value import follow


def choose_one(
    label: str, options: Mapping[str, str], name: str, *, default: str = "", is_labelled: bool = True
) -> str:
    """One of some options, given as id and worded label, side by side; without a default the first."""
    chosen = chosen_in_address(name, options, default or next(iter(options)))
    st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        required=True,
        key=name,
        on_change=keep_in_address,
        args=(name,),
        label_visibility="visible" if is_labelled else "collapsed",
    )
    return chosen


def chosen_in_address(name: str, ids: Collection[str], default: str) -> str:
    """What the address says, handed on to the widget of this name; the default where that does not exist."""
    asked = st.query_params.get(name, default)
    chosen = asked if asked in ids else default
    follow(name, chosen)
    return chosen


def keep_in_address(name: str) -> None:
    """Write into the address what was just chosen in the widget of this name."""
    put_in_address(name, st.session_state[name])


def put_in_address(name: str, id_: str) -> None:
    """Choose as a user would have chosen."""
    st.query_params[name] = id_


def asked_in_address(name: str) -> UUID | None:
    """What a link asks to be opened, once: closed again, it stays closed. What is no id opens nothing.

    A page that has just come tells its width, and the run that follows would shut what was opened.
    """
    place = f"{name}-before-width"
    asked = st.query_params.pop(name) if name in st.query_params else ""
    before = st.session_state.pop(place) if place in st.session_state else ""
    if asked and not is_width_told():
        st.session_state[place] = asked
    elif is_width_told():
        asked = asked or before
    try:
        return UUID(asked)
    except ValueError:
        return None
