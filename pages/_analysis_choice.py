"""What a chart of the analysis needs to know before it is drawn: whose view, which touchpoint."""

from __future__ import annotations

import streamlit as st

from pages._address import chosen_in_address, keep_in_address
from pages._analysis_charts import Options
from pages._charts_found import found_charts
from pages._labels import told_apart
from pages._page import PageContext
from storage.chains import touchpoints_with_steps
from storage.journey import list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.charts import Input
from touchpoints.importance_performance import CrossHair, MatrixView
from touchpoints.messages import N_

_PROCESS_OF = "process-of"
_VIEW_NAMES = {
    MatrixView.TEAM: N_("Team"),
    MatrixView.CUSTOMER: N_("Customers"),
    MatrixView.COMBINED: N_("Importance to the team, experience of customers"),
}


def ask_for_options(
    page: PageContext, project: ProjectSummary, chart: str, *, is_for_wall: bool
) -> Options | None:
    """The choices of this chart; None where there is nothing to choose from, so nothing to draw."""
    input_ = found_charts()[chart].INPUT
    if input_ is Input.MATRIX:
        return _ask_for_view(page, is_for_wall=is_for_wall)
    if input_ is Input.PROCESS:
        touchpoint = _ask_for_touchpoint(page, project)
        return Options(is_for_wall, process_of=touchpoint) if touchpoint else None
    return Options(is_for_wall)


def _ask_for_view(page: PageContext, *, is_for_wall: bool) -> Options:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view = st.segmented_control(
            say("Whose view"),
            list(MatrixView),
            default=MatrixView.TEAM,
            format_func=lambda one: say(_VIEW_NAMES[one]),
            required=True,
            key="matrix-view",
        )
        is_mean = st.toggle(say("Cross-hair at the mean"), key="matrix-mean")
    return Options(is_for_wall, view, CrossHair.MEAN if is_mean else CrossHair.MIDPOINT)


def _ask_for_touchpoint(page: PageContext, project: ProjectSummary) -> str | None:
    """The id of a touchpoint whose steps were written down; None where there is none."""
    known = touchpoints_with_steps(page.store, page.actor, project.id)
    entries = list_touchpoints(page.store, page.actor, project.id)
    names = told_apart({str(entry.id): entry.name for entry in entries if entry.id in known})
    if not names:
        return None
    chosen = chosen_in_address(_PROCESS_OF, names, next(iter(names)))
    st.selectbox(
        page.wording.say("Touchpoint"),
        list(names),
        format_func=names.__getitem__,
        key=_PROCESS_OF,
        on_change=keep_in_address,
        args=(_PROCESS_OF,),
        width=420,
    )
    return chosen
