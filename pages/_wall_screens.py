"""Several screens of one picture: one is seen, and it stays until the facilitator goes on to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from html import escape

import streamlit as st

from storage.agenda import ActivityEntry
from touchpoints.room.staging import screen_shown


def show_screens(activity: ActivityEntry, screens: Sequence[Callable[[], None]]) -> None:
    """Draw all of them in one place; of several, the one that the console chose is seen."""
    if len(screens) > 1:
        st.html(_seen_alone(screen_shown(activity.settings, len(screens)), len(screens)))
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
def _seen_alone(shown: int, screens: int) -> str:
    """All are drawn, so that going on to another one is seen at once."""
    hidden = ", ".join(f".st-key-wall-screen-{number}" for number in range(screens) if number != shown)
    return f"<style>{hidden} {{ visibility: hidden; }}</style>"
