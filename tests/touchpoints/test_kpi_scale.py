"""Figures of a KPI follow the scale of the question that feeds it, and lead back to where they began."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints.statistics.test_scale import GRADES, STARS, scales
from touchpoints.kpi_scale import (
    Figures,
    GoalFigures,
    OffTheScale,
    check_lies_on,
    direction_of,
    said_direction,
    said_move,
    scale_of,
)
from touchpoints.messages import in_english
from touchpoints.model import Direction
from touchpoints.statistics import COMMON_SCALE, Scale

LEVELS = GoalFigures("mean_rating", -1.0, 1.0)


@given(st.floats(-2, 2), st.floats(-2, 2), st.floats(0, 4), scales(), scales())
def test_figures_come_back_from_any_scale(
    baseline: float, target: float, change: float, first: Scale, second: Scale
) -> None:
    told = Figures(baseline, target, change)
    back = told.moved(COMMON_SCALE, first).moved(first, second).moved(second, COMMON_SCALE)
    assert (back.baseline, back.target) == (
        pytest.approx(baseline, abs=1e-6),
        pytest.approx(target, abs=1e-6),
    )
    assert back.smallest_change == pytest.approx(change, abs=1e-6)


@pytest.mark.parametrize(
    ("scale", "moved", "direction"),
    [
        (STARS, Figures(2.0, 4.0, 0.5), Direction.UP),
        (GRADES, Figures(4.75, 2.25, 0.625), Direction.DOWN),
    ],
)
def test_levels_become_points_towards_the_best_end(
    scale: Scale, moved: Figures, direction: Direction
) -> None:
    assert Figures(-1.0, 1.0, 0.5).moved(COMMON_SCALE, scale) == moved
    assert direction_of(scale) is direction


@pytest.mark.parametrize(
    ("figures", "fed_by", "goal", "source"),
    [
        (Figures(-1.0, 1.0), None, LEVELS, COMMON_SCALE),
        (Figures(-1.0, 1.5), None, LEVELS, COMMON_SCALE),
        (Figures(None, -0.5), None, None, COMMON_SCALE),
        (Figures(-1.0, 1.0), STARS, LEVELS, COMMON_SCALE),
        (Figures(2.0, 4.0), GRADES, LEVELS, GRADES),
        (Figures(3.9, 4.2), None, None, STARS),
        (Figures(1.0, 2.0), None, None, STARS),
        (Figures(3.9, 4.2), None, GoalFigures("mean_rating", 3.9, 4.2), STARS),
        # School grades lead down: no goal of levels does.
        (Figures(2.0, 1.5), None, GoalFigures("mean_rating", 2.0, 1.5), STARS),
        (Figures(0.2, 0.5), None, GoalFigures("share", 0.2, 0.5), COMMON_SCALE),
        (Figures(1.0, 1.5), None, GoalFigures("time", 1.0, 1.5), STARS),
    ],
)
def test_it_is_seen_on_which_scale_figures_are_told(
    figures: Figures, fed_by: Scale | None, goal: GoalFigures | None, source: Scale
) -> None:
    assert scale_of(figures, fed_by, goal, STARS) == source


def test_what_cannot_lie_on_a_scale_is_said_plainly() -> None:
    check_lies_on(Figures(1.0, 5.0, 9.0), STARS)
    with pytest.raises(OffTheScale, match="answered from 1 to 5, so 80"):
        check_lies_on(Figures(4.0, 80.0), STARS)


def test_what_was_converted_is_said_in_one_sentence() -> None:
    before = Figures(None, 1.0, 0.5)
    said = said_move(before, before.moved(COMMON_SCALE, GRADES), GRADES)
    assert said is not None
    assert in_english(said) == (
        "Converted to the scale from 1 to 6, where 1 is best: target from 1 to 2.25, "
        "smallest change that matters from 0.5 to 0.62."
    )
    assert said_move(before, before, GRADES) is None
    assert in_english(said_direction(GRADES)).endswith("less is better.")
    assert in_english(said_direction(STARS)).endswith("more is better.")
