"""A KPI is reached or missed only when its interval is clear of the target; else what would tell is said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints._kpis import score, share, value
from touchpoints.kpi_kinds import Evidence, kind_of
from touchpoints.kpi_status import Standing, Status, clear_side, is_overdue, next_due, status_of
from touchpoints.messages import in_english
from touchpoints.model import Direction

DAY = date(2026, 1, 31)
SHARE = kind_of("share")


def status(
    evidence: Evidence, target: float | None, direction: Direction = Direction.UP, kind: str = "share"
) -> Status:
    return status_of(kind_of(kind), value(kind, DAY, evidence), target, direction)


@pytest.mark.parametrize(
    ("good", "direction", "standing"),
    [
        (80, Direction.UP, Standing.REACHED),
        (30, Direction.UP, Standing.MISSED),
        (30, Direction.DOWN, Standing.REACHED),
        (80, Direction.DOWN, Standing.MISSED),
        (55, Direction.UP, Standing.OPEN),
    ],
)
def test_an_interval_clear_of_the_target_decides(good: int, direction: Direction, standing: Standing) -> None:
    assert status(share(good, 100), 0.5, direction).standing is standing


def test_without_a_target_there_is_nothing_to_reach() -> None:
    assert status(share(80, 100), None).standing is Standing.NO_TARGET


def test_without_a_value_it_is_open() -> None:
    found = status_of(SHARE, None, 0.5, Direction.UP)
    assert in_english(found.message) == "open, not measured yet"


def test_while_open_it_says_the_side_and_how_many_answers_would_tell() -> None:
    assert in_english(status(share(60, 100), 0.65).message) == (
        "open, rather below target; clear from about n = 350"
    )
    assert in_english(status(share(65, 100), 0.65).message) == "open, on the target"


@pytest.mark.parametrize("kind", ["count", "money", "time", "mean_rating", "nps", "share"])
def test_a_value_without_an_interval_decides_nothing(kind: str) -> None:
    found = status(Evidence(0.9), 0.5, kind=kind)
    assert in_english(found.message) == "open, rather above target; the value has no interval"


def test_where_everybody_was_asked_the_value_itself_decides() -> None:
    assert status(share(21, 40, customers=40), 0.5).standing is Standing.REACHED
    assert status(share(20, 40, customers=40), 0.5).standing is Standing.REACHED
    assert status(share(19, 40, customers=40), 0.5).standing is Standing.MISSED
    assert status(share(21, 40), 0.5).standing is Standing.OPEN


def test_of_few_customers_no_more_are_wanted_than_there_are() -> None:
    found = status(share(21, 40, customers=60), 0.5)
    assert found.clear_from_n is not None
    assert 40 < found.clear_from_n <= 60


@given(st.integers(5, 150), st.floats(0.25, 0.75), st.floats(0.01, 0.05), st.sampled_from([-1, 1]))
def test_so_many_answers_of_the_same_kind_are_clear_and_somewhat_fewer_are_not(
    n: int, good: float, gap: float, side: int
) -> None:
    target = round(good * n) / n + side * gap
    found = status(share(round(good * n), n), target)
    assert found.clear_from_n is not None
    assert found.is_above is (side < 0)
    value_of_all = round(good * n) / n
    assert clear_side(SHARE, Evidence(value_of_all, found.clear_from_n), target) == -side
    fewer = max(n, round(found.clear_from_n * 0.85))
    assert clear_side(SHARE, Evidence(value_of_all, fewer), target) is None


def test_an_nps_and_a_mean_say_how_many_answers_would_tell() -> None:
    assert status(score(50, 20, 100), 35.0, kind="nps").clear_from_n == 900
    assert status(Evidence(3.5, 20, sd=1.0), 3.6, kind="mean_rating").clear_from_n == 390


@pytest.mark.parametrize(
    ("last", "months", "due"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2025, 12, 31), 3, date(2026, 3, 31)),
        (date(2025, 12, 1), 12, date(2026, 12, 1)),
        (None, 3, None),
        (date(2026, 1, 1), None, None),
    ],
)
def test_the_next_value_is_due_so_many_months_later(
    last: date | None, months: int | None, due: date | None
) -> None:
    assert next_due(last, months) == due


def test_a_value_is_overdue_the_day_after_it_was_due() -> None:
    assert not is_overdue(date(2026, 1, 31), 1, date(2026, 2, 28))
    assert is_overdue(date(2026, 1, 31), 1, date(2026, 3, 1))
    assert is_overdue(None, 1, date(2026, 3, 1))
    assert not is_overdue(None, None, date(2026, 3, 1))
