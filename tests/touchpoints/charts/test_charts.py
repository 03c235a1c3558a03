"""Every chart says its finding, describes itself, shows its numbers as a table and never a withheld one."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from types import ModuleType

import plotly.graph_objects as go
import pytest

from tests.touchpoints.charts._journeys import BAD, FAIR, GOOD, SOURCE, airport, line, stop, withheld
from touchpoints.charts import (
    DARK,
    LIGHT,
    BrokenChart,
    Chart,
    Look,
    all_charts,
    heat_map,
    journey_curve,
    trend,
)
from touchpoints.journey import JourneyLine, JourneySegments, JourneyWaves
from touchpoints.messages import Wording
from touchpoints.statistics import LevelThresholds

LINK = '<a href="http://example.com">Wi-Fi</a>'
CHARTS = ["journey_curve", "journey_curve of groups", "heat_map", "trend", "trend of many"]


def draw(name: str, lines: tuple[JourneyLine, ...], wording: Wording, look: Look = LIGHT) -> Chart:
    """A chart of these lines; every chart but the plain curve needs two."""
    if name == "journey_curve":
        return journey_curve.draw(lines[:1], wording, look)
    if name == "journey_curve of groups":
        return journey_curve.draw(lines, wording, look)
    if name == "heat_map":
        return heat_map.draw(JourneySegments("Gender", lines), wording, look)
    ids = tuple(point.touchpoint_id for point in lines[0].points)
    return trend.draw(JourneyWaves(lines, ids if name == "trend of many" else ids[:3]), wording, look)


def two_airports() -> tuple[JourneyLine, ...]:
    return airport("2013"), airport("2018")


def labels_of(chart: Chart) -> str:
    """Everything that Plotly would put into the page as text."""
    return json.dumps(chart.figure.to_plotly_json(), ensure_ascii=False, default=list)


def test_the_charts_of_the_folder_register_themselves() -> None:
    assert list(all_charts()) == [
        *("journey_curve", "heat_map", "trend", "team_curve"),
        *("need_for_action", "importance_performance", "inside_outside", "handovers", "process", "portfolio"),
        *("timeline", "plan_budget", "target_curve", "kpi_trend", "impact_effort", "frontier", "rounds"),
        *("room_curve", "room_disputes", "room_departments", "room_cloud", "room_whole", "room_ranking"),
        "room_top_ten",
    ]
    assert all(chart.NAME and chart.draw for chart in all_charts().values())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("del trend.NAME", "it has no NAME"),
        ("trend.ID = 'Über Zeit'", "the id Über Zeit does not fit into an address"),
        ("trend.INPUT = 'waves'", "its INPUT is none of touchpoints.charts.Input"),
    ],
)
def test_a_file_that_is_no_chart_is_refused_with_the_reason(
    change: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = ModuleType("touchpoints.charts.trend")
    vars(broken).update(vars(trend))
    exec(change, {"trend": broken})
    monkeypatch.setattr("touchpoints.charts.discover", lambda _package: [broken])
    with pytest.raises(BrokenChart, match=reason):
        all_charts()


@pytest.mark.parametrize("look", [LIGHT, DARK.for_projector(), LIGHT.for_phone()])
@pytest.mark.parametrize("name", CHARTS)
def test_every_figure_passes_the_check_of_plotly_that_drawing_leaves_out(
    name: str, look: Look, wording: Wording
) -> None:
    drawn = draw(name, two_airports(), wording, look).figure.to_dict()
    checked = go.Figure(drawn).to_dict()
    # The check fills the empty template with empty parts.
    assert drawn["layout"].pop("template") == {}
    del checked["layout"]["template"]
    assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(drawn, default=list))


@pytest.mark.parametrize("name", CHARTS)
def test_a_withheld_figure_stands_neither_in_the_figure_nor_in_the_table(name: str, wording: Wording) -> None:
    hidden = withheld("Lounge")
    lines = tuple(line(*airport().points, hidden, label=label) for label in ("2013", "2018"))
    chart = draw(name, lines, wording)
    everything = labels_of(chart) + chart.table.to_string() + chart.description + chart.subtitle
    assert hidden.mean is not None
    assert f"{hidden.mean.value:.4f}" == "-0.4286"
    assert not [figure for figure in ("0.428", "0.5714", "57%") if figure in everything]


@pytest.mark.parametrize("name", ["journey_curve", "journey_curve of groups", "heat_map"])
def test_a_withheld_touchpoint_is_named_with_the_reason(name: str, wording: Wording) -> None:
    lines = tuple(line(*airport().points, withheld("Lounge"), label=label) for label in ("2013", "2018"))
    chart = draw(name, lines, wording)
    why = "withheld: fewer than 5 answers here or in a cell that this one would reveal (Lounge"
    assert why in chart.subtitle
    assert "withheld" in chart.table.to_string()


@pytest.mark.parametrize("name", CHARTS)
def test_a_mean_that_came_without_its_answers_is_marked_everywhere(name: str, wording: Wording) -> None:
    stated = replace(stop("Lounge", stars=FAIR), level=None, disappointed=None, is_mean_only=True)
    lines = tuple(line(*airport().points, stated, label=label) for label in ("2013", "2018"))
    chart = draw(name, lines, wording)
    if name != "trend":  # the first three touchpoints
        assert "mean only, without the answers behind it: Lounge" in chart.subtitle
        assert set(chart.table[chart.table["Touchpoint"] == "Lounge"]["Level"]) == {"mean only"}
        assert "□ mean only" in labels_of(chart)
        assert ("+0.9*" in labels_of(chart)) == (name == "heat_map")


@pytest.mark.parametrize("name", CHARTS)
def test_weighted_figures_say_so_and_have_the_plain_mean_beside_them(name: str, wording: Wording) -> None:
    points = tuple(replace(p, unweighted=0.3 if p.is_measured else None) for p in airport().points)
    lines = (line(*points, label="2013"), line(*points, label="2018"))
    chart = draw(name, lines, wording)
    assert " · weighted · " in chart.subtitle
    assert set(chart.table["Unweighted mean"]) == {"", "+0.3"}
    assert "unweighted: +0.3" in labels_of(chart)


@pytest.mark.parametrize("name", CHARTS)
def test_plain_figures_name_the_waves_that_made_them_so(name: str, wording: Wording) -> None:
    points = tuple(replace(p, waves_without_weights=("2011", "2012")) for p in airport().points)
    chart = draw(name, (line(*points, label="a"), line(*points, label="b")), wording)
    assert "unweighted, since 2011, 2012 carry no weights" in chart.subtitle
    assert "Unweighted mean" not in chart.table.columns


@pytest.mark.parametrize("name", CHARTS)
def test_what_asked_another_question_is_said_to_be_left_out(name: str, wording: Wording) -> None:
    points = (airport().points[0], replace(airport().points[1], left_out=("2016",)), airport().points[2])
    chart = draw(name, (line(*points, label="a"), line(*points, label="b")), wording)
    assert "left out, since another question was asked: Wi-Fi (2016)" in chart.subtitle


def test_a_touchpoint_measured_elsewhere_is_not_called_unmeasured(wording: Wording) -> None:
    points = (*airport().points, replace(stop("Lounge"), is_asked=True))
    chart = journey_curve.draw([line(*points)], wording, LIGHT)
    assert "1 touchpoint not measured yet · 1 touchpoint measured elsewhere, not here" in chart.subtitle
    assert list(chart.table.iloc[4])[:3] == ["Lounge", "Receive and use", "measured elsewhere, not here"]


@pytest.mark.parametrize("name", ["journey_curve", "trend"])
def test_where_levels_are_their_limits_are(name: str, wording: Wording) -> None:
    limits = LevelThresholds(disappointing=0.15, delightful=0.7)
    lines = tuple(replace(airport(label), thresholds=limits) for label in ("2013", "2018"))
    said = "disappointing from 15% in the two worst boxes, delightful from 70% in the best"
    assert said in labels_of(draw(name, lines, wording)).replace("<br>", " ")


@pytest.mark.parametrize("name", CHARTS)
def test_markup_in_a_name_is_shown_as_it_was_typed(name: str, wording: Wording) -> None:
    lines = tuple(line(stop(LINK, LINK, stars=FAIR), stop("B", stars=BAD), label=LINK) for _ in range(2))
    chart = draw(name, lines, wording)
    assert "<a href" not in labels_of(chart)
    assert "&lt;a" in labels_of(chart)


@pytest.mark.parametrize("name", CHARTS)
def test_the_source_is_said(name: str, wording: Wording) -> None:
    chart = draw(name, two_airports(), wording)
    assert chart.source == f"Source: {SOURCE}"
    assert SOURCE in labels_of(chart)


@pytest.mark.parametrize("name", CHARTS)
def test_the_description_gives_the_lowest_and_the_highest_and_what_is_missing(
    name: str, wording: Wording
) -> None:
    description = draw(name, two_airports(), wording).description
    assert re.search(r"Lowest: Wi-Fi.*, −0\.2\. Highest: (Staff|Shops).*, \+\d\.\d\.", description)
    assert "1 touchpoint not measured yet" in description


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_of_nothing_is_drawn_and_says_so(name: str, wording: Wording) -> None:
    chart = draw(name, (line(stop("Wi-Fi"), label="a"), line(stop("Wi-Fi"), label="b")), wording)
    assert "no answers yet" in chart.subtitle
    assert chart.title


@pytest.mark.parametrize("name", CHARTS)
def test_every_mark_knows_its_touchpoint_so_that_a_click_finds_it(name: str, wording: Wording) -> None:
    figure = draw(name, two_airports(), wording).figure
    known = {point.touchpoint_id for point in airport().points}
    marked = [trace for trace in figure.data if trace.hoverinfo != "skip"]
    assert marked
    assert {one for trace in marked for one in trace.customdata or () if one} <= known


def test_the_table_holds_every_number_of_the_curve_with_n_and_interval(wording: Wording) -> None:
    table = journey_curve.draw([airport()], wording, LIGHT).table
    assert list(table.columns) == [
        "Touchpoint",
        "Phase",
        "Mean (−2 to +2)",
        "95 % interval of the mean",
        "Disappointed customers",
        "95 % interval of the share",
        "Level",
        "n",
        "Source",
    ]
    assert list(table.iloc[1]) == [
        "Wi-Fi",
        "Receive and use",
        "−0.2",
        "−0.4 to 0.0",
        "40%",
        "31% to 50%",
        "disappointing",
        "100",
        SOURCE,
    ]
    assert list(table.iloc[0])[:3] == ["Web search", "Before contact", "not measured yet"]


def test_numbers_follow_the_language(german: Wording) -> None:
    table = journey_curve.draw([airport()], german, LIGHT).table
    assert table.iloc[1, 2] == "−0,2"


def test_the_table_of_a_comparison_names_the_line_of_each_row(wording: Wording) -> None:
    table = draw("heat_map", two_airports(), wording).table
    assert table.columns[0] == "Gender"
    assert list(table.iloc[:, 0]) == ["2013"] * 4 + ["2018"] * 4


def test_titles_say_what_was_found(wording: Wording) -> None:
    worse = line(stop("Wi-Fi", stars=BAD), stop("Shops", stars=FAIR), label="2013")
    better = line(stop("Wi-Fi", stars=GOOD), stop("Shops", stars=FAIR), label="2018")
    lines = (worse, better)
    assert draw("journey_curve", lines, wording).title == (
        "Customers are most disappointed at Wi-Fi: 40% (31% to 50%) rate it in the two worst boxes"
    )
    assert draw("heat_map", lines, wording).title == ("2013 and 2018 differ most at Wi-Fi: −0.2 against +1.7")
    assert draw("trend", lines, wording).title == "Wi-Fi rose from −0.2 (2013) to +1.7 (2018)"
