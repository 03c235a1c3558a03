"""The console: what a facilitator holds in one hand while speaking to the room."""

from __future__ import annotations

import streamlit as st

from pages._console import chosen_workshop, show_console
from pages._live import listen
from pages._navigation import in_project
from pages._page import Page, PageContext, Section, draw
from storage.projects import ProjectSummary
from touchpoints.messages import N_

PAGE = Page(
    id="console",
    title=N_("Console"),
    icon=":material/stadia_controller:",
    section=Section.WORKSHOP,
    order=2,
)


def render(page: PageContext) -> None:
    """The workshop that the address names, else the one that is open; what moves is drawn by itself."""
    project = page.project
    if project is None:
        return
    listen(page, project.id)
    workshop = chosen_workshop(page, project)
    if workshop is None:
        _show_empty(page, project)
    else:
        show_console(page, project, workshop.id)


def _show_empty(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    st.title(say("Console"), anchor=False)
    st.write(say("There is no workshop yet. Prepare one: its agenda then stands here."))
    st.page_link(
        page.entries["workshop"],
        label=say("Prepare a workshop"),
        icon=":material/event_note:",
        query_params=in_project(project.id),
    )


if __name__ == "__main__":
    draw(render)
