"""How the values of a column are written as JSON, and read again with the same type or not at all."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Enum,
    Float,
    Integer,
    Numeric,
    Time,
    Uuid,
)

from touchpoints.model.types import Instant, Money

Decode = Callable[[Any], Any]
_LARGEST = 2**63


class Unfit(ValueError):
    """A value that a column cannot hold."""


def as_json(value: object) -> str:
    """What JSON has no word for, as text; for json.dumps."""
    if isinstance(value, (UUID, Decimal)):
        return str(value)
    if isinstance(value, (date, time)):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def decoder(column: Column[Any]) -> Decode:
    """Reads what was written of a column; raises Unfit for anything else."""
    decode = _decoder(column)

    def read(value: Any) -> Any:  # noqa: ANN401 - any column
        if value is None:
            if not column.nullable:
                raise Unfit
            return None
        return decode(value)

    return read


def _decoder(column: Column[Any]) -> Decode:
    kind = column.type
    if isinstance(kind, Enum):
        return kind.enum_class or _text(kind.length)
    if isinstance(kind, (Money, Numeric)) and not isinstance(kind, Float):
        return _decimal
    simple: dict[type, Decode] = {
        Uuid: UUID,
        Instant: _instant,
        Date: date.fromisoformat,
        Time: time.fromisoformat,
        Boolean: _truth,
        Float: _figure,
        Integer: _whole,
        JSON: _document,
    }
    found = next((decode for base, decode in simple.items() if isinstance(kind, base)), None)
    # What is left are texts, some of them of SQLModel's own type, which is none of SQLAlchemy's.
    return found or _text(getattr(kind, "length", None))


def _text(length: int | None) -> Decode:
    def read(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
        if not isinstance(value, str) or (length is not None and len(value) > length):
            raise Unfit
        # PostgreSQL takes no NUL, and neither takes half a character.
        if not value.isascii() and any(unicodedata.category(sign) == "Cs" for sign in value):
            raise Unfit
        if "\0" in value:
            raise Unfit
        return value

    return read


def _instant(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise Unfit
    return moment


def _decimal(value: str) -> Decimal:
    number = Decimal(value) if isinstance(value, str) else Decimal("NaN")
    if not number.is_finite() or abs(number) > _LARGEST:
        raise Unfit
    return number


def _truth(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(value, bool):
        raise Unfit
    return value


def _whole(value: Any) -> int:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(value, int) or isinstance(value, bool) or not -_LARGEST <= value < _LARGEST:
        raise Unfit
    return value


def _figure(value: Any) -> float:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not math.isfinite(value):
        raise Unfit
    return float(value)


def _document(value: Any) -> Any:  # noqa: ANN401 - any document
    """A document lies in a list of one: JSON's own null is something else than nothing."""
    if not isinstance(value, list) or len(value) != 1:
        raise Unfit
    return JSON.NULL if value[0] is None else value[0]
