"""The presses of the console: each is stored once, and what went wrong stays until the next press."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Literal

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from touchpoints.errors import TouchpointsError
from touchpoints.messages import Message

# Seconds that the console waits with its own page: two that are drawn at once keep each other waiting, and
# the room looks at the wall.
_WALL_FIRST = 0.03
_FAULT = "console-fault"
_IS_SHOWN = "console-fault-is-shown"


def show_press(
    page: PageContext,
    label: str,
    key: str,
    do: Callable[..., Any],
    *args: Any,  # noqa: ANN401 - whatever the intent takes
    kind: Literal["primary", "secondary"] = "secondary",
    icon: str | None = None,
) -> None:
    """A button whose press carries out an intent: called with (store, actor, ...).

    The key must name what is pressed away: of a double press the second then finds no button any more.
    """
    st.button(
        label,
        key,
        type=kind,
        icon=icon,
        on_click=carry_out_press,
        # The mark is made where the button is shown, so that a press that is sent twice is stored once.
        args=(partial(do, page.store, page.actor.once(), *args),),
    )


def carry_out_press(do: Callable[[], object]) -> bool:
    """Carry out a press; a fault is kept for the next runs, since the other's press draws the page anew."""
    st.session_state.pop(_FAULT, None)
    try:
        do()
    except TouchpointsError as fault:
        st.session_state[_FAULT] = fault.message
        return False
    time.sleep(_WALL_FIRST)
    return True


def show_press_fault(page: PageContext) -> None:
    """What went wrong with the last press; said once, where a part is drawn with the console around it."""
    fault: Message | None = st.session_state.get(_FAULT)
    if fault is not None and not st.session_state.get(_IS_SHOWN):
        st.warning(escaped(page.wording.say(fault)), icon=":material/info:")


@contextmanager
def press_fault_above(page: PageContext) -> Iterator[None]:
    """Say it above what is drawn within; a part that is drawn anew alone says it itself."""
    show_press_fault(page)
    st.session_state[_IS_SHOWN] = True
    try:
        yield
    finally:
        st.session_state[_IS_SHOWN] = False
