"""Where the customers can be counted, having asked many of them makes an interval narrower."""

import pytest

from touchpoints.statistics import (
    MoreAnswersThanCustomers,
    PointCounts,
    Scale,
    csat,
    leading_nps,
    level,
    mean_rating,
    n_in_finite_base,
    wilson_interval,
)

STARS = Scale(1, 5, best=5)
# 40 answers; with 60 customers they tell as much as 40 * 59 / 20 = 118 of an endless base.
COUNTS = PointCounts({1: 2, 3: 8, 4: 10, 5: 20})


def test_the_n_grows_with_the_part_of_the_customers_that_answered() -> None:
    assert n_in_finite_base(40, 60) == 118
    assert n_in_finite_base(40, 1_000_000) == pytest.approx(40, abs=0.01)


def test_the_weights_count_in_the_effective_n_and_the_people_in_the_base() -> None:
    assert n_in_finite_base(40, 60, effective_n=30) == 30 * 59 / 20


def test_a_share_takes_that_n_into_its_interval_and_keeps_the_people_in_its_n() -> None:
    share = csat(COUNTS, customers=60)
    assert (share.low, share.high) == wilson_interval(0.75, 118)
    assert share.n == 40


def test_means_and_scores_become_narrower_too() -> None:
    assert mean_rating(COUNTS, STARS, customers=60).low > mean_rating(COUNTS, STARS).low
    recommending = PointCounts({10: 20, 8: 10, 3: 10})
    assert leading_nps(recommending, customers=60).low > leading_nps(recommending).low


def test_once_every_customer_answered_there_is_no_interval_and_the_level_is_clear() -> None:
    assert not csat(COUNTS, customers=40).has_interval
    assert not mean_rating(COUNTS, STARS, customers=40).has_interval
    assert leading_nps(PointCounts({10: 20}), customers=20).low is None
    assert level(COUNTS, STARS, customers=40) == "okay"


def test_more_answers_than_customers_are_a_mistake() -> None:
    with pytest.raises(MoreAnswersThanCustomers, match="40 answers but only 39 customers"):
        csat(COUNTS, customers=39)
