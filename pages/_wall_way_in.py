"""The room's screen before anything is on: how one joins, and how many have."""

from __future__ import annotations

from html import escape

import streamlit as st

from pages._live import on_move
from pages._wall_code import code_html, join_address, qr_html
from pages._workshop import OpenWorkshop
from storage.revisions import ROOM
from storage.seats import list_participants
from touchpoints.messages import plural


def show_way_in(opened: OpenWorkshop) -> None:
    """The QR code as large as the screen allows, and beside it all that is typed instead."""
    st.html(_told(opened))
    with st.container(key="wall-inside"):
        _show_inside(opened)


def _told(opened: OpenWorkshop) -> str:
    workshop = opened.workshop
    how = opened.say("Scan with the camera of your phone. Or type this address, and then the code:")
    return (
        f'<div class="wall-way-in">{qr_html(opened)}<div>'
        f'<h1 class="wall-name">{escape(workshop.name)}</h1>'
        f"<p>{escape(how)}</p>"
        f'<p class="wall-address">{escape(join_address(opened, is_typed=True))}</p>'
        f"{code_html(workshop.code)}</div></div>"
    )


@st.fragment
def _show_inside(opened: OpenWorkshop) -> None:
    """Only the number moves with everybody who joins."""
    on_move(ROOM, key="wall-inside")
    inside = len(list_participants(*opened.where, opened.workshop.id))
    said = opened.say(plural("{count} person is in", "{count} people are in", inside))
    st.html(f'<p class="wall-inside" role="status">{escape(said)}</p>')
