"""The room's screen: one stage of 1920 by 1080, made larger or smaller as a whole to fit any projector."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from uuid import UUID

import streamlit as st

from pages._live import on_move
from pages._page import Look, PageContext
from pages._wall_activity import show_activity
from pages._wall_foot import show_foot
from pages._wall_way_in import show_way_in
from pages._workshop import WORKSHOP_ID, OpenWorkshop
from storage.agenda import list_activities
from storage.intents import NoSuchRow
from storage.projects import ProjectSummary
from storage.revisions import WORKSHOP
from storage.workshops import WorkshopEntry, list_workshops, read_workshop
from touchpoints.charts import DARK, LIGHT
from touchpoints.model import WorkshopState

_STYLE = Path(__file__).with_name("_wall.css")
WIDTH, HEIGHT = 1920, 1080
_SMALLEST, _LARGEST, _STEP = 20, 200, 2  # per cent of that size


def workshop_on_wall(page: PageContext, project: ProjectSummary) -> WorkshopEntry | None:
    """The workshop of the address, else the one that is open, else the next; None where there is none."""
    workshops = list_workshops(page.store, page.actor, project.id)
    asked = st.query_params.get(WORKSHOP_ID)
    return next((one for one in workshops if str(one.id) == asked), next(iter(workshops), None))


@st.fragment
def show_wall(page: PageContext, project: ProjectSummary, workshop_id: UUID) -> None:
    """What is on now; drawn anew when the facilitator goes on, and not with every vote."""
    on_move(WORKSHOP, key="wall")
    st.html(wall_style(page.look))
    try:
        workshop = read_workshop(page.store, page.actor, project.id, workshop_id)
    except NoSuchRow:
        _say_alone(page.wording.say("This workshop was thrown away. It lies in the bin."))
        return
    activities = list_activities(page.store, page.actor, project.id, workshop_id)
    _show_stage(OpenWorkshop(page, project, workshop, activities))


def _show_stage(opened: OpenWorkshop) -> None:
    say, workshop = opened.say, opened.workshop
    shown = next((one for one in opened.activities if one.id == workshop.shown_id), None)
    with st.container(key="wall"):
        if workshop.state is WorkshopState.CONCLUDED:
            thanks = say("Thank you! Your answers are anonymous now: only counts are kept.")
            _say_alone(thanks, workshop.name)
        elif workshop.state is WorkshopState.PLANNED and shown is None:
            _say_alone(say("We begin in a moment. The code stands here then."), workshop.name)
        elif shown is None:
            show_way_in(opened)
        else:
            show_activity(opened, shown)
            show_foot(opened, shown)


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
