"""The charts about options say their finding, mark what is assumed, and name where to start."""

from __future__ import annotations

import json
from decimal import Decimal

import plotly.graph_objects as go
import pytest

from tests.touchpoints._options import blank, drawn, ground, option
from tests.touchpoints.test_frontier import OPTIONS, frontier
from touchpoints.charts import DARK, LIGHT, Chart, Look, impact_effort
from touchpoints.charts import frontier as frontier_chart
from touchpoints.messages import Wording
from touchpoints.model import Size
from touchpoints.option import OptionEntry
from touchpoints.option_gain import Ground, candidates
from touchpoints.priorities import Priorities
from touchpoints.start_here import start_here

GROUND = ground(0.5, 0.3, 0.2)


def priorities(*options: OptionEntry, on: Ground = GROUND) -> Priorities:
    found = candidates(options, on)
    return Priorities(found, start_here(found, on))


def charts(wording: Wording, look: Look) -> list[Chart]:
    return [
        frontier_chart.draw(frontier(13_000, *OPTIONS), wording, look),
        impact_effort.draw(priorities(*OPTIONS), wording, look),
        impact_effort.draw(priorities(), wording, look),
    ]


@pytest.mark.parametrize("look", [LIGHT, DARK.for_projector(), LIGHT.for_phone()])
def test_every_figure_passes_the_check_of_plotly_that_drawing_leaves_out(
    look: Look, wording: Wording
) -> None:
    for chart in charts(wording, look):
        written = chart.figure.to_dict()
        checked = go.Figure(written).to_dict()
        del checked["layout"]["template"]
        del written["layout"]["template"]
        assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(written, default=list))


def test_the_frontier_says_what_more_money_buys_and_marks_the_budget(wording: Wording) -> None:
    chart = frontier_chart.draw(frontier(13_000, *OPTIONS), wording, LIGHT)
    assert chart.title == "Another 10,000 EUR raise the gain from 50.0 to 80.0: Touchpoint 1"
    now = [trace for trace in chart.figure.data if trace.marker.symbol == "diamond"]
    assert [list(trace.x) for trace in now] == [[13_000, 23_000]]
    assert "13,000 EUR: gain 50.0" in chart.description
    rows = chart.table[chart.table["Budget in EUR"] == "13,000"]
    assert list(rows.iloc[0]) == ["13,000", "50.0", "8,000", "1", "proved to be the best"]


def test_a_budget_that_the_must_haves_exceed_is_a_row_without_figures(wording: Wording) -> None:
    chart = frontier_chart.draw(frontier(1_000, option(1, cost=8_000, is_must_have=True)), wording, LIGHT)
    assert list(chart.table.iloc[0])[1:] == ["", "", "", "the must-haves do not fit"]


def test_where_to_start_is_a_square_and_an_assumed_effort_hollow(wording: Wording) -> None:
    assumed = blank(4, size=Size.M, effect_realistic=Decimal("0.1"), team_votes=3)
    chart = impact_effort.draw(priorities(*OPTIONS, assumed), wording, LIGHT)
    others, picked = (trace for trace in chart.figure.data if trace.mode == "markers")
    assert list(picked.marker.color) == [LIGHT.accent] * 3
    assert (list(others.customdata), list(others.marker.color)) == ([str(assumed.id)], [LIGHT.background])
    assert list(others.marker.size) == [2 * LIGHT.mark]
    assert "20 person-days, assumed from size M" in others.hovertext[0]
    assert "hollow: effort assumed from size S, M or L · larger: more votes of the team" in chart.subtitle


def test_what_cannot_be_calculated_stands_in_the_table_with_what_is_missing(wording: Wording) -> None:
    chart = impact_effort.draw(priorities(*OPTIONS, blank(4)), wording, LIGHT)
    assert "1 option cannot be calculated yet" in chart.subtitle
    assert list(chart.table.iloc[3])[2:] == ["", "", "", "", "", "", "cost, person-days, effect"]


def test_of_250_options_the_first_are_named_without_collision(wording: Wording) -> None:
    options, on = drawn(1, 250, 60)
    layout = impact_effort.draw(priorities(*options, on=on), wording, LIGHT).figure.layout
    names = [one.text for one in layout.annotations if "Option" in one.text]
    assert 3 <= len(names) <= 20
