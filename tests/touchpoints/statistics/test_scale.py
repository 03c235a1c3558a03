"""A scale knows its best end, its boxes and the way to the journey's -2..+2."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touchpoints.statistics import COMMON_SCALE, Scale, UnusableScale

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


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    low = draw(st.integers(-10, 10))
    high = draw(st.integers(low + 1, low + 100))
    return Scale(low, high, draw(st.sampled_from((low, high))))


@given(scales(), st.floats(-2, 2))
def test_there_and_back_is_where_it_began(scale: Scale, level: float) -> None:
    point = scale.from_common(level)
    assert scale.low - 1e-9 <= point <= scale.high + 1e-9
    assert scale.to_common(point) == pytest.approx(level, abs=1e-9)
    assert scale.from_common(scale.to_common(point)) == pytest.approx(point, abs=1e-9)
    assert COMMON_SCALE.from_common(level) == pytest.approx(level, abs=1e-9)


def test_it_holds_what_lies_between_its_ends() -> None:
    assert [STARS.holds(value) for value in (0.9, 1, 3.7, 5, 5.1)] == [False, True, True, True, False]


@pytest.mark.parametrize(("low", "high", "best"), [(1, 1, 1), (5, 1, 5), (1, 5, 3), (1, 5, 0)])
def test_it_refuses_ends_that_make_no_sense(low: int, high: int, best: int) -> None:
    with pytest.raises(UnusableScale, match=f"from {low} to {high} with {best}"):
        Scale(low, high, best)
