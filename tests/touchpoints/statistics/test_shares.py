"""Shares of the best, the worst and the chosen points, unweighted and weighted."""

import pytest

from touchpoints.statistics import (
    AnswerOffTheScale,
    NoAnswers,
    PointCounts,
    Scale,
    bottom_box,
    ces,
    csat,
    leading_share,
    recommendation_rate,
    top_box,
    weighted_share,
    wilson,
    wilson_interval,
)

STARS = Scale(1, 5, best=5)
TWENTY = PointCounts({1: 1, 2: 1, 3: 2, 4: 6, 5: 10})
# The ten fives weigh three times as much.
WEIGHTED = PointCounts(
    TWENTY.n, {1: 1.0, 2: 1.0, 3: 2.0, 4: 6.0, 5: 30.0}, {1: 1.0, 2: 1.0, 3: 2.0, 4: 6.0, 5: 90.0}
)


def test_csat_is_the_share_of_the_best_two() -> None:
    assert csat(TWENTY) == wilson(16, 20)


def test_boxes_are_shares_with_wilson_intervals() -> None:
    assert top_box(TWENTY, STARS) == wilson(16, 20)
    assert top_box(TWENTY, STARS, boxes=1) == wilson(10, 20)
    assert bottom_box(TWENTY, STARS) == wilson(2, 20)


def test_in_school_grades_the_best_two_are_ones_and_twos() -> None:
    assert top_box(TWENTY, Scale(1, 5, best=1)) == wilson(2, 20)


def test_a_weighted_share_takes_the_effective_n_into_its_interval() -> None:
    share = weighted_share(WEIGHTED, STARS.top(1))
    assert share is not None
    assert share.value == 0.75
    assert (share.low, share.high) == wilson_interval(0.75, 40**2 / 100)
    assert share.n == 20


def test_boxes_stay_unweighted_and_the_leading_share_is_weighted() -> None:
    assert top_box(WEIGHTED, STARS, boxes=1) == wilson(10, 20)
    assert leading_share(WEIGHTED, STARS.top(1)) == weighted_share(WEIGHTED, STARS.top(1))
    assert weighted_share(TWENTY, STARS.top(1)) is None


def test_customer_effort_2_0_is_the_share_of_the_best_three_of_seven_and_the_mean() -> None:
    score = ces(PointCounts({1: 2, 4: 3, 5: 5, 6: 6, 7: 4}))
    assert score.version == "2.0"
    assert score.easy == wilson(15, 20)
    assert score.mean.value == pytest.approx((2 + 12 + 25 + 36 + 28) / 20)


def test_customer_effort_1_0_runs_the_other_way() -> None:
    score = ces(TWENTY, version="1.0")
    assert score.version == "1.0"
    assert score.easy == wilson(2, 20)


def test_the_recommendation_rate_is_a_share_of_those_who_said_how_they_came() -> None:
    assert recommendation_rate(PointCounts({0: 30, 1: 10})) == wilson(10, 40)


def test_do_not_know_is_no_answer_to_the_recommendation_question() -> None:
    with pytest.raises(AnswerOffTheScale):
        recommendation_rate(PointCounts({0: 30, 1: 10, 9: 5}))


def test_nobody_has_no_share() -> None:
    with pytest.raises(NoAnswers):
        csat(PointCounts({}))
