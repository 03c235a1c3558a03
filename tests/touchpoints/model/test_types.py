"""Moments are aware and in UTC, money is exact to the cent, whatever database they go through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy import Dialect
from sqlalchemy.dialects import postgresql, sqlite

from touchpoints.model.types import Instant, Money, rank_string

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ONE_O_CLOCK_IN_BERLIN = datetime(2026, 3, 2, 13, tzinfo=timezone(timedelta(hours=1)))
DIALECTS = pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=lambda d: d.name)


@DIALECTS
def test_a_moment_comes_back_in_utc(dialect: Dialect) -> None:
    stored = Instant().process_bind_param(ONE_O_CLOCK_IN_BERLIN, dialect)
    found = Instant().process_result_value(stored, dialect)
    assert found == NOON
    assert found is not None
    assert found.tzinfo is UTC


@DIALECTS
def test_a_moment_without_a_zone_is_refused(dialect: Dialect) -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        Instant().process_bind_param(NOON.replace(tzinfo=None), dialect)


@DIALECTS
@pytest.mark.parametrize("amount", ["0", "0.01", "-12.34", "1234567890.99", "5"])
def test_an_amount_comes_back_to_the_cent(dialect: Dialect, amount: str) -> None:
    cents = Money().process_bind_param(Decimal(amount), dialect)
    assert isinstance(cents, int)
    assert Money().process_result_value(cents, dialect) == Decimal(amount)


@DIALECTS
def test_an_amount_with_half_a_cent_is_refused(dialect: Dialect) -> None:
    with pytest.raises(ValueError, match="at most two decimals"):
        Money().process_bind_param(Decimal("0.005"), dialect)


@DIALECTS
def test_nothing_stays_nothing(dialect: Dialect) -> None:
    for kind in (Instant(), Money()):
        assert kind.process_bind_param(None, dialect) is None
        assert kind.process_result_value(None, dialect) is None


def test_ranks_sort_by_bytes_in_postgresql_and_as_they_are_in_sqlite() -> None:
    kind = rank_string()
    assert kind.dialect_impl(postgresql.dialect()).collation == "C"
    assert kind.dialect_impl(sqlite.dialect()).collation is None
