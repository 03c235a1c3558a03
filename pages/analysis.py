"""What step 1 shows: need for action, matrix, both views compared, hand-overs, process, portfolio."""

from __future__ import annotations

import streamlit as st

from pages._address import choose_one
from pages._analysis_charts import INPUTS, drawn
from pages._analysis_choice import ask_for_options
from pages._chart import show_chart
from pages._charts_found import found_charts
from pages._navigation import go_to
from pages._page import READ, Page, PageContext, Section, draw
from pages._touchpoint import open_touchpoint
from pages._undo import show_undo
from storage.projects import ProjectSummary
from storage.team_view import read_team_view
from touchpoints.charts import importance_performance, inside_outside, need_for_action
from touchpoints.messages import N_

PAGE = Page(
    id="analysis",
    title=N_("Analysis"),
    icon=":material/insights:",
    section=Section.CURRENT_STATE,
    order=12,
    roles=READ,
    has_charts=True,
)
_PICKED = "analysis_picked"
# The charts that say little as long as the team has given no importance.
_WEIGHED = {need_for_action.ID, importance_performance.ID, inside_outside.ID}


def render(page: PageContext) -> None:
    """One chart at a time, chosen above it."""
    project = page.project
    if project is None:
        return
    is_for_wall = _show_head(page)
    if project.is_example:
        st.caption(
            page.wording.say("Example: the ratings are real, everything else in this project is invented.")
        )
    show_undo(page)
    chosen = _choose_chart(page)
    options = ask_for_options(page, project, chosen, is_for_wall=is_for_wall)
    chart = drawn(page, project, chosen, options) if options else None
    if chart is None:
        _show_nothing(page, project)
        return
    _show_picked(page, project, show_chart(chart, chosen, page.wording, on_click=True))
    is_to_be_weighed = page.may_change and chosen in _WEIGHED
    if is_to_be_weighed and not read_team_view(page.store, page.actor, project.id).points:
        _show_way_to_rating(page, project)


def _show_head(page: PageContext) -> bool:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(say("Analysis of the current state"), width="content", anchor=False)
        return st.toggle(
            say("Large type"), key="wall", help=say("For the projector: readable from the last row.")
        )


def _choose_chart(page: PageContext) -> str:
    """The id of the chart."""
    names = {id_: page.wording.say(chart.NAME) for id_, chart in found_charts(*INPUTS).items()}
    return choose_one(page.wording.say("Show"), names, "chart")


def _show_picked(page: PageContext, project: ProjectSummary, clicked: str | None) -> None:
    """Open the drawer when another mark is clicked; a run for another reason leaves it closed."""
    if clicked is not None and clicked != st.session_state.get(_PICKED):
        open_touchpoint(page, project, clicked)
    st.session_state[_PICKED] = clicked


def _show_way_to_rating(page: PageContext, project: ProjectSummary) -> None:
    if st.button(page.wording.say("Rate the ten most important"), type="primary", icon=":material/star:"):
        go_to("rating", project.id)


def _show_nothing(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        if not page.may_change:
            st.write(say("Nothing has been written down for this chart yet."))
            return
        st.write(say("Nothing has been written down for this chart yet. Open a touchpoint and begin there."))
        if st.button(say("Go to the touchpoints"), type="primary", icon=":material/arrow_forward:"):
            go_to("touchpoint_board", project.id)


if __name__ == "__main__":
    draw(render)
