"""The experience level follows from the worst and the best boxes, or is unclear while it may be another."""

import pytest

from touchpoints.statistics import (
    Level,
    LevelThresholds,
    PointCounts,
    Scale,
    delighted,
    disappointed,
    level,
    wilson,
)

STARS = Scale(1, 5, best=5)


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        ({1: 100, 2: 100, 3: 800}, Level.DISAPPOINTING),
        ({1: 100, 2: 100, 5: 800}, Level.DISAPPOINTING),
        ({2: 20, 4: 480, 5: 500}, Level.OKAY),
        ({2: 20, 4: 280, 5: 700}, Level.DELIGHTFUL),
        ({2: 100, 4: 900}, Level.UNCLEAR),
        ({2: 20, 4: 380, 5: 600}, Level.UNCLEAR),
    ],
)
def test_a_thousand_answers_have_a_level_unless_they_lie_on_a_threshold(
    n: dict[int, int], expected: Level
) -> None:
    assert level(PointCounts(n), STARS) is expected


def test_a_few_answers_are_unclear_even_where_all_are_content() -> None:
    assert level(PointCounts({5: 34}), STARS) is Level.UNCLEAR
    assert level(PointCounts({5: 35}), STARS) is Level.DELIGHTFUL


def test_a_project_may_set_its_own_thresholds() -> None:
    counts = PointCounts({2: 150, 4: 350, 5: 500})
    assert level(counts, STARS) is Level.DISAPPOINTING
    assert level(counts, STARS, LevelThresholds(disappointing=0.2, delightful=0.4)) is Level.DELIGHTFUL


def test_where_one_is_best_the_high_points_disappoint() -> None:
    grades = Scale(1, 5, best=1)
    assert level(PointCounts({4: 100, 5: 100, 1: 800}), grades) is Level.DISAPPOINTING


def test_the_weighted_shares_decide_where_there_are_weights() -> None:
    light = PointCounts({1: 200, 5: 800}, {1: 20.0, 5: 800.0}, {1: 2.0, 5: 800.0})
    assert level(light, STARS) is Level.DELIGHTFUL
    assert level(light.unweighted(), STARS) is Level.DISAPPOINTING


def test_when_every_customer_answered_the_share_alone_decides() -> None:
    counts = PointCounts({1: 1, 4: 9})
    assert level(counts, STARS) is Level.UNCLEAR
    assert level(counts, STARS, customers=10) is Level.DISAPPOINTING


def test_the_disappointed_chose_the_worst_two_boxes_and_the_delighted_the_best() -> None:
    counts = PointCounts({1: 5, 2: 10, 4: 60, 5: 25})
    assert disappointed(counts, STARS) == wilson(15, 100)
    assert delighted(counts, STARS) == wilson(25, 100)


def test_on_two_points_only_the_worse_one_disappoints() -> None:
    assert disappointed(PointCounts({0: 10, 1: 90}), Scale(0, 1, best=1)) == wilson(10, 100)
