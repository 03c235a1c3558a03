"""The Net Promoter Score: its interval, its weights, and whether it moved between two waves."""

from math import sqrt

import pytest
from scipy.stats import norm

from touchpoints.statistics import (
    AnswerOffTheScale,
    NoAnswers,
    PointCounts,
    leading_nps,
    nps,
    nps_change,
    pooled,
    weighted_nps,
)


def answers(promoters: int, passives: int, detractors: int) -> PointCounts:
    return PointCounts({9: promoters, 7: passives, 6: detractors})


def weighted(factor: dict[int, float], counts: PointCounts) -> PointCounts:
    weight = {point: factor[point] * n for point, n in counts.n.items()}
    return PointCounts(counts.n, weight, {point: factor[point] ** 2 * n for point, n in counts.n.items()})


def test_ten_answers_say_plus_30_between_minus_19_and_plus_65() -> None:
    score = nps(answers(5, 3, 2))
    assert (round(score.score), round(score.low), round(score.high), score.n) == (30, -19, 65, 10)


def test_a_hundred_answers_say_plus_30_between_plus_14_and_plus_44() -> None:
    score = nps(answers(50, 30, 20))
    assert (round(score.score), round(score.low), round(score.high), score.n) == (30, 14, 44, 100)


def test_nine_promotes_seven_is_passive_and_nought_is_an_answer() -> None:
    score = nps(PointCounts({0: 1, 6: 2, 7: 4, 8: 8, 9: 16, 10: 32}))
    assert (score.promoters, score.passives, score.detractors, score.n) == (48, 12, 3, 63)


@pytest.mark.parametrize(("counts", "end"), [(answers(12, 0, 0), 100.0), (answers(0, 0, 12), -100.0)])
def test_the_interval_stops_at_the_ends_of_the_scale(counts: PointCounts, end: float) -> None:
    score = nps(counts)
    assert score.score == end
    assert end in (score.low, score.high)
    assert score.low < score.high


def test_segments_are_pooled_and_their_scores_never_averaged() -> None:
    few, many = answers(10, 0, 0), answers(0, 0, 90)
    assert nps(pooled([few, many])).score == -80


def test_weights_move_the_score_and_widen_its_interval() -> None:
    counts = weighted({9: 2.0, 7: 1.0, 6: 1.0}, answers(50, 30, 20))
    score = weighted_nps(counts)
    n = 150**2 / 250
    p, d = (100 / 150 * n + 0.75) / (n + 3), (20 / 150 * n + 0.75) / (n + 3)
    reach = 1.96 * sqrt((p + d - (p - d) ** 2) / (n + 3))
    assert score is not None
    assert score.score == pytest.approx(100 * 80 / 150)
    assert (score.low, score.high) == pytest.approx((100 * (p - d - reach), 100 * (p - d + reach)))
    assert (score.promoters, score.n) == (50, 100)


def test_the_weighted_score_leads_where_there_are_weights() -> None:
    counts = weighted({9: 2.0, 7: 1.0, 6: 1.0}, answers(50, 30, 20))
    assert leading_nps(counts) == weighted_nps(counts)
    assert leading_nps(counts.unweighted()) == nps(counts)
    assert weighted_nps(counts.unweighted()) is None


def test_a_fall_from_two_large_waves_is_shown() -> None:
    change = nps_change(answers(1436, 968, 342), answers(1268, 935, 447))
    assert change.points == pytest.approx(30.9811 - 39.8398, abs=1e-4)
    assert change.is_shown
    assert change.high < 0


def test_the_same_fall_from_two_small_waves_is_not() -> None:
    change = nps_change(answers(14, 10, 3), answers(13, 9, 5))
    assert not change.is_shown
    assert change.low < 0 < change.high


def test_the_test_of_a_change_is_a_z_test_of_the_adjusted_differences() -> None:
    change = nps_change(answers(50, 30, 20), answers(40, 30, 30))
    n, before, after = 103, (50.75, 20.75), (40.75, 30.75)
    moved = (after[0] - after[1] - before[0] + before[1]) / n
    variances = [((p + d) / n - ((p - d) / n) ** 2) / n for p, d in (before, after)]
    assert change.z == pytest.approx(moved / sqrt(sum(variances)))
    assert change.p == pytest.approx(2 * norm.sf(abs(change.z)))


def test_waves_are_compared_unweighted_where_one_of_them_has_no_weights() -> None:
    before = weighted({9: 2.0, 7: 1.0, 6: 1.0}, answers(50, 30, 20))
    after = answers(40, 30, 30)
    assert nps_change(before, after) == nps_change(before.unweighted(), after)
    assert nps_change(before, weighted({9: 1.0, 7: 1.0, 6: 1.0}, after)).points != pytest.approx(-20)


def test_a_blank_that_was_coded_as_eleven_is_no_promoter() -> None:
    with pytest.raises(AnswerOffTheScale, match="11"):
        nps(PointCounts({10: 5, 11: 3}))


def test_nobody_has_no_score() -> None:
    with pytest.raises(NoAnswers):
        nps(PointCounts({}))
