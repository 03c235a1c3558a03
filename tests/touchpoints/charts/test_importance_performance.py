"""The matrix tells certain from unclear touchpoints by more than colour, and its names do not collide."""

from __future__ import annotations

from tests.touchpoints._standings import airport, many, standing
from touchpoints.charts import LIGHT, importance_performance
from touchpoints.charts._matrix_scale import MatrixScale
from touchpoints.importance_performance import CrossHair, MatrixView, Quadrant
from touchpoints.importance_performance import importance_performance as matrix_of
from touchpoints.messages import Wording

PLACES = [
    standing("Bad", points=40, team={-1: 5}),
    standing("Good", points=40, team={1: 5}),
    standing("Disputed", points=20, team={-1: 3, 1: 3}),
]


def test_unclear_is_hollow_and_what_to_improve_first_is_a_square(wording: Wording) -> None:
    figure = importance_performance.draw(matrix_of(PLACES, MatrixView.TEAM), wording, LIGHT).figure
    unclear, clear, first = (trace for trace in figure.data if trace.mode == "markers")
    assert (list(unclear.customdata), unclear.marker.color) == (["id-disputed"], LIGHT.background)
    assert (list(first.customdata), first.marker.symbol) == (["id-bad"], "square")
    assert list(clear.customdata) == ["id-good"]


def test_the_lines_say_where_they_stand(wording: Wording) -> None:
    said = {
        cross_hair: [
            one.text
            for one in importance_performance.draw(
                matrix_of(PLACES, MatrixView.TEAM, cross_hair), wording, LIGHT
            ).figure.layout.annotations
            if one.text.startswith("lines:")
        ]
        for cross_hair in CrossHair
    }
    assert said[CrossHair.MIDPOINT] == ["lines: midpoint of the scale 0.0, even share 33.3%"]
    assert said[CrossHair.MEAN] == ["lines: mean experience 0.0, even share 33.3%"]


def test_the_combined_view_is_named_in_title_and_subtitle(wording: Wording) -> None:
    chart = importance_performance.draw(matrix_of(airport(), MatrixView.COMBINED), wording, LIGHT)
    assert "to the team" in chart.title
    assert "for customers" in chart.title
    assert chart.subtitle.startswith("Importance to the team × experience of customers")


def test_touchpoints_at_one_place_stand_side_by_side() -> None:
    twins = [standing(name, points=5, team={1: 3}) for name in ("A", "B", "C")]
    matrix = matrix_of(twins, MatrixView.TEAM)
    places = [MatrixScale(matrix, LIGHT).place(one) for one in matrix.placed]
    assert len(set(places)) == 3
    assert places[1] == 1.0


def test_twenty_touchpoints_all_have_their_names(wording: Wording) -> None:
    places = [standing(f"Place {n}", points=n, team={n % 3 - 1: 4, n % 3: 1}) for n in range(1, 21)]
    layout = importance_performance.draw(matrix_of(places, MatrixView.TEAM), wording, LIGHT).figure.layout
    names = [one.text for one in layout.annotations if "Place" in one.text]
    assert len(names) == 20


def test_of_250_only_what_is_improved_first_is_named_and_no_box_drawn(wording: Wording) -> None:
    matrix = matrix_of(many(250), MatrixView.TEAM)
    first = {placed.standing.name for placed in matrix.inside(Quadrant.IMPROVE_FIRST)}
    figure = importance_performance.draw(matrix, wording, LIGHT).figure
    named = [one for one in figure.layout.annotations if "Touchpoint" in one.text]
    assert 0 < len(named) <= 24
    assert {one.text.removeprefix("<b>").removesuffix("</b>") for one in named} <= first
    assert not [trace for trace in figure.data if trace.fill == "toself"]
