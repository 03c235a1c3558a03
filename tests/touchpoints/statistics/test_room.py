"""The room is described as it is: median, quartiles, disagreement, and never a margin of error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touchpoints.statistics import room_figure

rooms = st.dictionaries(st.integers(-2, 2), st.integers(0, 30)).filter(lambda room: sum(room.values()))


def test_a_room_that_said_nothing_has_no_figure() -> None:
    assert room_figure({}) is None
    assert room_figure({1: 0}) is None


def test_the_joint_answer_of_a_team_is_one_answer() -> None:
    figure = room_figure({-1: 1})
    assert figure is not None
    assert (figure.n, figure.median, figure.lower_quartile, figure.upper_quartile) == (1, -1, -1, -1)
    assert not figure.disagrees


def test_an_even_number_of_answers_may_have_half_a_point_as_its_median() -> None:
    figure = room_figure({0: 2, 1: 2})
    assert figure is not None
    assert (figure.median, figure.lower_quartile, figure.upper_quartile) == (0.5, 0.0, 1.0)


@pytest.mark.parametrize(
    ("answers", "disagrees"),
    [
        ({-1: 1, 0: 3, 1: 1}, True),  # a fifth on each side of zero
        ({-1: 1, 0: 4, 1: 1}, False),
        ({-2: 5, 0: 5}, True),  # quartiles two points apart, though nobody is above zero
        ({1: 5, 2: 5}, False),
    ],
)
def test_a_room_disagrees_by_sides_or_by_quartiles(answers: dict[int, int], *, disagrees: bool) -> None:
    figure = room_figure(answers)
    assert figure is not None
    assert figure.disagrees is disagrees


@given(rooms)
def test_the_quartiles_enclose_the_median(answers: dict[int, int]) -> None:
    figure = room_figure(answers)
    assert figure is not None
    assert -2 <= figure.lower_quartile <= figure.median <= figure.upper_quartile <= 2


@given(rooms)
def test_a_room_seen_in_the_mirror_disagrees_as_much(answers: dict[int, int]) -> None:
    figure, mirrored = room_figure(answers), room_figure({-point: n for point, n in answers.items()})
    assert figure is not None
    assert mirrored is not None
    assert (mirrored.median, mirrored.disagrees) == (-figure.median, figure.disagrees)
