"""How often something happens is the same in any period, and is said in the one that can be pictured."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.wording import wording_for
from touchpoints.frequency import (
    ABOUT,
    ABOUT_ONCE,
    DAYS,
    converted,
    decimals_of,
    in_natural_period,
    natural_period,
)
from touchpoints.model import Period

periods = st.sampled_from(sorted(DAYS))
frequencies = st.decimals(min_value=0, max_value=99_999, places=2)


def test_two_a_month_are_twenty_four_a_year() -> None:
    assert converted(2, "month", "year") == pytest.approx(24)
    assert converted(24, "year", "month") == pytest.approx(2)
    assert converted(Decimal(1), "day", "week") == pytest.approx(7)


@given(frequencies, periods, periods, periods)
def test_a_way_through_another_period_changes_nothing(
    frequency: Decimal, told: str, between: str, to: str
) -> None:
    there = converted(converted(frequency, told, between), between, to)
    assert there == pytest.approx(converted(frequency, told, to))
    assert converted(there, to, told) == pytest.approx(float(frequency))


@given(frequencies, periods, periods)
def test_a_longer_period_never_has_fewer(frequency: Decimal, one: str, other: str) -> None:
    short, long = sorted((one, other), key=DAYS.__getitem__)
    assert converted(frequency, "week", short) <= converted(frequency, "week", long)


@given(frequencies, periods)
def test_it_happens_about_once_in_its_natural_period_and_more_rarely_in_a_shorter_one(
    frequency: Decimal, told: str
) -> None:
    natural = natural_period(frequency, told)
    for period in DAYS:
        happens = converted(frequency, told, period)
        if DAYS[period] < DAYS[natural]:
            assert happens < ABOUT_ONCE
        elif natural != "year":
            assert happens >= ABOUT_ONCE


@pytest.mark.parametrize(
    ("frequency", "told", "said"),
    [
        (24, "year", "≈ 2 a month"),
        (18, "year", "≈ 1.5 a month"),
        (365, "year", "≈ 1 a day"),
        (3000, "month", "≈ 99 a day"),
        (Decimal("0.5"), "day", "≈ 3.5 a week"),
        (Decimal("0.02"), "week", "≈ 1 a year"),
    ],
)
def test_it_is_said_in_the_period_that_can_be_pictured(
    frequency: Decimal | int, told: str, said: str
) -> None:
    found = in_natural_period(frequency, told)
    assert found is not None
    assert wording_for("en").say(found) == said


@pytest.mark.parametrize(
    ("frequency", "told"), [(2, "month"), (1, "year"), (Decimal("0.2"), "year"), (0, "day")]
)
def test_nothing_is_added_where_it_is_said_so_already_or_never_happens(
    frequency: Decimal | int, told: str
) -> None:
    assert in_natural_period(frequency, told) is None


def test_every_period_of_the_model_is_known() -> None:
    assert set(DAYS) == set(ABOUT) == {period.value for period in Period}


@pytest.mark.parametrize(
    ("frequency", "digits"),
    [(0, 0), (24, 0), (12.5, 0), (2.5, 1), (1.25, 1), (0.25, 2), (0.066, 3), (0.0027, 3)],
)
def test_a_frequency_has_the_decimals_that_two_figures_need(frequency: float, digits: int) -> None:
    assert decimals_of(frequency) == digits
