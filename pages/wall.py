"""The room's screen, projected: how one joins, what is asked, how many are done, and what came of it."""

from __future__ import annotations

import streamlit as st

from pages._live import listen
from pages._page import Page, PageContext, Section, draw
from pages._wall import show_wall, workshop_on_wall
from touchpoints.messages import N_

PAGE = Page(
    id="wall",
    title=N_("Room screen"),
    icon=":material/cast:",
    section=Section.WORKSHOP,
    order=3,
)


def render(page: PageContext) -> None:
    """All of it is live, so that nobody touches the machine at the projector."""
    project = page.project
    if project is None:
        return
    workshop = workshop_on_wall(page, project)
    if workshop is None:
        _say_what_to_do(page)
        return
    listen(page, project.id)
    show_wall(page, project, workshop.id)


def _say_what_to_do(page: PageContext) -> None:
    say = page.wording.say
    st.title(say("Room screen"), anchor=False)
    st.write(say("Here stands what a workshop shows to the room. None is prepared yet."))
    if st.button(say("Prepare a workshop"), type="primary", icon=":material/arrow_forward:"):
        st.switch_page(page.entries["workshop"])


if __name__ == "__main__":
    draw(render)
