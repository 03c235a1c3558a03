"""What step 1 shows: need for action, matrix, both views compared, hand-overs, process, portfolio."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from pages._analysis_inputs import chains_of, process_of, standings_of
from pages._chart import chart_look, show_chart
from pages._navigation import go_to
from pages._page import Page, PageContext, Section, draw
from pages._touchpoint import open_touchpoint
from pages._undo import show_undo
from storage.projects import ProjectSummary
from storage.team_view import read_team_view
from touchpoints.charts import (
    Chart,
    Look,
    handovers,
    importance_performance,
    inside_outside,
    need_for_action,
    portfolio,
    process,
)
from touchpoints.importance_performance import CrossHair, MatrixView
from touchpoints.importance_performance import importance_performance as matrix_of
from touchpoints.messages import N_
from touchpoints.need_for_action import need_for_action as needs_of
from touchpoints.views_compared import compare_views

PAGE = Page(
    id="analysis",
    title=N_("Analysis"),
    icon=":material/insights:",
    section=Section.CURRENT_STATE,
    order=12,
)
_PICKED = "analysis_picked"
Drawing = Callable[[PageContext, ProjectSummary, Look], Chart | None]


def render(page: PageContext) -> None:
    """One chart at a time, chosen above it."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    st.title(say("Analysis of the current state"), anchor=False)
    show_undo(page)
    charts = {
        need_for_action.ID: need_for_action,
        importance_performance.ID: importance_performance,
        inside_outside.ID: inside_outside,
        handovers.ID: handovers,
        process.ID: process,
        portfolio.ID: portfolio,
    }
    chosen = st.segmented_control(
        say("Show"),
        list(charts),
        default=need_for_action.ID,
        format_func=lambda id_: say(charts[id_].NAME),
        required=True,
        bind="query-params",
        key="chart",
    )
    chart = _DRAWINGS[chosen or need_for_action.ID](page, project, chart_look(page.look))
    if chart is None:
        _show_nothing(page, project)
        return
    picked = show_chart(chart, chosen or need_for_action.ID, page.wording, on_click=True)
    if picked and picked != st.session_state.get(_PICKED):
        open_touchpoint(page, project, picked)
    st.session_state[_PICKED] = picked


def _show_nothing(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.write(
            say("Nothing has been written down for this chart yet. The drawer of a touchpoint is the place.")
        )
        if st.button(say("Go to the touchpoints"), type="primary"):
            go_to("touchpoint_board", project.id)


def _needs(page: PageContext, project: ProjectSummary, look: Look) -> Chart:
    asked = read_team_view(page.store, page.actor, project.id).customers_asked
    return need_for_action.draw(needs_of(standings_of(page, project), asked), page.wording, look)


def _matrix(page: PageContext, project: ProjectSummary, look: Look) -> Chart:
    say = page.wording.say
    views = {view.value: view for view in MatrixView}
    with st.container(horizontal=True):
        view = st.segmented_control(
            say("Whose view"),
            list(views),
            default=MatrixView.TEAM.value,
            format_func=lambda id_: say(_VIEW_NAMES[id_]),
            required=True,
            key="matrix-view",
        )
        is_mean = st.toggle(say("Cross-hair at the mean"), key="matrix-mean")
    asked = read_team_view(page.store, page.actor, project.id).customers_asked
    cross_hair = CrossHair.MEAN if is_mean else CrossHair.MIDPOINT
    matrix = matrix_of(standings_of(page, project), views[view or "team"], cross_hair, asked)
    return importance_performance.draw(matrix, page.wording, look)


def _views(page: PageContext, project: ProjectSummary, look: Look) -> Chart:
    asked = read_team_view(page.store, page.actor, project.id).customers_asked
    return inside_outside.draw(compare_views(standings_of(page, project), asked), page.wording, look)


def _handovers(page: PageContext, project: ProjectSummary, look: Look) -> Chart | None:
    chains = chains_of(page, project)
    return handovers.draw(chains, page.wording, look) if chains else None


def _process(page: PageContext, project: ProjectSummary, look: Look) -> Chart | None:
    found = process_of(page, project)
    return process.draw(found, page.wording, look) if found else None


def _portfolio(page: PageContext, project: ProjectSummary, look: Look) -> Chart:
    return portfolio.draw(standings_of(page, project), page.wording, look)


_DRAWINGS: Mapping[str, Drawing] = {
    need_for_action.ID: _needs,
    importance_performance.ID: _matrix,
    inside_outside.ID: _views,
    handovers.ID: _handovers,
    process.ID: _process,
    portfolio.ID: _portfolio,
}
_VIEW_NAMES = {
    "team": N_("Team"),
    "customer": N_("Customers"),
    "combined": N_("Importance to the team, experience of customers"),
}


if __name__ == "__main__":
    draw(render)
