"""The start: every project as a card with how far its four steps are, and the way to a new one."""

from __future__ import annotations

import streamlit as st

from pages._home_aside import show_aside
from pages._home_cards import show_cards
from pages._home_dialogs import ask_for_new_project
from pages._home_intents import make_sample, open_what_was_made
from pages._page import Page, PageContext, Section, draw
from pages._project_opening import show_arrived, show_open_button
from pages._undo import show_undo
from storage.projects import ProjectSummary
from touchpoints.messages import N_

PAGE = Page(
    id="home",
    title=N_("Projects"),
    icon=":material/home:",
    section=Section.START,
    order=0,
    needs_project=False,
)


def render(page: PageContext) -> None:
    """Projects in use first; those put aside and thrown away below."""
    open_what_was_made()
    projects = page.projects
    in_use = [project for project in projects if project.archived_at is None]
    _show_head(page, in_use)
    show_undo(page)
    show_arrived(page)
    if in_use:
        show_cards(page, in_use)
    else:
        _show_empty(page)
    show_aside(page)


def _show_head(page: PageContext, projects: list[ProjectSummary]) -> None:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(say("Projects"), width="content", anchor=False)
        if projects:
            with st.container(horizontal=True, width="content"):
                if not any(project.is_example for project in projects):
                    _show_sample_button(page)
                show_open_button(page)
                if st.button(say("New project"), type="primary", icon=":material/add:"):
                    ask_for_new_project(page)


def _show_sample_button(page: PageContext) -> None:
    # The id of the intent is drawn with the button: pressed twice, it still makes one project.
    actor = page.actor.once()
    st.button(
        page.wording.say("Open the sample airport"),
        icon=":material/flight:",
        on_click=make_sample,
        args=(page, actor),
    )


def _show_empty(page: PageContext) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.subheader(
            say("Where do your customers meet you, and what do they experience there?"), anchor=False
        )
        st.write(
            say(
                "A project leads a team through four steps: current state, target strategy, to-do plan, "
                "monitoring. Begin with your own company, or look around in an example first: an airport "
                "whose ratings are real."
            )
        )
        with st.container(horizontal=True):
            if st.button(say("Create your first project"), type="primary", icon=":material/add:"):
                ask_for_new_project(page)
            _show_sample_button(page)
            show_open_button(page)


if __name__ == "__main__":
    draw(render)
