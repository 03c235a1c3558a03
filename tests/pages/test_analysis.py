"""The analysis: six charts drawn from what a team and its customers have said, each with its finding."""

from __future__ import annotations

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from pages._analysis_charts import INPUTS
from storage.access import COMMAND_LINE
from storage.journey import list_touchpoints
from storage.projects import new_project
from storage.store import Store
from storage.targets import set_target
from storage.team_view import give_points, rate_touchpoint
from tests.pages._screen import click_point, dialog_title, is_shown, open_page, press
from tests.pages.conftest import OpenFrame
from touchpoints.charts import all_charts
from touchpoints.model import Aspect, ProjectInput

pytestmark = pytest.mark.usefixtures("facilitator")
CHARTS = all_charts(*INPUTS)


@pytest.fixture
def blank(store: Store) -> UUID:
    """A project without anything."""
    return new_project(store, COMMAND_LINE, ProjectInput(name="Blank", language="en"))


def show(frame: AppTest, chart: str) -> AppTest:
    """Choose a chart in the menu."""
    frame.segmented_control(key="chart").set_value(chart)
    return frame.run()


def finding(frame: AppTest) -> str:
    """The title of the chart, as it is read."""
    return str(frame.subheader[0].value).replace("\\", "")


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        ("need_for_action", "greatest need for action at"),
        ("importance_performance", "must be improved first"),
        ("inside_outside", "The team has named 8 of the 10 touchpoints that matter most to customers"),
        ("handovers", "hand-overs break"),
        ("process", "of it waiting"),
        ("portfolio", "touchpoints before contact"),
    ],
)
def test_each_chart_of_the_sample_says_its_finding(
    open_frame: OpenFrame, airport: UUID, chart: str, said: str
) -> None:
    frame = show(open_page(open_frame(), "analysis", airport), chart)
    assert said in finding(frame)
    assert not frame.error
    assert len(frame.get("plotly_chart")) == 1


def test_every_chart_of_step_1_is_in_the_menu(open_frame: OpenFrame, airport: UUID) -> None:
    frame = open_page(open_frame(), "analysis", airport)
    assert frame.segmented_control(key="chart").options == [chart.NAME for chart in CHARTS.values()]
    assert len(CHARTS) == 6


@pytest.mark.parametrize("chart", ["handovers", "process", "portfolio"])
def test_a_chart_of_nothing_says_where_to_begin(open_frame: OpenFrame, blank: UUID, chart: str) -> None:
    frame = show(open_page(open_frame(), "analysis", blank), chart)
    assert is_shown(frame, "Nothing has been written down for this chart yet.")
    assert press(frame, "Go to the touchpoints").title[0].value != "Analysis of the current state"


def test_what_is_not_rated_yet_is_said_and_what_to_do(open_frame: OpenFrame, blank: UUID) -> None:
    frame = open_page(open_frame(), "analysis", blank)
    assert finding(frame) == "The need for action cannot be ranked yet"
    assert press(frame, "Rate the ten most important").title[0].value == "Rate the most important touchpoints"


def test_a_rating_of_the_team_changes_the_ranking_at_once(open_frame: OpenFrame, store: Store) -> None:
    shop = new_project(store, COMMAND_LINE, ProjectInput(name="Shop", language="en"), "retail")
    frame = open_page(open_frame(), "analysis", shop)
    assert finding(frame) == "The need for action cannot be ranked yet"
    worst = list_touchpoints(store, COMMAND_LINE, shop)[3]
    rate_touchpoint(store, COMMAND_LINE, shop, worst.id, Aspect.EXPERIENCE, {-2: 1})
    give_points(store, COMMAND_LINE, shop, {worst.id: 40})
    assert finding(frame.run()) == f"The team sees the greatest need for action at {worst.name}"


def test_the_need_for_action_ends_at_the_target(open_frame: OpenFrame, store: Store) -> None:
    where = (
        store,
        COMMAND_LINE,
        new_project(store, COMMAND_LINE, ProjectInput(name="H", language="en"), "retail"),
    )
    first, second, *_ = list_touchpoints(*where)
    for entry in (first, second):
        rate_touchpoint(*where, entry.id, Aspect.EXPERIENCE, {0: 1})
    give_points(*where, {first.id: 60, second.id: 40})
    frame = open_page(open_frame(), "analysis", where[2])
    assert finding(frame).endswith(first.name)
    set_target(*where, first.id, None, 0.5)
    assert finding(frame.run()).endswith(second.name)


def test_the_matrix_is_shown_in_the_view_that_is_chosen(open_frame: OpenFrame, airport: UUID) -> None:
    frame = show(open_page(open_frame(), "analysis", airport), "importance_performance")
    assert finding(frame).startswith("As the team sees it")
    frame.segmented_control(key="matrix-view").set_value("combined")
    assert "team" in finding(frame.run())
    assert not finding(frame).startswith("As the team sees it")


def test_the_process_is_that_of_the_touchpoint_that_is_chosen(open_frame: OpenFrame, airport: UUID) -> None:
    frame = show(open_page(open_frame(), "analysis", airport), "process")
    first = finding(frame)
    box = frame.selectbox(key="process-of")
    box.select(box.options[1])
    assert finding(frame.run()) != first
    assert box.options[1] in finding(frame)


def test_a_click_on_a_mark_opens_its_touchpoint(open_frame: OpenFrame, store: Store, airport: UUID) -> None:
    wifi = next(one for one in list_touchpoints(store, COMMAND_LINE, airport) if one.name == "Wi-Fi")
    frame = show(open_page(open_frame(), "analysis", airport), "portfolio")
    assert dialog_title(click_point(frame, "portfolio", wifi.id)) == "Wi-Fi"
    assert not dialog_title(click_point(frame, "portfolio", wifi.id))
