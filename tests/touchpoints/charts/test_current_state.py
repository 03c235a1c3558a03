"""Every chart of the current state holds what charts promise, from no touchpoint to 250."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import pytest

from tests.touchpoints._standings import airport, many
from tests.touchpoints.charts._current_state import CUSTOMERS, DRAWN, draw, of_size, typed, with_a_secret
from touchpoints.charts import DARK, LIGHT, Chart, Look
from touchpoints.messages import Wording

LINK = '<a href="http://example.com">Wi-Fi</a>'
LOOKS = [LIGHT, DARK, DARK.for_projector(), LIGHT.for_phone()]
EACH = pytest.mark.parametrize("name", DRAWN)


def labels_of(chart: Chart) -> str:
    """Everything that Plotly would put into the page as text."""
    return json.dumps(chart.figure.to_plotly_json(), ensure_ascii=False, default=list)


@EACH
@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "wall", "phone"])
def test_every_figure_passes_the_check_of_plotly_that_drawing_leaves_out(
    name: str, look: Look, wording: Wording
) -> None:
    drawn = draw(name, airport(), wording, look).figure.to_dict()
    checked = go.Figure(drawn).to_dict()
    # The check fills the empty template with empty parts.
    assert drawn["layout"].pop("template") == {}
    del checked["layout"]["template"]
    assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(drawn, default=list))


@EACH
@pytest.mark.parametrize("count", [0, 1, 6, 20, 250])
def test_any_number_of_touchpoints_is_drawn_with_a_title_and_a_description(
    name: str, count: int, wording: Wording
) -> None:
    chart = draw(name, of_size(count), wording)
    assert chart.title
    assert chart.description
    assert chart.figure.layout.height < 6000
    assert len(chart.table.columns) == len(set(chart.table.columns))


@EACH
def test_250_touchpoints_stand_in_the_table_whatever_the_figure_has_room_for(
    name: str, wording: Wording
) -> None:
    table = draw(name, many(250), wording).table
    named = {cell for column in table.columns for cell in table[column]}
    known = {f"Touchpoint {n}" for n in range(250)}
    assert len(known & named) >= (100 if name == "inside_outside" else 250)


@EACH
def test_250_touchpoints_put_few_separate_parts_into_the_page(name: str, wording: Wording) -> None:
    layout = draw(name, many(250), wording).figure.to_dict()["layout"]
    assert len(layout["annotations"]) + len(layout.get("shapes", ())) < 60


@EACH
def test_markup_in_a_name_is_shown_as_it_was_typed(name: str, wording: Wording) -> None:
    chart = draw(name, typed(LINK), wording)
    assert "<a href" not in labels_of(chart)
    assert "&lt;a" in labels_of(chart)


@pytest.mark.parametrize("name", CUSTOMERS)
def test_a_withheld_figure_stands_neither_in_the_figure_nor_in_the_table(name: str, wording: Wording) -> None:
    chart = draw(name, with_a_secret(), wording)
    everything = labels_of(chart) + chart.table.to_string() + chart.description + chart.subtitle
    # The lounge's mean is -0.4286, its need 2.4286 times the importance.
    assert not [figure for figure in ("0.428", "2.428", "−0.4286") if figure in everything]


@EACH
def test_every_mark_knows_its_touchpoint_so_that_a_click_finds_it(name: str, wording: Wording) -> None:
    figure = draw(name, airport(), wording).figure
    known = {one.touchpoint_id for one in airport()} | {"id-process"}
    told = [trace for trace in figure.data if trace.hoverinfo != "skip"]
    marked = {one for trace in told for one in trace.customdata or ()}
    assert marked
    assert marked <= known


@EACH
def test_the_source_is_said(name: str, wording: Wording) -> None:
    chart = draw(name, airport(), wording)
    assert chart.source.startswith("Source: ")
    assert chart.source in labels_of(chart)


@EACH
def test_numbers_follow_the_language(name: str, german: Wording) -> None:
    drawn = draw(name, airport(), german).table.to_string()
    assert not [figure for figure in ("+0.9", "−0.2", "0.5") if figure in drawn]
