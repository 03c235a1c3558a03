"""The need for action shows two rankings beside each other and says what each bar is made of."""

from __future__ import annotations

import json
from pathlib import Path

import plotly.graph_objects as go

from tests.touchpoints._standings import airport, many, standing
from tests.touchpoints.charts._journeys import BAD
from touchpoints.charts import LIGHT, need_for_action
from touchpoints.messages import Wording
from touchpoints.need_for_action import need_for_action as needs_of

GOLDEN = Path(__file__).parent / "golden"


def texts_of(figure: go.Figure) -> list[str]:
    """The texts in the plot."""
    return [text for trace in figure.data if trace.type == "scatter" for text in trace.text]


def test_a_small_ranking_looks_as_it_was_approved(wording: Wording) -> None:
    drawn = json.loads(need_for_action.draw(needs_of(airport(), 80), wording, LIGHT).figure.to_json())
    golden = json.loads((GOLDEN / "need_for_action.json").read_text(encoding="utf-8"))
    assert drawn == golden


def test_the_bars_of_the_two_views_stand_in_two_panels(wording: Wording) -> None:
    figure = need_for_action.draw(needs_of(airport(), 80), wording, LIGHT).figure
    bars = [trace for trace in figure.data if trace.type == "bar" and len(trace.x)]
    assert [(bar.xaxis, list(bar.customdata)) for bar in bars] == [
        ("x", ["id-shops", "id-wifi"]),
        ("x2", ["id-wifi", "id-shops", "id-staff"]),
    ]
    left, right = figure.layout.xaxis.domain, figure.layout.xaxis2.domain
    assert left[1] < right[0]


def test_only_customers_have_whiskers(wording: Wording) -> None:
    figure = need_for_action.draw(needs_of(airport(), 80), wording, LIGHT).figure
    with_whiskers = [trace for trace in figure.data if trace.type == "bar" and trace.error_x.array]
    assert [trace.xaxis for trace in with_whiskers] == ["x2"]


def test_each_bar_says_importance_and_gap(wording: Wording) -> None:
    figure = need_for_action.draw(needs_of(airport(), 80), wording, LIGHT).figure
    texts = texts_of(figure)
    assert " 150.0 (50.0% × 3.0)" in texts
    assert "<b>1.</b>  Shops" in texts


def test_a_shared_rank_is_marked(wording: Wording) -> None:
    places = [standing(name, points=5, team={-1: 3}) for name in ("A", "B")]
    figure = need_for_action.draw(needs_of(places), wording, LIGHT).figure
    texts = texts_of(figure)
    assert texts[::2] == ["<b>1=</b>  A", "<b>1=</b>  B"]


def test_a_need_without_an_interval_says_that_it_has_none(wording: Wording) -> None:
    places = [standing("A", stars={1: 6}, mentions=60), standing("B", stars=BAD, mentions=20)]
    chart = need_for_action.draw(needs_of(places, 90), wording, LIGHT)
    texts = texts_of(chart.figure)
    assert texts[1].endswith(", no interval")
    assert "no interval" in chart.table.to_string()


def test_without_mentions_the_panel_says_how_to_get_them(wording: Wording) -> None:
    places = [standing("A", points=5, team={-1: 3}, stars=BAD)]
    chart = need_for_action.draw(needs_of(places), wording, LIGHT)
    assert any("Ask customers which" in one.text for one in chart.figure.layout.annotations)
    assert "no importance yet: 1" in chart.subtitle


def test_on_a_phone_the_panels_stand_below_each_other(wording: Wording) -> None:
    figure = need_for_action.draw(needs_of(airport(), 80), wording, LIGHT.for_phone()).figure
    assert list(figure.layout.xaxis.domain) == list(figure.layout.xaxis2.domain) == [0, 1]
    assert figure.layout.yaxis.domain[0] > figure.layout.yaxis2.domain[1]


def test_of_250_the_greatest_twenty_are_drawn(wording: Wording) -> None:
    figure = need_for_action.draw(needs_of(many(250), 5000), wording, LIGHT).figure
    bars = [len(trace.x) for trace in figure.data if trace.type == "bar" and trace.xaxis == "x"]
    assert sum(bars) == 20
