"""Screens of one picture that turn by themselves: slowly, at once, and without a run of the server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from html import escape

import streamlit as st

# Long enough to read a screen aloud.
SECONDS = 15


def show_screens(screens: Sequence[Callable[[], None]]) -> None:
    """Draw all of them in one place; of several, one is seen at a time."""
    if len(screens) > 1:
        st.html(_turning(len(screens)))
    for number, show in enumerate(screens):
        with st.container(key=f"wall-screen-{number}"):
            show()


def number_of(number: int, screens: int) -> str:
    """Which of how many screens this is, "" where there is one."""
    return f"{number + 1} / {screens}" if screens > 1 else ""


def head_html(title: str, said: str, number: str = "") -> str:
    """The finding, and one muted line below it."""
    which = f'<span class="wall-number">{escape(number)}</span>' if number else ""
    return (
        f'<div class="wall-head">{which}<h1 class="wall-finding">{escape(title)}</h1>'
        f'<p class="wall-said">{escape(said)}</p></div>'
    )


@cache
def _turning(screens: int) -> str:
    """Each is visible for its share of a turn, which begins when it is its time for the first time."""
    share = 100 / screens
    turn = f"@keyframes wall-turn {{ 0% {{ visibility: visible }} {share:.4f}% {{ visibility: hidden }} }}"
    each = (
        f".st-key-wall-screen-{number} {{ visibility: hidden; "
        f"animation: wall-turn {SECONDS * screens}s step-end {SECONDS * number}s infinite; }}"
        for number in range(screens)
    )
    return f"<style>{turn}{''.join(each)}</style>"
