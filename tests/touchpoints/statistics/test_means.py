"""A mean rating comes from counts, with a t interval where the answers carry one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.weightstats import DescrStatsW

from touchpoints.statistics import (
    AnswerOffTheScale,
    NoAnswers,
    PointCounts,
    Scale,
    leading_mean,
    mean_rating,
    sd,
    stated_mean,
    weighted_mean,
)

STARS = Scale(1, 5, best=5)
TEN = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}
answers = st.lists(st.integers(1, 5), min_size=10, max_size=200).filter(lambda given: len(set(given)) > 1)


def counted(points: list[int], weights: list[float] | None = None) -> PointCounts:
    n = {point: points.count(point) for point in set(points)}
    if weights is None:
        return PointCounts(n)
    weighted, squared = dict.fromkeys(n, 0.0), dict.fromkeys(n, 0.0)
    for point, weight in zip(points, weights, strict=True):
        weighted[point] += weight
        squared[point] += weight**2
    return PointCounts(n, weighted, squared)


@given(answers)
def test_mean_deviation_and_interval_are_those_of_the_raw_answers(points: list[int]) -> None:
    mean, raw = mean_rating(counted(points), STARS), DescrStatsW(np.array(points))
    assert mean.value == pytest.approx(np.mean(points))
    assert sd(counted(points)) == pytest.approx(np.std(points, ddof=1))
    assert (mean.low, mean.high) == pytest.approx(raw.tconfint_mean())
    assert mean.n == len(points)


def test_ten_answers_are_enough_for_an_interval() -> None:
    mean = mean_rating(PointCounts(TEN), STARS)
    reach = stats.t(9).ppf(0.975) * 1.3499 / 10**0.5
    assert (mean.value, mean.low) == pytest.approx((3.6, 3.6 - reach), abs=1e-4)


def test_nine_answers_have_a_mean_without_interval() -> None:
    mean = mean_rating(PointCounts({3: 4, 4: 5}), STARS)
    assert mean.value == pytest.approx(32 / 9)
    assert not mean.has_interval


def test_answers_that_all_agree_have_a_mean_without_interval() -> None:
    mean = mean_rating(PointCounts({4: 50}), STARS)
    assert (mean.value, mean.low, mean.high, mean.n) == (4, None, None, 50)
    assert sd(PointCounts({4: 50})) == 0


def test_one_answer_has_no_deviation() -> None:
    assert sd(PointCounts({4: 1})) is None


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0.2, 5)), min_size=30, max_size=100))
def test_the_weighted_mean_is_that_of_the_raw_answers(rows: list[tuple[int, float]]) -> None:
    points, weights = [point for point, _ in rows], [weight for _, weight in rows]
    mean = weighted_mean(counted(points, weights))
    assert mean is not None
    assert mean.value == pytest.approx(np.average(points, weights=weights))
    assert mean.n == len(rows)


def test_the_weighted_interval_rests_on_the_effective_n() -> None:
    points, weights = [1, 2, 3, 4, 5] * 8, [0.5, 1.0, 1.5, 2.0, 3.0] * 8
    effective_n = sum(weights) ** 2 / sum(weight**2 for weight in weights)
    raw = DescrStatsW(np.array(points), weights=np.array(weights) * effective_n / sum(weights))
    mean = weighted_mean(counted(points, weights))
    assert mean is not None
    assert (mean.low, mean.high) == pytest.approx(raw.tconfint_mean())


def test_equal_weights_give_the_unweighted_mean_and_interval() -> None:
    points = [1, 2, 3, 3, 4, 4, 4, 5, 5, 5]
    weighted, plain = weighted_mean(counted(points, [1.013018] * 10)), mean_rating(counted(points), STARS)
    assert weighted is not None
    assert (weighted.value, weighted.low, weighted.high) == pytest.approx(
        (plain.value, plain.low, plain.high)
    )


def test_many_answers_with_most_of_the_weight_on_few_have_no_interval() -> None:
    points, weights = [1, 5] * 10, [100.0, 100.0, 100.0, 100.0] + [0.1] * 16
    mean = weighted_mean(counted(points, weights))
    assert mean is not None
    assert not mean.has_interval


def test_the_weighted_mean_leads_where_there_are_weights() -> None:
    weighted = counted([1, 5, 5], [4.0, 1.0, 1.0])
    assert leading_mean(weighted, STARS) == weighted_mean(weighted)
    assert leading_mean(weighted.unweighted(), STARS) == mean_rating(weighted, STARS)


def test_there_is_no_weighted_mean_without_weights() -> None:
    assert weighted_mean(PointCounts(TEN)) is None


def test_nobody_has_no_mean() -> None:
    with pytest.raises(NoAnswers):
        mean_rating(PointCounts({}), STARS)


def test_a_code_for_no_answer_is_never_averaged() -> None:
    with pytest.raises(AnswerOffTheScale):
        mean_rating(PointCounts({**TEN, 6: 1}), STARS)


@given(answers)
def test_a_stated_mean_has_the_interval_of_its_answers(points: list[int]) -> None:
    counts = counted(points)
    mean = mean_rating(counts, STARS)
    stated = stated_mean(mean.value, sd(counts), mean.n)
    assert (stated.low, stated.high, stated.n) == (
        pytest.approx(mean.low),
        pytest.approx(mean.high),
        mean.n,
    )


@pytest.mark.parametrize(("spread", "n"), [(None, 100), (0.0, 100), (1.2, 9)])
def test_a_stated_mean_of_few_or_without_spread_has_no_interval(spread: float | None, n: int) -> None:
    assert not stated_mean(3.5, spread, n).has_interval
