"""The numbers of a pasted series: decimal comma or point, thousands, per cent, and what stays open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Decimal = Literal[",", "."]
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})
# What may stand around a number: units, currencies, blanks that group thousands.
_AROUND = re.compile(r"^[^\d+\-.,]+|[^\d.,]+$")
_GROUPING = re.compile(r"(?<=\d)[\s'\u2019\u00a0\u202f](?=\d{3}(?!\d))")
_SPLIT = {
    ",": re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+)?(,\d+)?"),
    ".": re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?"),
}
_OPEN = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


def read_value(cell: str, decimal: Decimal) -> float | None:
    """The number of a cell, without its unit; None where it holds none, or one in another writing."""
    digits = _digits(cell)
    if not any(sign.isdigit() for sign in digits) or not _SPLIT[decimal].fullmatch(digits):
        return None
    other = "." if decimal == "," else ","
    return float(digits.replace(other, "").replace(decimal, "."))


def decimal_of(cells: Iterable[str]) -> Decimal | None:
    """The decimal mark of these numbers; None where 1.234 could be a thousand or little more than one.

    A comma where no number has a mark at all: then it does not matter.
    """
    marked = [digits for digits in map(_digits, cells) if re.search(r"[.,]", digits)]
    if not marked:
        return ","
    certain = {_last_mark(digits) for digits in marked if _is_certain(digits)}
    if len(certain) == 1:
        return certain.pop()
    repeated = {sign for digits in marked for sign in ".," if digits.count(sign) > 1}
    if len(repeated) == 1:
        return "," if repeated == {"."} else "."
    return None


def is_percent(cell: str) -> bool:
    """Whether a cell says per cent."""
    return "%" in cell


def _digits(cell: str) -> str:
    cell = _GROUPING.sub("", cell.translate(_MINUS).strip())
    return _AROUND.sub("", cell)


def _is_certain(digits: str) -> bool:
    """Whether the last mark can only be a decimal one: both marks stand there, or it groups no three."""
    has_both = "." in digits and "," in digits
    return has_both or (digits.count(_last_mark(digits)) == 1 and not _OPEN.fullmatch(digits))


def _last_mark(digits: str) -> Decimal:
    return "," if digits.rfind(",") > digits.rfind(".") else "."
