"""Which wave a cell names: a year, half, quarter, month or day, or simply the word that stands there."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from typing import NamedTuple

from touchpoints.survey.rules import Period

LONGEST_LABEL = 60
YEAR = re.compile(r"(\d{4})(?:[.,]0)?")
PART_OF_YEAR = re.compile(r"(\d{4})[ -]?([QH])([1-4])|([QH])([1-4])[ /-](\d{4})", re.IGNORECASE)
MONTH = re.compile(r"(\d{4})-(\d{1,2})|(\d{1,2})[./](\d{4})")
DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?|(\d{1,2})\.(\d{1,2})\.(\d{4})(?: .*)?")
MONTHS_OF = {Period.YEAR: 12, Period.HALF: 6, Period.QUARTER: 3, Period.MONTH: 1}


class Span(NamedTuple):
    """A time that a cell names, both days included."""

    first: date
    last: date


def wave_label(text: str, period: Period | None = None, format_: str | None = None) -> str | None:
    """The wave that a cell belongs to, such as "2018", "2018-H1", "2018-Q1", "2018-03", "2018-03-05".

    Without a period the text itself is the wave. None where the cell is blank, cannot be read, or names a
    time that is longer than the period.
    """
    if period is None:
        return text[:LONGEST_LABEL].strip() or None
    span = read_span(text, format_)
    if span is None:
        return None
    label = label_of_day(span.first, period)
    return label if label == label_of_day(span.last, period) else None


def label_of_day(day: date, period: Period) -> str:
    """The name of the period in which the day lies."""
    if period is Period.DAY:
        return day.isoformat()
    number = (day.month - 1) // MONTHS_OF[period] + 1
    parts = {Period.YEAR: "", Period.HALF: f"-H{number}", Period.QUARTER: f"-Q{number}"}
    return f"{day.year:04}{parts.get(period, f'-{number:02}')}"


def read_span(text: str, format_: str | None = None) -> Span | None:
    """The time that a text names; with a format (as in strptime) it must stand in just this form."""
    try:
        if format_ is not None:
            return span_in_format(text, format_)
        return span_of_day(text) or span_of_month(text) or span_of_part(text) or span_of_year(text)
    except ValueError:
        return None


def span_in_format(text: str, format_: str) -> Span:
    """The day that the text names, or the month or year where the format has no day."""
    day = datetime.strptime(text, format_).date()  # noqa: DTZ007 - a calendar day has no zone
    if re.search(r"%[djxcDFU]", format_):
        return Span(day, day)
    if re.search(r"%[mbB]", format_):
        return span_of_months(day.year, day.month, 1)
    return span_of_months(day.year, 1, 12)


def span_of_day(text: str) -> Span | None:
    """2018-03-05 (with or without a time) or 5.3.2018."""
    found = DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
    named = date(int(year), int(month), int(day))
    return Span(named, named)


def span_of_month(text: str) -> Span | None:
    """2018-03, 3/2018 or 03.2018."""
    found = MONTH.fullmatch(text)
    if found is None:
        return None
    year, month = found.group(1, 2) if found[1] else found.group(4, 3)
    return span_of_months(int(year), int(month), 1)


def span_of_part(text: str) -> Span | None:
    """2018-Q1, Q1 2018 or 2018-H2."""
    found = PART_OF_YEAR.fullmatch(text)
    if found is None:
        return None
    year, kind, number = found.group(1, 2, 3) if found[1] else found.group(6, 4, 5)
    months = 3 if kind.upper() == "Q" else 6
    return span_of_months(int(year), (int(number) - 1) * months + 1, months)


def span_of_year(text: str) -> Span | None:
    """2018."""
    found = YEAR.fullmatch(text)
    return None if found is None else span_of_months(int(found[1]), 1, 12)


def span_of_months(year: int, first: int, months: int) -> Span:
    """A whole number of months; raises ValueError where the year has no such month."""
    last = first + months - 1
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts "Wave 2" before "Wave 10" and "<18" where its number belongs within its kind."""
    parts = re.split(r"(\d{1,15})", text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)
