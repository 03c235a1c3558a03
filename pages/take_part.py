"""The phone of somebody in the room: what is on now, and his answers to it; all that a participant has."""

from __future__ import annotations

from html import escape

import streamlit as st

from pages._ballot import show_ballot
from pages._ballot_acts import carry_out_sent, person_now
from pages._code_form import CODE_STYLE, code_form
from pages._page import READ, Page, PageContext, Role, Section, draw
from storage.phone import look_from, read_phone
from touchpoints.messages import N_

PAGE = Page(
    id="take_part",
    title=N_("Take part"),
    icon=":material/smartphone:",
    section=Section.WORKSHOP,
    order=9,
    roles=READ | {Role.PARTICIPANT},
    needs_project=False,
)


def render(page: PageContext) -> None:
    """What was sent is stored first; the rest is one component, since a hundred phones ask for it at once."""
    seat = page.actor.seat
    if seat is None:
        _say_how_to_join(page)
        return
    if carry_out_sent(page):
        view = read_phone(page.store, page.actor, person_now())
    else:
        view = look_from(page.store, seat, person_now())
    show_ballot(page, seat, view)


def _say_how_to_join(page: PageContext) -> None:
    """Whoever leads a workshop takes part in it only if he wants to."""
    say = page.wording.say
    st.title(say("Take part"))
    sentence = say("You vote only if you join: scan the code on the wall, or type it here.")
    st.html(f"<p>{escape(sentence)}</p>{code_form(page.wording)}{CODE_STYLE}")


if __name__ == "__main__":
    draw(render)
