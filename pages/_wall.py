"""The room's screen: one stage of 1920 by 1080, made larger or smaller as a whole to fit any projector."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from pages._page import Look, PageContext
from pages._room_facts import RoomFacts, open_room
from pages._wall_activity import show_activity
from pages._wall_foot import show_foot
from pages._wall_way_in import show_way_in
from pages._workshop import WORKSHOP_ID, OpenWorkshop
from storage.projects import ProjectSummary
from touchpoints.charts import DARK, LIGHT
from touchpoints.messages import N_
from touchpoints.model import WorkshopState

_STYLE = Path(__file__).with_name("_wall.css")
WIDTH, HEIGHT = 1920, 1080
_SMALLEST, _LARGEST, _STEP = 20, 200, 2  # per cent of that size


def show_wall(page: PageContext, project: ProjectSummary, numbers: Mapping[str, int]) -> None:
    """What is on now; drawn anew when the facilitator goes on, and not with every vote."""
    facts = open_room(page, project, st.query_params.get(WORKSHOP_ID), numbers)
    if facts is None:
        _show_empty(page)
        return
    st.html(wall_style(page.look))
    _show_stage(facts)


def _show_empty(page: PageContext) -> None:
    say = page.wording.say
    st.title(say("Room screen"), anchor=False)
    st.write(say("Here stands what a workshop shows to the room. None is prepared yet."))
    if st.button(say("Prepare a workshop"), type="primary", icon=":material/arrow_forward:"):
        st.switch_page(page.entries["workshop"])


def _show_stage(facts: RoomFacts) -> None:
    opened = facts.opened
    say, workshop = opened.say, opened.workshop
    shown = next((one for one in opened.activities if one.id == workshop.shown_id), None)
    with st.container(key="wall"):
        if workshop.is_rehearsal:
            acted = escape(say("Rehearsal"))
            st.html(f'<p class="wall-rehearsal">{acted}</p>')
        if workshop.state is WorkshopState.CONCLUDED:
            _say_alone(say(_thanks(opened)), workshop.name)
        elif workshop.state is WorkshopState.PLANNED and shown is None:
            _say_alone(say("We begin in a moment. The code stands here then."), workshop.name)
        elif shown is None:
            show_way_in(opened)
        else:
            show_activity(facts, shown)
            show_foot(opened, shown)


def _thanks(opened: OpenWorkshop) -> str:
    """What became of the answers; what somebody gave under his name keeps it."""
    if any(one.is_named and one.opened_at for one in opened.activities):
        return N_("Thank you! Except for what you gave under your name, your answers are anonymous now.")
    return N_("Thank you! Your answers are anonymous now: only counts are kept.")


def _say_alone(sentence: str, title: str = "") -> None:
    head = f'<h1 class="wall-name">{escape(title)}</h1>' if title else ""
    st.html(f'<div class="wall-alone">{head}<p class="wall-large">{escape(sentence)}</p></div>')


@cache
def wall_style(look: Look) -> str:
    """The style of the stage, with the steps in which it fits screens of other sizes."""
    fits = "".join(_fit(share) for share in range(_SMALLEST, _LARGEST + 1, _STEP))
    of = DARK if look == "dark" else LIGHT
    colours = (
        f".st-key-wall {{ --wall-accent: {of.accent}; --wall-line: {of.grid}; --wall-muted: {of.muted}; }}"
    )
    return f"<style>{colours}{_STYLE.read_text(encoding='utf-8')}{fits}</style>"


def _fit(share: int) -> str:
    """What a screen of at least this share of the stage shows; the largest one that fits is the last one."""
    width, height = WIDTH * share / 100, HEIGHT * share / 100
    middle = f"left: calc((100vw - {width}px) / 2); top: calc((100vh - {height}px) / 2)"
    return (
        f"@media (min-width: {width}px) and (min-height: {height}px) "
        f"{{ .st-key-wall {{ --fit: {share / 100}; {middle}; }} }}"
    )
