"""The charts of a room: what they find, what they draw where, and what they keep to themselves."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

import plotly.graph_objects as go
import pytest

from tests.touchpoints.charts._rooms import (
    DESK,
    EXPERIENCE,
    FIST,
    IMPACT_EFFORT,
    INVOICE,
    LOUNGE,
    SUBJECTS,
    picture,
    rated,
    spent,
)
from touchpoints.activities import Dots, Points, RateScale
from touchpoints.charts import (
    DARK,
    LIGHT,
    Chart,
    Look,
    room_cloud,
    room_curve,
    room_departments,
    room_disputes,
    room_ranking,
    room_top_ten,
    room_whole,
)
from touchpoints.messages import Wording
from touchpoints.room.drawing import (
    Mentions,
    TopTen,
    cloud_of,
    departments_of,
    disputes_of,
    ranking_of,
    rating_of,
    whole_of,
)

WALL = LIGHT.for_wall()
[SCALE] = EXPERIENCE.scales
ROOM = rated([-2, -2, -2, 0, 2, 2, 2], [1, 1, 1, 2, 2], "AAAAABB")
APART = rated([-2, -2, -2, -2, -2, 2, 2, 2, 2, 2], [1] * 10, "AAAAABBBBB")
FEW = rated([1, 1], [])
FISTS = picture(FIST, [{"": {"support": value}} for value in (5, 4, 4, 4, 3)])
TORN = picture(FIST, [{"": {"support": value}} for value in (5, 5, 4, 1, 0)])
DOTS = spent(Dots(2), [(1, 1, 0), (1, 1, 0), (1, 0, 1), (1, 0, 1), (1, 1, 0)])
POINTS = spent(Points(100), [(80, 20, 0), (60, 20, 20), (70, 30, 0), (90, 10, 0), (50, 50, 0)])
PAIRS = picture(
    IMPACT_EFFORT, [{DESK.id: {"impact": 5, "effort": 1}, INVOICE.id: {"impact": 2, "effort": 4}}] * 5
)


def every_chart(wording: Wording, look: Look) -> dict[str, Chart]:
    """All of them by name, and each about nobody, too."""
    return {
        f"{module.ID} {number}": module.draw(data, wording, look)
        for module, rooms in inputs().items()
        for number, data in enumerate(rooms)
    }


def inputs() -> dict[ModuleType, list[Any]]:
    rooms = [rating_of(SCALE, one, SUBJECTS) for one in (ROOM, APART, FEW)]
    dots = ranking_of(DOTS.dots, SUBJECTS, 5, is_points=False)
    gain, cost = IMPACT_EFFORT.scales
    return {
        room_curve: rooms,
        room_disputes: [disputes_of(rooms[0], ROOM), disputes_of(rooms[2], FEW)],
        room_departments: [departments_of(rooms[1]), departments_of(rooms[2])],
        room_whole: [whole_of(FIST.scales[0], FISTS), whole_of(FIST.scales[0], FEW)],
        room_ranking: [
            dots,
            ranking_of(POINTS.points, SUBJECTS, 5, is_points=True),
            ranking_of(FEW.dots, SUBJECTS, 5, is_points=False),
        ],
        room_top_ten: [TopTen(dots, Mentions({INVOICE.id: 40, LOUNGE.id: 10}, 80))],
        room_cloud: [cloud_of(gain, cost, PAIRS, SUBJECTS), cloud_of(gain, cost, FEW, SUBJECTS)],
    }


def curve(wording: Wording, of: Any = ROOM, look: Look = WALL) -> Chart:
    return room_curve.draw(rating_of(SCALE, of, SUBJECTS), wording, look)


def texts_of(chart: Chart) -> list[str]:
    return [text for trace in chart.figure.data if trace.text is not None for text in trace.text]


@pytest.mark.parametrize("look", [LIGHT, DARK.for_wall(), LIGHT.for_phone()])
def test_every_figure_passes_the_check_of_plotly_that_drawing_leaves_out(
    wording: Wording, look: Look
) -> None:
    for name, chart in every_chart(wording, look).items():
        drawn = chart.figure.to_dict()
        checked = go.Figure(drawn).to_dict()
        assert drawn["layout"].pop("template") == {}, name
        del checked["layout"]["template"]
        assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(drawn, default=list))


def test_on_the_wall_no_letter_is_smaller_than_44_pixels(wording: Wording) -> None:
    for name, chart in every_chart(wording, WALL).items():
        written = json.dumps(chart.figure.to_plotly_json(), default=list)
        sizes = [
            trace.textfont.size for trace in chart.figure.data if trace.text is not None and len(trace.text)
        ]
        assert all(size >= 44 for size in sizes), name
        assert '"font": {"size": 1' not in written, name


def test_every_chart_of_a_room_says_its_finding_and_whose_view_it_is(wording: Wording) -> None:
    for name, chart in every_chart(wording, LIGHT).items():
        assert chart.title, name
        assert chart.description, name
        assert "the room" in chart.source, name
        assert "95" not in chart.title + chart.subtitle, name


def test_the_curve_runs_along_the_journey_with_the_middle_half_and_gaps(wording: Wording) -> None:
    chart = curve(wording)
    squares = chart.figure.data[-2]
    assert chart.title == "Lowest: Desk, 0. Highest: <b>Invoice</b>, +1."
    assert list(squares.y) == [0.5, 1.5]
    assert squares.x[0] < squares.x[1]
    assert list(squares.marker.color) == [LIGHT.background, LIGHT.current]  # hollow where it disagrees
    assert "fewer than 5 answers" in texts_of(chart)
    assert "<b>0</b> you disagree" in texts_of(chart)
    assert "&lt;b&gt;Invoice&lt;/b&gt;" in texts_of(chart)


def test_the_table_of_the_curve_has_every_number(wording: Wording) -> None:
    table = curve(wording).table
    assert list(table["Subject"]) == ["Desk", "<b>Invoice</b>", "Lounge"]
    assert list(table["Median"]) == ["0", "+1", "fewer than 5 answers"]
    assert list(table["Middle half"]) == ["−2 to +2", "+1 to +2", ""]
    assert list(table["n"]) == ["7", "5", ""]
    assert list(table["−2 harsh disappointment"]) == ["3", "0", ""]


def test_below_the_floor_nothing_is_shown(wording: Wording) -> None:
    chart = curve(wording, FEW)
    assert chart.title == "Nothing to show yet: fewer than 5 answers"
    assert set(chart.table["n"]) == {""}


def test_where_the_room_disagrees_it_shows_how_many_gave_what(wording: Wording) -> None:
    chart = room_disputes.draw(disputes_of(rating_of(SCALE, ROOM, SUBJECTS), ROOM), wording, WALL)
    assert chart.title == "Here you disagree"
    assert texts_of(chart)[-5:] == ["3", "1", "3", "Desk", "n = 7"]


def test_departments_stand_apart_with_a_sign_for_each(wording: Wording) -> None:
    chart = room_departments.draw(departments_of(rating_of(SCALE, APART, SUBJECTS)), wording, WALL)
    assert chart.title == "Departments differ most at Desk: A −2, B +2"
    symbols = [trace.marker.symbol for trace in chart.figure.data if trace.mode == "markers"]
    assert symbols == ["square", "circle"]
    assert list(chart.table["Department"]) == ["", "A", "B"]


def test_departments_that_say_the_same_are_no_picture() -> None:
    same = rated([1] * 10, [1] * 10, "AAAAABBBBB")
    assert departments_of(rating_of(SCALE, same, SUBJECTS)).places == ()


def test_the_whole_is_shown_in_big_numbers_from_the_best_to_the_worst(wording: Wording) -> None:
    chart = room_whole.draw(whole_of(FIST.scales[0], FISTS), wording, WALL)
    assert chart.title == "The middle of the room says 4: good"
    assert texts_of(chart)[::2][:3] == ["5 all my support", "4 good", "3 I can live with it"]
    assert texts_of(chart)[1::2] == [f"<b>{n}</b>" for n in (1, 3, 1, 0, 0, 0)]
    assert chart.figure.data[-1].textfont.size == 70


def test_a_room_that_is_torn_is_told_so(wording: Wording) -> None:
    chart = room_whole.draw(whole_of(FIST.scales[0], TORN), wording, WALL)
    assert chart.title == "You disagree: your answers go from 0 to 5"


def test_points_are_ranked_as_shares_and_dots_as_they_were_counted(wording: Wording) -> None:
    points = room_ranking.draw(ranking_of(POINTS.points, SUBJECTS, 5, is_points=True), wording, WALL)
    dots = room_ranking.draw(ranking_of(DOTS.dots, SUBJECTS, 5, is_points=False), wording, WALL)
    assert points.title == "Desk comes first with 70%"
    assert texts_of(points)[::2] == ["1. Desk", "2. &lt;b&gt;Invoice&lt;/b&gt;", "3. Lounge"]
    assert texts_of(dots)[1::2] == ["<b>5 dots</b>", "<b>3 dots</b>", "<b>2 dots</b>"]
    assert list(points.table["Per person"]) == ["70.0", "26.0", "4.0"]


def test_of_many_those_that_fit_are_drawn_and_the_rest_is_counted(wording: Wording) -> None:
    many = ranking_of(DOTS.dots, SUBJECTS, 5, is_points=False)
    longer = type(many)(many.is_points, many.n, many.ranked * 6, many.floor)
    chart = room_ranking.draw(longer, wording, WALL)
    assert chart.figure.layout.height <= 600
    assert "and 8 more" in chart.subtitle
    assert len(chart.table) == 18


def test_the_top_ten_stands_beside_what_customers_name(wording: Wording) -> None:
    dots = ranking_of(DOTS.dots, SUBJECTS, 5, is_points=False)
    chart = room_top_ten.draw(TopTen(dots, Mentions({INVOICE.id: 40}, 80)), wording, WALL)
    assert chart.title == "1 of your 3 are also among the customers' first 1"
    assert texts_of(chart)[-6:] == ["100%", "not named", "60%", "50%", "40%", "not named"]
    assert list(chart.table["Among the first of both"]) == ["", "✓", ""]


def test_the_cloud_has_the_medians_between_both_scales(wording: Wording) -> None:
    gain, cost = IMPACT_EFFORT.scales
    chart = room_cloud.draw(cloud_of(gain, cost, PAIRS, SUBJECTS), wording, WALL)
    medians = next(trace for trace in chart.figure.data if trace.mode == "markers+text")
    assert chart.title == "Desk gains most for its effort: 5 against 1"
    assert list(zip(medians.x, medians.y, strict=True)) == [(1, 5), (4, 2)]
    assert list(chart.table["n"]) == ["5", "5", ""]


def test_equal_medians_stand_side_by_side(wording: Wording) -> None:
    gain, cost = IMPACT_EFFORT.scales
    same = picture(IMPACT_EFFORT, [{one.id: {"impact": 3, "effort": 3} for one in SUBJECTS}] * 5)
    chart = room_cloud.draw(cloud_of(gain, cost, same, SUBJECTS), wording, WALL)
    medians = next(trace for trace in chart.figure.data if trace.mode == "markers+text")
    assert sorted(medians.x) == pytest.approx([2.57, 3, 3.43])


def test_a_scale_without_words_has_its_values_alone(wording: Wording) -> None:
    bare = RateScale("experience", "Bare", -2, 2, {})
    chart = room_curve.draw(rating_of(bare, ROOM, SUBJECTS), wording, WALL)
    assert "−2" in chart.table.columns
