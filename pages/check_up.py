"""The check-up report: how far the method is and what became of the coach's hints, over the rounds, on A4."""

from __future__ import annotations

import streamlit as st

from pages._check_up import written_check_up
from pages._navigation import go_to
from pages._page import READ, Page, PageContext, Section, draw
from pages._print import show_print_button
from storage.projects import ProjectSummary
from touchpoints.messages import N_

PAGE = Page(
    id="check_up",
    title=N_("Check-up report"),
    icon=":material/fact_check:",
    section=Section.START,
    order=4,
    roles=READ,
)


def render(page: PageContext) -> None:
    """The report, and above it the button that prints it, which is not printed."""
    project = page.project
    if project is None:
        return
    written = written_check_up(page, project)
    if written is None:
        _show_nothing(page, project)
        return
    with st.container(horizontal=True, horizontal_alignment="right", key="no-print"):
        show_print_button(page)
    st.html(written)


def _show_nothing(page: PageContext, project: ProjectSummary) -> None:
    """What comes first, and for those who may, the way there."""
    say = page.wording.say
    st.title(say("Check-up report"), anchor=False)
    with st.container(border=True):
        st.subheader(say("There is nothing to check yet"), anchor=False)
        st.write(
            say(
                "As soon as the team has written down touchpoints, this report says which questions of the "
                "method are answered, and what became of the coach's hints."
            )
        )
        label = say("Begin with the guide")
        if "guide" in page.entries and st.button(label, type="primary", icon=":material/arrow_forward:"):
            go_to("guide", project.id)


if __name__ == "__main__":
    draw(render)
