"""The head of the console: which workshop it is, its code, and the ways to the wall and into the room."""

from __future__ import annotations

from html import escape

import streamlit as st

from pages._console_press import show_press
from pages._navigation import in_project
from pages._workshop import WORKSHOP_ID, OpenWorkshop
from storage.activity_course import show_activity
from storage.workshops import open_workshop
from touchpoints.messages import N_
from touchpoints.model import WorkshopState

STATE_WORDS = {
    WorkshopState.PLANNED: N_("not open yet"),
    WorkshopState.OPEN: N_("open"),
    WorkshopState.CONCLUDED: N_("concluded"),
}


def show_head(opened: OpenWorkshop) -> None:
    """One line: name, state and code, and what concerns the whole room."""
    workshop, say = opened.workshop, opened.say
    with st.container(horizontal=True, vertical_alignment="center", key="console-head"):
        st.html(
            f'<div class="tp-head"><h1>{escape(workshop.name)}</h1>'
            f"<span>{escape(say(STATE_WORDS[workshop.state]))}</span>"
            f'<span class="tp-code">{workshop.code[:4]} {workshop.code[4:]}</span></div>',
            width="stretch",
        )
        _show_presses(opened)


def _show_presses(opened: OpenWorkshop) -> None:
    workshop, say, page = opened.workshop, opened.say, opened.page
    where, id_ = opened.project.id, workshop.id
    if workshop.state is WorkshopState.PLANNED:
        label = say("Let people in")
        show_press(page, label, f"let-in-{id_}", open_workshop, where, id_, icon=":material/meeting_room:")
    if workshop.state is WorkshopState.OPEN and workshop.shown_id is not None:
        label, key = say("Show the way in"), f"way-in-{workshop.shown_id}"
        show_press(page, label, key, show_activity, where, id_, None, icon=":material/qr_code_2:")
    if workshop.state is WorkshopState.OPEN:
        st.link_button(say("Join as a participant"), f"/join/{workshop.code}", icon=":material/person_add:")
    if entry := page.entries.get("wall"):
        query = {**in_project(opened.project.id), WORKSHOP_ID: str(id_)}
        st.page_link(entry, label=say("Wall"), icon=":material/tv:", query_params=query)
