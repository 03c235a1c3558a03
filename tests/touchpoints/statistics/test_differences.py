"""Differences between two samples agree with statsmodels and scipy, and their intervals hold the truth."""

from __future__ import annotations

import os
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind
from statsmodels.stats.proportion import confint_proportions_2indep

from touchpoints.statistics import (
    Difference,
    PointCounts,
    Sample,
    Score,
    mean_difference,
    nps_change,
    score_difference,
    score_interval,
    share_difference,
)

# Full size in `make soak`; the tests repeat as often as shows a wrong formula.
REPEATS = int(os.environ.get("TOUCHPOINTS_COVERAGE", "2000"))
SIZES = st.integers(5, 3000)


def ends(difference: Difference) -> tuple[float, float]:
    assert difference.low is not None
    assert difference.high is not None
    return difference.low, difference.high


@given(SIZES, SIZES, st.floats(0, 1), st.floats(0, 1))
def test_shares_differ_as_newcombes_hybrid_in_statsmodels(n: int, m: int, one: float, other: float) -> None:
    first, second = round(one * n), round(other * m)
    ours = share_difference(Sample(first / n, n), Sample(second / m, m))
    theirs = confint_proportions_2indep(second, m, first, n, method="newcomb", compare="diff", alpha=0.05)
    assert ends(ours) == pytest.approx(theirs, abs=1e-4)


@given(st.integers(10, 300), st.integers(10, 300), st.floats(-5, 5), st.floats(0.1, 9), st.integers(0, 99))
def test_means_differ_as_welchs_test_in_scipy(n: int, m: int, moved: float, sd: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    first, second = rng.normal(3, 2, n), rng.normal(3 + moved, sd, m)
    ours = mean_difference(*(Sample(one.mean(), len(one), one.std(ddof=1)) for one in (first, second)))
    theirs = ttest_ind(second, first, equal_var=False)
    assert ends(ours) == pytest.approx(tuple(theirs.confidence_interval(0.95)))
    assert ours.is_clear_of_zero == (theirs.pvalue < 0.05)


@given(st.lists(st.integers(0, 60), min_size=6, max_size=6))
def test_scores_differ_as_those_of_whole_waves(people: list[int]) -> None:
    waves = [PointCounts({10: p + 1, 8: q, 0: d}) for p, q, d in (people[:3], people[3:])]
    earlier, later = (Score(w.share_of([10]), w.share_of([0]), w.total) for w in waves)
    ours, theirs = score_difference(earlier, later), nps_change(*waves)
    assert (ours.points, *ends(ours)) == pytest.approx((theirs.points, theirs.low, theirs.high))


def test_an_exact_figure_adds_nothing_to_the_interval() -> None:
    share = share_difference(Sample(0.4, None), Sample(0.6, None))
    assert (share.points, *ends(share)) == pytest.approx((0.2, 0.2, 0.2))
    mean = mean_difference(Sample(3, None, 2.0), Sample(4, None, 2.0))
    assert ends(mean) == (1, 1)
    score = score_difference(Score(0.5, 0.2, None), Score(0.6, 0.2, None))
    assert ends(score) == pytest.approx((10, 10))


def test_the_interval_of_a_score_is_that_of_the_statistics_paper() -> None:
    low, high = score_interval(Score(0.5, 0.2, 10))
    assert (round(low), round(high)) == (-19, 65)


def held(draw: Callable[[np.random.Generator], Difference], truth: float) -> float:
    """The share of intervals that hold the truth."""
    rng = np.random.default_rng(seed=30)
    found = [ends(draw(rng)) for _ in range(REPEATS)]
    return float(np.mean([low <= truth <= high for low, high in found]))


@pytest.mark.parametrize(("n", "m"), [(20, 20), (100, 40), (400, 900)])
def test_the_interval_of_a_difference_of_shares_holds_it(n: int, m: int) -> None:
    def draw(rng: np.random.Generator) -> Difference:
        return share_difference(Sample(rng.binomial(n, 0.6) / n, n), Sample(rng.binomial(m, 0.75) / m, m))

    assert 0.93 <= held(draw, 0.15) <= 0.98


@pytest.mark.parametrize(("n", "m"), [(15, 15), (60, 20), (400, 900)])
def test_the_interval_of_a_difference_of_means_holds_it(n: int, m: int) -> None:
    def sample(rng: np.random.Generator, mean: float, sd: float, size: int) -> Sample:
        drawn = rng.normal(mean, sd, size)
        return Sample(float(drawn.mean()), size, float(drawn.std(ddof=1)))

    def draw(rng: np.random.Generator) -> Difference:
        return mean_difference(sample(rng, 10, 2, n), sample(rng, 12, 5, m))

    assert 0.93 <= held(draw, 2) <= 0.97


@pytest.mark.parametrize(("n", "m"), [(20, 20), (100, 40), (400, 900)])
def test_the_interval_of_a_difference_of_scores_holds_it(n: int, m: int) -> None:
    def score(rng: np.random.Generator, shares: list[float], size: int) -> Score:
        promoters, _, detractors = rng.multinomial(size, shares)
        return Score(promoters / size, detractors / size, size)

    def draw(rng: np.random.Generator) -> Difference:
        return score_difference(score(rng, [0.4, 0.3, 0.3], n), score(rng, [0.5, 0.3, 0.2], m))

    assert 0.93 <= held(draw, 20) <= 0.98
