"""The journey curve shows order, level, interval and gaps, from six touchpoints to 250."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.touchpoints.charts._journeys import BAD, FAIR, GOOD, airport, line, long_journey, stop
from touchpoints.charts import LIGHT, Look, journey_curve
from touchpoints.charts._canvas import spread
from touchpoints.charts._journey_axes import experience_span, share_span
from touchpoints.messages import Wording

GOLDEN = Path(__file__).parent / "golden"


def annotations_of(figure: dict[str, object]) -> list[str]:
    layout = figure["layout"]
    assert isinstance(layout, dict)
    return [annotation["text"] for annotation in layout["annotations"]]


def test_a_small_journey_looks_as_it_was_approved(wording: Wording) -> None:
    drawn = json.loads(journey_curve.draw([airport()], wording, LIGHT).figure.to_json())
    golden = json.loads((GOLDEN / "journey_curve.json").read_text(encoding="utf-8"))
    assert drawn == golden


def test_an_unmeasured_touchpoint_has_a_tick_and_a_gap_and_never_a_value(wording: Wording) -> None:
    journey = line(stop("A", stars=FAIR), stop("B"), stop("C", stars=GOOD))
    figure = journey_curve.draw([journey], wording, LIGHT).figure
    bridge, curve, shares, gaps = figure.data
    assert curve.y[1] is None
    assert list(shares.x) == [0, 2]
    assert list(bridge.x)[:2] == [0, 2]
    assert bridge.line.dash != curve.line.dash
    assert set(gaps.x) == {1}
    assert figure.layout.xaxis.ticktext[1] == "<i>B</i>"


def test_the_part_before_contact_is_set_off_and_named(wording: Wording) -> None:
    journey = line(stop("Web", "First thought", before=True, stars=FAIR), stop("Desk", stars=GOOD))
    figure = journey_curve.draw([journey], wording, LIGHT).figure.to_dict()
    tints = [shape for shape in figure["layout"]["shapes"] if shape["fillcolor"] == LIGHT.before_contact]
    assert {(shape["x0"], shape["x1"]) for shape in tints} == {(-0.5, 0.5)}
    assert "<i>before contact</i>" in annotations_of(figure)


def test_levels_differ_in_shape_as_well_as_in_colour(wording: Wording) -> None:
    curve = journey_curve.draw([airport()], wording, LIGHT).figure.data[1]
    assert list(curve.marker.symbol[1:]) == ["triangle-down", "circle", "triangle-up"]


def test_several_lines_differ_in_dash_and_are_named_at_their_ends(wording: Wording) -> None:
    figure = journey_curve.draw([airport("women"), airport("men")], wording, LIGHT).figure
    curves = [trace for trace in figure.data if trace.mode == "lines+markers" and trace.name]
    assert [curve.line.dash for curve in curves] == ["solid", "dash"]
    assert {"women", "men"} <= set(annotations_of(figure.to_dict()))


def test_six_touchpoints_are_all_named(wording: Wording) -> None:
    figure = journey_curve.draw([long_journey(6)], wording, LIGHT).figure
    assert all(figure.layout.xaxis.ticktext)


@pytest.mark.parametrize("look", [LIGHT, LIGHT.for_projector()])
def test_twenty_four_touchpoints_are_all_named(look: Look, wording: Wording) -> None:
    figure = journey_curve.draw([long_journey(24)], wording, look).figure
    assert all(figure.layout.xaxis.ticktext)


def test_of_250_touchpoints_only_the_extremes_are_named_and_all_can_be_pointed_at(wording: Wording) -> None:
    figure = journey_curve.draw([long_journey()], wording, LIGHT).figure
    texts = annotations_of(figure.to_dict())
    named = [text for text in texts if text.startswith("Touchpoint")]
    assert not any(figure.layout.xaxis.ticktext)
    assert {"Touchpoint 100", "Touchpoint 200"} <= set(named)
    assert len(named) <= 8
    assert [text for text in texts if text.startswith("Phase")] == [f"Phase {n}" for n in range(5)]
    curve = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert len(curve.hovertext) == 250
    assert figure.layout.xaxis.fixedrange is None


def test_250_intervals_are_drawn_as_a_band(wording: Wording) -> None:
    figure = journey_curve.draw([long_journey()], wording, LIGHT).figure
    assert figure.data[0].fill == "toself"
    assert not any(trace.error_y.array for trace in figure.data)


def test_zero_is_always_in_sight_and_empty_ends_are_not() -> None:
    assert experience_span([line(stop("A", stars=GOOD))]).ticks == [0, 0.5, 1, 1.5, 2]
    assert experience_span([line(stop("A", stars=BAD))]).low < 0
    assert experience_span([line(stop("A"))]).ticks == [0, 0.5]


def test_the_share_axis_starts_at_nothing_and_has_few_ticks() -> None:
    assert share_span([airport()]).ticks == [0, 0.2, 0.4]


def test_names_at_line_ends_are_pushed_apart_around_where_they_were() -> None:
    moved = spread([1.0, 1.1, 3.0], 0.5)
    assert moved[1] - moved[0] == pytest.approx(0.5)
    assert sum(moved) == pytest.approx(5.1)
    assert moved == sorted(moved)
