"""The charts of the journey, each drawn once for a state of the surveys and shared by all who look at it."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._chart import chart_look
from pages._journey_choice import Choice
from pages._journey_lines import lines_of, segments_of, waves_of
from pages._measurements import Measurements, State
from pages._page import PageContext
from storage.projects import ProjectSummary
from touchpoints.charts import Chart, Look, heat_map, journey_curve, trend
from touchpoints.messages import Wording


def chart_of(page: PageContext, project: ProjectSummary, found: Measurements, choice: Choice) -> Chart:
    """The chart that was chosen; nobody may change it, since others are shown the same one."""
    look = chart_look(page.look, on_wall=choice.is_for_wall)
    key = (project.id, found.state, page.wording.language)
    return _chart(project, found, page.wording, look, choice, key)


# Most runs of the page are for another reason than a new chart, and drawing one is half of their cost.
@st.cache_resource(show_spinner=False, max_entries=30, ttl="1h")
def _chart(
    _project: ProjectSummary,
    _found: Measurements,
    _wording: Wording,
    look: Look,
    choice: Choice,
    key: tuple[UUID, State, str],  # noqa: ARG001 - says of which project, state and language the first three are
) -> Chart:
    if choice.view == heat_map.ID:
        return heat_map.draw(segments_of(_project, _found, choice), _wording, look)
    if choice.view == trend.ID:
        return trend.draw(waves_of(_project, _found, choice), _wording, look)
    return journey_curve.draw(lines_of(_project, _found, choice), _wording, look)
