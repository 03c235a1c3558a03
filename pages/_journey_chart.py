"""The charts of the journey, each drawn once for a state of the surveys and shared by all who look at it."""

from __future__ import annotations

from pages._chart import chart_look
from pages._charts_found import found_charts
from pages._journey_choice import Choice
from pages._journey_lines import data_of
from pages._kept import kept
from pages._measurements import Measurements
from pages._page import PageContext
from storage.projects import ProjectSummary
from touchpoints.charts import Chart, Look
from touchpoints.messages import Wording


def chart_of(page: PageContext, project: ProjectSummary, found: Measurements, choice: Choice) -> Chart:
    """The chart that was chosen; nobody may change it, since others are shown the same one."""
    look = chart_look(page.look, on_wall=choice.is_for_wall)
    # One text, since Streamlit takes two milliseconds to put a key together from so many values.
    # The project's version stands for its limits of the levels, which no revision tells.
    key = repr((project.id, project.version, found.state, page.wording.language, look, choice))
    return _chart(project, found, page.wording, look, choice, key)


# Most runs of the page are for another reason than a new chart, and drawing one is half of their cost.
@kept(30)
def _chart(
    _project: ProjectSummary,
    _found: Measurements,
    _wording: Wording,
    _look: Look,
    _choice: Choice,
    key: str,  # noqa: ARG001 - says all that the others depend on
) -> Chart:
    chosen = found_charts()[_choice.view]
    chart: Chart = chosen.draw(data_of(chosen.INPUT, _project, _found, _choice), _wording, _look)
    return chart
