"""Answers are counts per point: they pool, they know what they weigh, and none may lie off the scale."""

import pytest

from touchpoints.statistics import AnswerOffTheScale, NoAnswers, PointCounts, Scale, pooled

STARS = Scale(1, 5, best=5)
# Two people of weight 2 gave a 5, four of weight 0.5 a 1.
WEIGHTED = PointCounts({1: 4, 5: 2}, {1: 2.0, 5: 4.0}, {1: 1.0, 5: 8.0})


def test_without_weights_every_answer_tells_as_much_as_one() -> None:
    counts = PointCounts({1: 3, 5: 7})
    assert counts.total == 10
    assert not counts.is_weighted
    assert counts.effective_n == 10
    assert counts.share_of((5,)) == 0.7


def test_unequal_weights_tell_less_than_as_many_equal_ones() -> None:
    assert WEIGHTED.total == 6
    assert WEIGHTED.is_weighted
    assert WEIGHTED.effective_n == pytest.approx(6**2 / 9)
    assert WEIGHTED.share_of((5,)) == pytest.approx(4 / 6)


def test_equal_weights_change_nothing() -> None:
    counts = PointCounts({1: 3, 5: 7}, {1: 6.0, 5: 14.0}, {1: 12.0, 5: 28.0})
    assert counts.effective_n == pytest.approx(10)
    assert counts.share_of((5,)) == pytest.approx(0.7)


def test_weights_that_sum_to_nothing_are_no_weights() -> None:
    assert not PointCounts({1: 3}, {1: 0.0}, {1: 0.0}).is_weighted


def test_two_weighted_groups_pool_with_their_weights() -> None:
    both = WEIGHTED + PointCounts({3: 1}, {3: 1.5}, {3: 2.25})
    assert both == PointCounts({1: 4, 3: 1, 5: 2}, {1: 2.0, 3: 1.5, 5: 4.0}, {1: 1.0, 3: 2.25, 5: 8.0})


def test_a_group_without_weights_takes_them_from_the_pool() -> None:
    assert WEIGHTED + PointCounts({3: 1}) == PointCounts({1: 4, 3: 1, 5: 2})


def test_an_empty_group_leaves_the_pool_as_it_is() -> None:
    assert pooled([PointCounts({}), WEIGHTED, PointCounts({5: 0})]) == WEIGHTED
    assert pooled([]).total == 0


def test_the_unweighted_answers_stand_beside() -> None:
    assert WEIGHTED.unweighted() == PointCounts({1: 4, 5: 2})


def test_nobody_has_no_share() -> None:
    with pytest.raises(NoAnswers):
        PointCounts({5: 0}).share_of((5,))


def test_a_code_for_no_answer_that_was_kept_is_found_out() -> None:
    with pytest.raises(AnswerOffTheScale, match="answer 6 lies outside the scale from 1 to 5"):
        PointCounts({5: 2, 6: 1}).on(STARS)


def test_a_point_off_the_scale_that_nobody_chose_does_no_harm() -> None:
    counts = PointCounts({5: 2, 6: 0})
    assert counts.on(STARS) is counts
