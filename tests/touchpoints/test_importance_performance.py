"""A quadrant is named only where the error box leaves no doubt."""

from __future__ import annotations

import pytest

from tests.touchpoints._standings import AWFUL, airport, standing
from tests.touchpoints.charts._journeys import GOOD
from touchpoints.importance_performance import (
    CrossHair,
    Matrix,
    MatrixView,
    Quadrant,
    finding_of_matrix,
    importance_performance,
)
from touchpoints.messages import in_english
from touchpoints.standing import Standing


def quadrants(matrix: Matrix) -> dict[str, Quadrant | None]:
    return {placed.standing.name: placed.quadrant for placed in matrix.placed}


def four_corners() -> list[Standing]:
    return [
        standing("Bad", points=40, team={-1: 5}),
        standing("Good", points=40, team={1: 5}),
        standing("Unimportant", points=10, team={-1: 5}),
        standing("Overdone", points=10, team={2: 5}),
    ]


def test_each_corner_has_its_advice() -> None:
    assert quadrants(importance_performance(four_corners(), MatrixView.TEAM)) == {
        "Bad": Quadrant.IMPROVE_FIRST,
        "Good": Quadrant.KEEP_UP,
        "Unimportant": Quadrant.LOW_PRIORITY,
        "Overdone": Quadrant.POSSIBLE_OVERKILL,
    }


def test_a_room_whose_quartiles_touch_the_line_leaves_the_touchpoint_unclear() -> None:
    places = [*four_corners(), standing("Disputed", points=40, team={-1: 3, 0: 2})]
    assert quadrants(importance_performance(places, MatrixView.TEAM))["Disputed"] is None


def test_customers_are_unclear_while_the_interval_of_importance_or_mean_crosses() -> None:
    places = [*airport(), standing("Parking", stars=AWFUL, mentions=70)]
    assert quadrants(importance_performance(places, MatrixView.CUSTOMER, customers_asked=80)) == {
        "Parking": Quadrant.IMPROVE_FIRST,
        "Wi-Fi": None,  # its mean of -0.2 may be zero
        "Shops": Quadrant.POSSIBLE_OVERKILL,
        "Staff": Quadrant.POSSIBLE_OVERKILL,
    }


def test_fewer_than_ten_answers_carry_no_interval_and_are_unclear() -> None:
    places = [standing("A", stars={1: 6}, mentions=90), standing("B", stars=GOOD, mentions=10)]
    assert quadrants(importance_performance(places, MatrixView.CUSTOMER))["A"] is None


def test_the_combined_view_takes_importance_from_the_team_and_experience_from_customers() -> None:
    matrix = importance_performance(airport(), MatrixView.COMBINED)
    wifi = next(placed for placed in matrix.placed if placed.standing.name == "Wi-Fi")
    assert wifi.importance.value == pytest.approx(0.3)
    assert wifi.performance.value == pytest.approx(-0.2)


def test_the_cross_hair_may_stand_at_the_mean() -> None:
    at_mean = importance_performance(four_corners(), MatrixView.TEAM, CrossHair.MEAN)
    assert at_mean.performance_line == pytest.approx((-1 + 1 - 1 + 2) / 4)
    assert importance_performance(four_corners(), MatrixView.TEAM).performance_line == 0.0
    assert at_mean.importance_line == pytest.approx(0.25)


def test_what_lacks_a_figure_is_missing_and_not_placed_at_zero() -> None:
    matrix = importance_performance(airport(), MatrixView.TEAM)
    assert [one.name for one in matrix.missing] == ["Web search"]


@pytest.mark.parametrize(
    ("view", "beginning"),
    [
        (MatrixView.TEAM, "As the team sees it, Bad"),
        (MatrixView.CUSTOMER, "As customers see it, Bad"),
        (MatrixView.COMBINED, "Important to the team, badly experienced by customers: Bad"),
    ],
)
def test_the_finding_names_the_view(view: MatrixView, beginning: str) -> None:
    places = [
        standing("Bad", points=80, team={-1: 5}, stars=AWFUL, mentions=80),
        standing("Good", points=20, team={1: 5}, stars=GOOD, mentions=20),
    ]
    assert in_english(finding_of_matrix(importance_performance(places, view))).startswith(beginning)


def test_nothing_clear_and_nothing_known_are_two_findings() -> None:
    nothing = importance_performance([], MatrixView.TEAM)
    unclear = importance_performance([standing("A", points=1, team={0: 1})], MatrixView.TEAM)
    assert "has both importance and experience yet" in in_english(finding_of_matrix(nothing))
    assert "no touchpoint is both clearly important" in in_english(finding_of_matrix(unclear))
