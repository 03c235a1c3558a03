"""Column types of our own: instants in UTC, money in cents, closed lists of words, rank strings."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, String
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite, which has no zones, gets it without and gives it back with one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone: it would silently mean another hour elsewhere."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware UTC whatever the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Money(TypeDecorator[Decimal]):
    """An amount as whole cents, so that sums are exact; more than two decimals are refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Cents of a Decimal with at most two decimals."""
        if value is None:
            return None
        cents = Decimal(value) * 100
        if cents != cents.to_integral_value():
            raise ValueError("an amount has at most two decimals")
        return int(cents)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - SQLAlchemy's signature
        """The Decimal again."""
        return None if value is None else Decimal(value).scaleb(-2)


def word_of(words: type[StrEnum], check: str = "") -> Any:  # noqa: ANN401 - SQLModel takes any column type
    """A column for one word of a closed list, held by a CHECK on either database.

    A table with several columns of one list needs a name for the `check` of each.
    """
    return Enum(
        words,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
        name=check or words.__name__.lower(),
    )


def rank_string() -> Any:  # noqa: ANN401 - SQLModel takes any column type
    """A rank that sorts byte by byte on either database, whatever its collation."""
    return String(100).with_variant(String(100, collation="C"), "postgresql")
