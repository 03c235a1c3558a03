"""The days that a cell of a pasted series names: a day, week, month, quarter, half or year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from touchpoints.survey.waves import Span, read_span, span_of_months

# The first three letters of the months, in German and English; März may be written Maerz or Mrz.
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan jän",
            "feb",
            "mar mär mae mrz",
            "apr",
            "may mai",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct okt",
            "nov",
            "dec dez",
        ),
        1,
    )
    for word in words.split()
}
_DAY_MONTH_NAME = re.compile(r"(?:(\d{1,2})\.? )?([^\W\d_]{3,9})\.?,? ?(\d{4}|'?\d{2})")
_MONTH_NAME_DAY = re.compile(r"([^\W\d_]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WEEK = re.compile(
    r"(?:KW|W|CW|Week|Woche) ?(\d{1,2})[ /.-]*(\d{4})|(\d{4})[ -]*(?:KW|W|CW) ?(\d{1,2})", re.I
)
_PART = re.compile(r"(\d)\. ?(Quartal|Halbjahr|quarter|half)[ /]*(\d{4})|([QH])([1-4])[ /.-]*'?(\d{2})", re.I)
_SHORT_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2})")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})")


class DayOrder(StrEnum):
    """How 03/02/2026 is meant."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True)
class ReadDate:
    """What a cell names; `is_ambiguous` where day and month could change places and nobody said how."""

    span: Span | None
    is_ambiguous: bool = False


def read_date(text: str, order: DayOrder | None = None) -> ReadDate:
    """The time that a cell names; a date such as 03/02/2026 only once it is known what stands first."""
    text = " ".join(text.replace("\u2013", "-").split())
    slashed = _SLASHED.fullmatch(text)
    try:
        if slashed is not None:
            return _read_slashed(slashed, order)
        return ReadDate(read_span(text) or _week(text) or _named(text) or _part(text) or _short(text))
    except ValueError:
        return ReadDate(None)


def _read_slashed(found: re.Match[str], order: DayOrder | None) -> ReadDate:
    first, second, year = int(found[1]), int(found[2]), _year(found[3])
    if first > 12 or first == second:
        return ReadDate(_day(year, second, first))
    if second > 12:
        return ReadDate(_day(year, first, second))
    if order is None:
        return ReadDate(None, is_ambiguous=True)
    day_first = order is DayOrder.DAY_FIRST
    return ReadDate(_day(year, second, first) if day_first else _day(year, first, second))


def _named(text: str) -> Span | None:
    """Feb 2026, Februar 2026, 3. Februar 2026, 3 Feb 26 or February 3, 2026."""
    if found := _MONTH_NAME_DAY.fullmatch(text):
        month, day, year = _month(found[1]), found[2], found[3]
    elif found := _DAY_MONTH_NAME.fullmatch(text):
        day, month, year = found[1], _month(found[2]), found[3]
    else:
        return None
    if month is None:
        return None
    return _day(_year(year), month, int(day)) if day else span_of_months(_year(year), month, 1)


def _week(text: str) -> Span | None:
    """KW 5/2026, W5 2026 or 2026-W05: Monday to Sunday (ISO 8601)."""
    found = _WEEK.fullmatch(text)
    if found is None:
        return None
    week, year = (found[1], found[2]) if found[1] else (found[4], found[3])
    monday = date.fromisocalendar(int(year), int(week), 1)
    return Span(monday, monday + timedelta(days=6))


def _part(text: str) -> Span | None:
    """1. Quartal 2026, Q1/26 or H2 '25."""
    found = _PART.fullmatch(text)
    if found is None:
        return None
    kind, number, year = (found[2], found[1], found[3]) if found[1] else (found[4], found[5], found[6])
    months = 3 if kind[0].casefold() == "q" else 6
    return span_of_months(_year(year), (int(number) - 1) * months + 1, months)


def _short(text: str) -> Span | None:
    """3.2.26: with dots the day stands first."""
    found = _SHORT_DAY.fullmatch(text)
    return _day(_year(found[3]), int(found[2]), int(found[1])) if found else None


def _month(word: str) -> int | None:
    return _MONTHS.get(word.casefold()[:3])


def _year(text: str) -> int:
    year = int(text.strip("'"))
    return year if year > 99 else 2000 + year


def _day(year: int, month: int, day: int) -> Span:
    named = date(year, month, day)
    return Span(named, named)
