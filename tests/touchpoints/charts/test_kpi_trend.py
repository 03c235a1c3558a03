"""The trend of a KPI says its newest value and status, and marks when actions began and ended."""

from __future__ import annotations

import json
from datetime import date

import plotly.graph_objects as go
import pytest

from tests.touchpoints._kpis import action, course, score, share
from touchpoints.charts import DARK, LIGHT, Look, kpi_trend
from touchpoints.charts._kpi_months import month_ticks
from touchpoints.kpi_course import KpiCourse
from touchpoints.kpi_kinds import Evidence
from touchpoints.messages import Wording

TRAINED = action("Train", date(2025, 3, 5), date(2025, 4, 20))
LOOKS = [LIGHT, DARK, DARK.for_projector(), LIGHT.for_phone()]
COURSES = {
    "none": course(),
    "one": course(share(5, 10)),
    "some": course(*(share(50 + 2 * month, 100) for month in range(6)), target=0.65, actions=(TRAINED,)),
    "many": course(*(share(50 + month, 100) for month in range(36)), actions=(TRAINED, action("Call"))),
    "amounts": course(*(Evidence(float(day)) for day in range(5)), kind="money", target=None),
    "scores": course(score(50, 20, 100), score(55, 20, 100), kind="nps", target=30.0),
}


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "wall", "phone"])
@pytest.mark.parametrize("shown", COURSES.values(), ids=COURSES)
def test_every_figure_passes_the_check_of_plotly_that_drawing_leaves_out(
    shown: KpiCourse, look: Look, wording: Wording
) -> None:
    chart = kpi_trend.draw(shown, wording, look)
    drawn = chart.figure.to_dict()
    checked = go.Figure(drawn).to_dict()
    assert drawn["layout"].pop("template") == {}
    del checked["layout"]["template"]
    assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(drawn, default=list))
    assert chart.title
    assert chart.description
    assert len(chart.table) == len(shown.values)


def test_the_title_says_value_target_and_status(wording: Wording) -> None:
    titles = {name: kpi_trend.draw(one, wording, LIGHT).title for name, one in COURSES.items()}
    assert titles["none"] == "Calls answered: not measured yet"
    assert titles["some"] == (
        "Calls answered: 60%, target 65%: open, rather below target; clear from about n = 350"
    )
    assert titles["amounts"] == "Calls answered: 4, no target set"
    assert titles["scores"].startswith("Calls answered: +35, target +30: open, rather above target")


def test_what_changed_is_said_with_its_interval(wording: Wording) -> None:
    said = kpi_trend.draw(course(share(40, 100), share(70, 100)), wording, LIGHT).subtitle
    assert "+30 percentage points (+16 to +42)" in said
    assert "no difference shown" not in said
    alike = kpi_trend.draw(course(share(50, 100), share(52, 100)), wording, LIGHT).subtitle
    assert "no difference shown" in alike
    assert "no interval" in kpi_trend.draw(COURSES["amounts"], wording, LIGHT).subtitle


def test_an_action_is_a_bar_with_an_upright_at_both_its_ends(wording: Wording) -> None:
    figure = kpi_trend.draw(COURSES["some"], wording, LIGHT).figure
    bars = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    uprights = [shape.x0 for shape in figure.layout.shapes if shape.type == "line"]
    assert [(bar.x0, bar.x1) for bar in bars] == [("2025-03-05", "2025-04-20")]
    assert uprights == ["2025-03-05", "2025-04-20"]
    assert "Train" in [text.text for text in figure.layout.annotations]


def test_a_value_without_an_interval_is_hollow(wording: Wording) -> None:
    figure = kpi_trend.draw(course(Evidence(0.5), share(5, 10)), wording, LIGHT).figure
    assert list(figure.data[0].marker.symbol) == ["circle-open", "circle"]


def test_names_of_users_stay_text(wording: Wording) -> None:
    link = '<a href="http://example.com">x</a>'
    figure = kpi_trend.draw(
        course(share(5, 10), actions=(action(link, date(2025, 1, 2)),), name=link), wording, LIGHT
    ).figure
    assert "<a href" not in json.dumps(figure.to_plotly_json(), default=list)


def test_ticks_are_as_many_as_there_is_room_for() -> None:
    first, last = date(2024, 1, 15), date(2027, 3, 1)
    assert [text for _, text in month_ticks(first, last, 4)] == ["2025", "2026", "2027"]
    assert [text for _, text in month_ticks(first, date(2024, 4, 1), 10)] == ["2/2024", "3/2024", "4/2024"]
