"""A scale knows its best end, its boxes and the way to the journey's -2..+2."""

import pytest

from touchpoints.statistics import Scale, UnusableScale

STARS = Scale(1, 5, best=5)
GRADES = Scale(1, 6, best=1)


def test_the_boxes_are_counted_from_the_ends() -> None:
    assert STARS.top(2) == (5, 4)
    assert STARS.bottom(2) == (1, 2)


def test_in_school_grades_the_ones_are_the_top_box() -> None:
    assert GRADES.is_reversed
    assert GRADES.worst == 6
    assert GRADES.top(2) == (1, 2)
    assert GRADES.bottom(2) == (6, 5)


def test_its_points_and_midpoint() -> None:
    assert STARS.points == (1, 2, 3, 4, 5)
    assert STARS.midpoint == 3
    assert GRADES.midpoint == 3.5


@pytest.mark.parametrize(
    ("scale", "value", "common"),
    [
        (STARS, 1, -2),
        (STARS, 3, 0),
        (STARS, 4.5, 1.5),
        (STARS, 5, 2),
        (GRADES, 1, 2),
        (GRADES, 6, -2),
        (GRADES, 3.5, 0),
        (Scale(0, 10, best=10), 7.5, 1),
        (Scale(-2, 2, best=2), -0.25, -0.25),
    ],
)
def test_it_converts_linearly_to_the_common_scale(scale: Scale, value: float, common: float) -> None:
    assert scale.to_common(value) == pytest.approx(common)


@pytest.mark.parametrize(("low", "high", "best"), [(1, 1, 1), (5, 1, 5), (1, 5, 3), (1, 5, 0)])
def test_it_refuses_ends_that_make_no_sense(low: int, high: int, best: int) -> None:
    with pytest.raises(UnusableScale, match=f"from {low} to {high} with {best}"):
        Scale(low, high, best)
