"""The charts of the analysis, each drawn once for a state of the project and shared by all who look at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pages._analysis_inputs import asked_customers, chains_of, process_of, standings_of
from pages._chart import chart_look
from pages._charts_found import found_charts
from pages._kept import kept
from pages._measurements import measurements_of
from pages._page import PageContext
from storage.projects import ProjectSummary
from storage.revisions import PLAN, revisions_of
from touchpoints.charts import Chart, Input, Look
from touchpoints.importance_performance import CrossHair, MatrixView, importance_performance
from touchpoints.need_for_action import need_for_action
from touchpoints.views_compared import compare_views


@dataclass(frozen=True)
class Options:
    """What was chosen above the chart; each chart looks at its own."""

    is_for_wall: bool
    view: MatrixView = MatrixView.TEAM
    cross_hair: CrossHair = CrossHair.MIDPOINT
    process_of: str = ""


def drawn(page: PageContext, project: ProjectSummary, chart: str, options: Options) -> Chart | None:
    """The chart; nobody may change it, since others are shown the same one. None where there are no data."""
    look = chart_look(page.look, on_wall=options.is_for_wall)
    # The need for action ends at the targets, which belong to the plan.
    plan = revisions_of(page.store, page.actor, project.id).get(PLAN, 0)
    state = (*measurements_of(page, project.id).state, plan)
    key = repr((project.id, project.version, state, page.wording.language, look, chart, options))
    return _drawn(page, project, chart, options, look, key)


@kept(30)
def _drawn(
    _page: PageContext,
    _project: ProjectSummary,
    _chart: str,
    _options: Options,
    _look: Look,
    key: str,  # noqa: ARG001 - says all that the others depend on
) -> Chart | None:
    chosen = found_charts()[_chart]
    data = _DATA[chosen.INPUT](_page, _project, _options)
    return chosen.draw(data, _page.wording, _look) if data else None


def _needs(page: PageContext, project: ProjectSummary, _options: Options) -> object:
    return need_for_action(standings_of(page, project), asked_customers(page, project))


def _matrix(page: PageContext, project: ProjectSummary, options: Options) -> object:
    asked = asked_customers(page, project)
    return importance_performance(standings_of(page, project), options.view, options.cross_hair, asked)


def _views(page: PageContext, project: ProjectSummary, _options: Options) -> object:
    return compare_views(standings_of(page, project), asked_customers(page, project))


def _chains(page: PageContext, project: ProjectSummary, _options: Options) -> object:
    return chains_of(page, project)


def _process(page: PageContext, project: ProjectSummary, options: Options) -> object:
    return process_of(page, project, options.process_of)


def _standings(page: PageContext, project: ProjectSummary, _options: Options) -> object:
    return standings_of(page, project)


# Whatever a chart is drawn from; one that is empty has nothing to show.
_DATA: Mapping[Input, Callable[[PageContext, ProjectSummary, Options], Any]] = {
    Input.NEEDS: _needs,
    Input.MATRIX: _matrix,
    Input.VIEWS: _views,
    Input.CHAINS: _chains,
    Input.PROCESS: _process,
    Input.STANDINGS: _standings,
}
INPUTS = tuple(_DATA)
