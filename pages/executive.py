"""The executive's one page: verdict, decisions, KPIs, journey, plan and money; and projects side by side."""

from __future__ import annotations

import streamlit as st

from pages._executive import executive_html
from pages._executive_link import show_link_button
from pages._executive_projects import show_projects
from pages._navigation import go_to
from pages._page import READ, Page, PageContext, Section, draw
from pages._print import show_print_button
from pages._project import choose_project
from pages._text import escaped
from storage.projects import ProjectSummary
from touchpoints.messages import N_

PAGE = Page(
    id="executive",
    title=N_("At a glance"),
    icon=":material/summarize:",
    section=Section.START,
    order=2,
    roles=READ,
    needs_project=False,
)


def render(page: PageContext) -> None:
    """The open project, else all of them side by side."""
    if page.project is None:
        show_projects(page)
        return
    html = executive_html(page, page.project)
    _show_ways(page, page.project, is_empty=html is None)
    if html is None:
        _show_nothing(page, page.project)
    else:
        st.html(html)


def _show_ways(page: PageContext, project: ProjectSummary, *, is_empty: bool) -> None:
    """To paper, to the other projects, and to management by a link."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        if len(page.projects) > 1:
            say = page.wording.say
            st.button(
                say("All projects"), icon=":material/table_rows:", on_click=choose_project, args=(None,)
            )
        if page.may_change:
            show_link_button(page, project)
        if not is_empty:
            show_print_button(page)


def _show_nothing(page: PageContext, project: ProjectSummary) -> None:
    """What comes first, and for those who may, the way there."""
    say = page.wording.say
    st.title(escaped(project.name), anchor=False)
    with st.container(border=True):
        st.subheader(say("There is nothing to report yet"), anchor=False)
        st.write(
            say(
                "As soon as the team has set a goal, planned an action or chosen a KPI, this page says how "
                "the project stands, what worked, and which decisions are needed."
            )
        )
        label = say("Choose the first KPI")
        if page.may_change and st.button(label, type="primary", icon=":material/arrow_forward:"):
            go_to("kpis", project.id)


if __name__ == "__main__":
    draw(render)
