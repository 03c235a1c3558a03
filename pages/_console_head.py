"""The head of the console: which workshop it is, its code, and the ways to the wall and into the room."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from pages._console_press import show_press
from pages._navigation import in_project
from pages._workshop import WORKSHOP_ID, OpenWorkshop
from pages._workshop_words import WORKSHOP_STATES
from storage.activity_course import show_activity
from storage.workshops import open_workshop
from touchpoints.model import WorkshopState

_STYLE = Path(__file__).with_name("_console.css")


def show_head(opened: OpenWorkshop) -> None:
    """One line: name, state and code, the ways out, and what is pressed for the whole room."""
    with st.container(horizontal=True, vertical_alignment="center", key="console-head"):
        # One element for all that is read, its style and its links: each element costs a quarter millisecond.
        st.html(f"{_told(opened)}<style>{_style()}</style>", width="stretch")
        _show_presses(opened)


def _told(opened: OpenWorkshop) -> str:
    workshop, say = opened.workshop, opened.say
    query = urlencode({**in_project(opened.project.id), WORKSHOP_ID: str(workshop.id)})
    back = escape(say("Workshops"))
    acted = escape(say("Rehearsal"))
    rehearsal = [f'<strong class="tp-rehearsal">{acted}</strong>']
    pieces = [
        f'<a class="tp-back" href="/workshop?{escape(query)}">{back}</a>',
        f"<h1>{escape(workshop.name)}</h1>",
        *(rehearsal if workshop.is_rehearsal else []),
        f"<span>{escape(say(WORKSHOP_STATES[workshop.state]))}</span>",
        f'<span class="tp-code">{workshop.code[:4]} {workshop.code[4:]}</span>',
        _link(f"/wall?{query}", say("Wall")),
    ]
    if workshop.state is WorkshopState.OPEN:
        pieces.append(_link(f"/join/{workshop.code}", say("Join as a participant")))
    return f'<div class="tp-head">{"".join(pieces)}</div>'


def _link(address: str, label: str) -> str:
    """In a tab of its own: the console stays where it is."""
    return f'<a href="{escape(address)}" target="_blank">{escape(label)}</a>'


def _show_presses(opened: OpenWorkshop) -> None:
    workshop, say, page = opened.workshop, opened.say, opened.page
    where, id_ = opened.project.id, workshop.id
    if workshop.state is WorkshopState.PLANNED:
        label = say("Let people in")
        show_press(page, label, f"let-in-{id_}", open_workshop, where, id_, icon=":material/meeting_room:")
    if workshop.state is WorkshopState.OPEN and workshop.shown_id is not None:
        label, key = say("Show the way in"), f"way-in-{workshop.shown_id}"
        show_press(page, label, key, show_activity, where, id_, None, icon=":material/qr_code_2:")


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")
