"""Shares carry Wilson's interval, and an estimate keeps its meaning on the common scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from touchpoints.statistics import Estimate, NoAnswers, Scale, on_common_scale, wilson


def test_sixteen_of_twenty_lie_between_58_and_92_per_cent() -> None:
    share = wilson(16, 20)
    assert (share.value, round(share.low, 2), round(share.high, 2), share.n) == (0.8, 0.58, 0.92, 20)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_that_of_statsmodels(count_and_n: tuple[int, int]) -> None:
    count, n = count_and_n
    share = wilson(count, n)
    # statsmodels takes the exact 1.959964 where the method says 1.96.
    assert (share.low, share.high) == pytest.approx(proportion_confint(count, n, method="wilson"), abs=2e-5)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_between_nobody_and_all(count_and_n: tuple[int, int]) -> None:
    share = wilson(*count_and_n)
    assert 0 <= share.low <= share.value + 1e-12
    assert share.value - 1e-12 <= share.high <= 1


def test_nobody_has_no_share() -> None:
    with pytest.raises(NoAnswers):
        wilson(0, 0)


def test_a_mean_is_put_on_the_common_scale_with_its_interval() -> None:
    common = on_common_scale(Estimate(4.0, 3.5, 4.5, 20), Scale(1, 5, best=5))
    assert common == Estimate(1.0, 0.5, 1.5, 20)


def test_where_one_is_best_the_ends_change_places() -> None:
    common = on_common_scale(Estimate(2.0, 1.5, 3.0, 20), Scale(1, 5, best=1))
    assert common == Estimate(1.0, 0.0, 1.5, 20)


def test_an_estimate_without_interval_stays_without() -> None:
    common = on_common_scale(Estimate(5.0, None, None, 3), Scale(1, 5, best=5))
    assert common == Estimate(2.0, None, None, 3)
    assert not common.has_interval
