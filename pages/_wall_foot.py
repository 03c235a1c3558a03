"""The foot of the room's screen: how many are done, the time that is left, and the way in for late comers."""

from __future__ import annotations

from html import escape

import streamlit as st

from pages._live import on_move
from pages._timer import show_timer
from pages._wall_code import code_html, join_address, qr_html
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.revisions import ROOM, activity_scope
from storage.turnout import Turnout, read_turnout
from touchpoints.activities import Write, activity_kind
from touchpoints.messages import Message, message, plural
from touchpoints.model import ActivityState

_RUNNING = (ActivityState.OPEN, ActivityState.PAUSED)


def show_foot(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """The same place for each of the three in every state."""
    with st.container(key="wall-foot", horizontal=True, vertical_alignment="center"):
        with st.container(key="wall-turnout"):
            if activity_kind(activity.kind).takes_answers and activity.state is not ActivityState.PLANNED:
                _show_turnout(opened, activity)
        with st.container(key="wall-timer"):
            if activity.state in _RUNNING and not activity.is_ahead:
                show_timer(opened.page, activity, "wall")
        st.html(f'<div class="wall-late">{_way_in(opened)}</div>')


def _way_in(opened: OpenWorkshop) -> str:
    code = opened.workshop.code
    return (
        f"{qr_html(opened)}<div>{code_html(code)}<p>{escape(join_address(opened, is_typed=True))}</p></div>"
    )


@st.fragment
def _show_turnout(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """Numbers alone, drawn anew with every vote, and nothing else with them."""
    on_move(ROOM, activity_scope(activity.id), key="wall-turnout")
    found = read_turnout(*opened.where, opened.workshop.id, activity.id)
    st.html(f'<p class="wall-turnout" role="status">{escape(opened.say(_said(activity, found)))}</p>')


def _said(activity: ActivityEntry, found: Turnout) -> Message:
    if all(isinstance(part, Write) for part in activity_kind(activity.kind).parts):
        return plural("{count} card", "{count} cards", found.cards)
    asked = found.writers if activity.has_writers else found.inside
    return message("{done} of {asked} done", done=found.done, asked=max(asked, found.begun))
