"""Who meets us where and how often: segments by touchpoints of the shortlist, filled by range or paste."""

from __future__ import annotations

import math
from collections.abc import Mapping
from uuid import UUID

import streamlit as st

from pages._navigation import go_to
from pages._page import Page, PageContext, Section, draw
from pages._words import word_for
from storage.encounters import EncounterMatrix, read_matrix, set_frequencies
from storage.projects import ProjectSummary
from touchpoints.messages import N_
from touchpoints.model import Period

PAGE = Page(
    id="encounters",
    title=N_("Encounters"),
    icon=":material/grid_on:",
    section=Section.CURRENT_STATE,
    order=3,
)


def render(page: PageContext) -> None:
    """The matrix in one unit, and the button that stores it."""
    project = page.project
    if project is None:
        return
    say = page.wording.say
    st.title(say("Encounters"), anchor=False)
    st.write(say("How often does a customer of each segment meet each touchpoint of the shortlist?"))
    matrix = read_matrix(page.store, page.actor, project.id)
    if not matrix.touchpoints or not matrix.segments:
        _show_empty(page, project)
        return
    period = st.segmented_control(
        say("Times"),
        list(Period),
        default=Period.YEAR,
        format_func=lambda period: say(word_for(period)),
        required=True,
        key="period",
    )
    _edit(page, project, matrix, period or Period.YEAR)


def _show_empty(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.write(say("The matrix needs a shortlist of touchpoints and customer segments."))
        if st.button(say("Choose the shortlist"), type="primary"):
            go_to("rating", project.id)


def _edit(page: PageContext, project: ProjectSummary, matrix: EncounterMatrix, period: Period) -> None:
    say = page.wording.say
    shown = {
        say("Touchpoint"): [name for _, name in matrix.touchpoints],
        **{
            name: [matrix.frequency(segment, touchpoint, period) for touchpoint, _ in matrix.touchpoints]
            for segment, name in matrix.segments
        },
    }
    edited = st.data_editor(
        shown,
        key=f"matrix-{period}-{matrix.state}",
        hide_index=True,
        disabled=[say("Touchpoint")],
        column_config={
            name: st.column_config.NumberColumn(name, min_value=0, format="%.4g")
            for _, name in matrix.segments
        },
    )
    st.caption(say("Fill a range by dragging its corner, or paste cells from a spreadsheet."))
    changes = _changes(matrix, period, edited)
    if st.button(say("Save"), type="primary", disabled=not changes):
        set_frequencies(page.store, page.actor, project.id, changes, period)
        st.rerun()


def _changes(
    matrix: EncounterMatrix, period: Period, edited: Mapping[str, list[float | None]]
) -> dict[tuple[UUID, UUID], float | None]:
    """The cells that say something else than what is stored."""
    found: dict[tuple[UUID, UUID], float | None] = {}
    for segment, name in matrix.segments:
        for (touchpoint, _), value in zip(matrix.touchpoints, edited[name], strict=True):
            new = None if value is None or math.isnan(value) else value
            if new != matrix.frequency(segment, touchpoint, period):
                found[segment, touchpoint] = new
    return found


if __name__ == "__main__":
    draw(render)
