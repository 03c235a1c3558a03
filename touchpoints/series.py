"""Reading a pasted or CSV series of values: dates, values, perhaps n, with every line that cannot be read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from touchpoints.cells import clean_cell, read_cells
from touchpoints.kpi_kinds import KpiKind, Writing
from touchpoints.messages import N_
from touchpoints.name_keys import name_key
from touchpoints.series_dates import DayOrder, read_date
from touchpoints.series_numbers import Decimal, decimal_of, is_percent, read_value

MOST_LINES = 2000
# Headings of columns, as their keys, in German and English.
_HEADS = {
    "date": (
        "Date",
        "Datum",
        "Tag",
        "Month",
        "Monat",
        "Period",
        "Zeitraum",
        "Quartal",
        "Quarter",
        "Jahr",
        "KW",
    ),
    "value": ("Value", "Wert", "Kennzahl", "Result", "Ergebnis", "Score", "NPS", "Anteil", "Share", "Rate"),
    "n": ("n", "Answers", "Antworten", "Anzahl", "Stichprobe", "Sample", "Sample size", "Befragte", "Base"),
    "sd": ("sd", "Standard deviation", "Standardabweichung", "Streuung", "Stdabw"),
    "favourable": ("Promoters", "Promotoren", "Favourable", "Positiv", "Treffer"),
    "unfavourable": ("Detractors", "Kritiker", "Detraktoren", "Negativ"),
}
_HEAD_KEYS = {name_key(word): meaning for meaning, words in _HEADS.items() for word in words}

NO_DATE = N_("the date cannot be read")
AMBIGUOUS = N_("it is not clear what stands first, day or month")
NO_VALUE = N_("the value cannot be read")
OUT_OF_LIMITS = N_("the value lies outside what this kind of KPI can be")
NO_N = N_("the number of answers cannot be read")
MORE_THAN_N = N_("more answers were counted than were given")
TWICE = N_("this time stands further up already")
KNOWN = N_("there is a value of this time already")


@dataclass(frozen=True)
class SeriesLine:
    """One line as it was read, or with the reason why it was not; lines are counted from 1."""

    number: int
    text: str
    starts_on: date | None = None
    ends_on: date | None = None
    value: float | None = None
    n: int | None = None
    sd: float | None = None
    favourable: int | None = None
    unfavourable: int | None = None
    reason: str = ""

    @property
    def is_read(self) -> bool:
        """Whether it can be stored."""
        return not self.reason


@dataclass(frozen=True)
class Series:
    """All lines, and what must be asked before they can be trusted."""

    lines: tuple[SeriesLine, ...]
    asks_day_order: bool = False
    asks_decimal: bool = False
    is_decimal_open: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be asked."""
        return not any(line.reason == AMBIGUOUS for line in self.lines) and not self.is_decimal_open

    @property
    def read(self) -> tuple[SeriesLine, ...]:
        """The lines that can be stored."""
        return tuple(line for line in self.lines if line.is_read)

    @property
    def faulty(self) -> tuple[SeriesLine, ...]:
        """The lines that cannot be read, each with its reason."""
        return tuple(line for line in self.lines if not line.is_read)


@dataclass(frozen=True)
class Reading:
    """How a series is read: the answers to what was asked, None while nobody did."""

    kind: KpiKind
    day_order: DayOrder | None = None
    decimal: Decimal | None = None


def read_series(text: str, reading: Reading, known: Iterable[tuple[date, date]] = ()) -> Series:
    """The values of a pasted text; `known` are the times of which there are values already."""
    rows = [[clean_cell(cell).strip('"') for cell in row] for row in _cells(text)][:MOST_LINES]
    columns, first = _columns(rows)
    body = [(number, row) for number, row in enumerate(rows, 1) if number > first]
    values = [_cell(row, columns.get("value")) for _, row in body]
    decimal = reading.decimal or decimal_of([*values, *(_cell(row, columns.get("sd")) for _, row in body)])
    lines = [_line(number, row, columns, reading, decimal or ",") for number, row in body]
    lines = _as_shares(lines, values) if reading.kind.writing is Writing.SHARE else lines
    lines = [_within_limits(line, reading.kind) for line in lines]
    return Series(
        lines=tuple(_without_doubles(lines, known)),
        asks_day_order=any(line.reason == AMBIGUOUS for line in lines) or reading.day_order is not None,
        asks_decimal=decimal is None or reading.decimal is not None,
        is_decimal_open=decimal is None,
    )


def _cells(text: str) -> list[list[str]]:
    """Cells divided by tabs or semicolons, by commas where a date stands before the first, or by blanks."""
    rows = read_cells(text)
    if any(len(row) > 1 for row in rows):
        return rows
    lines = [row[0] for row in rows]
    if len(lines) > 1 and all(_is_date(line.split(",")[0]) for line in lines[1:] if "," in line):
        is_divided = any("," in line for line in lines[1:])
        return list(csv.reader(lines)) if is_divided else [_halves(line) for line in lines]
    return [_halves(line) for line in lines]


def _is_date(cell: str) -> bool:
    found = read_date(clean_cell(cell).strip('"'))
    return found.span is not None or found.is_ambiguous


def _halves(line: str) -> list[str]:
    """The date up to the last blank before the value, which is the first number behind it."""
    cells = re.split(r"\s{2,}|\s*[|:=]\s*", line.strip())
    if len(cells) > 1:
        return cells
    found = re.fullmatch(
        r"(.*\S)\s+([+\-\u2212]?[\d.,'\u2019]+\s?%?)(?:\s+n\s*=\s*([\d.,']+))?", line.strip()
    )
    return [cell or "" for cell in found.groups()] if found else [line]


def _columns(rows: Sequence[Sequence[str]]) -> tuple[dict[str, int], int]:
    """Which column holds what, and how many rows the heading takes: none or one."""
    heads = [_HEAD_KEYS.get(name_key(cell)) for cell in rows[0]] if rows else []
    named = {meaning: place for place, meaning in reversed(list(enumerate(heads))) if meaning}
    if "date" in named and len(rows[0]) > 1:
        rest = [place for place in range(len(rows[0])) if place not in named.values()]
        return ({"value": rest[0], **named} if rest and "value" not in named else named), 1
    is_heading = bool(rows) and not any(re.search(r"\d", cell) for cell in rows[0])
    return {"date": 0, "value": 1, "n": 2}, int(is_heading)


def _line(
    number: int, row: Sequence[str], columns: Mapping[str, int], reading: Reading, decimal: Decimal
) -> SeriesLine:
    text = " | ".join(cell for cell in row if cell)
    cells = {name: _cell(row, place) for name, place in columns.items()}
    found = read_date(cells["date"], reading.day_order)
    if found.span is None:
        return SeriesLine(number, text, reason=AMBIGUOUS if found.is_ambiguous else NO_DATE)
    value, sd = (read_value(cells.get(name, ""), decimal) for name in ("value", "sd"))
    names = ("n", "favourable", "unfavourable")
    counts = [_count(cells.get(name, ""), decimal) for name in names]
    if value is None:
        return SeriesLine(number, text, *found.span, reason=NO_VALUE)
    if None in counts:
        return SeriesLine(number, text, *found.span, value, reason=NO_N)
    n, favourable, unfavourable = (
        count if cells.get(name) else None for count, name in zip(counts, names, strict=True)
    )
    reason = MORE_THAN_N if (favourable or 0) + (unfavourable or 0) > (n or 0) else ""
    return SeriesLine(number, text, *found.span, value, n or None, sd, favourable, unfavourable, reason)


def _count(cell: str, decimal: Decimal) -> int | None:
    """A whole number from nothing upwards, nothing for an empty cell; None where it is no such number."""
    count = read_value(cell, decimal) if cell else 0
    return int(count) if count is not None and count >= 0 and count == int(count) else None


def _as_shares(lines: Sequence[SeriesLine], cells: Sequence[str]) -> list[SeriesLine]:
    """Shares from 0 to 1: those with a sign of per cent, and those without, where one of them is beyond 1."""
    signed = [is_percent(cell) for cell in cells]
    plain = [line.value for line, is_signed in zip(lines, signed, strict=True) if not is_signed]
    is_beyond = any(value is not None and value > 1 for value in plain)
    return [
        replace(line, value=line.value / 100) if line.value is not None and (is_signed or is_beyond) else line
        for line, is_signed in zip(lines, signed, strict=True)
    ]


def _within_limits(line: SeriesLine, kind: KpiKind) -> SeriesLine:
    if line.reason or line.value is None or kind.is_possible(line.value):
        return line
    return replace(line, reason=OUT_OF_LIMITS)


def _without_doubles(lines: Iterable[SeriesLine], known: Iterable[tuple[date, date]]) -> Iterable[SeriesLine]:
    """Of two lines about one time the first counts, and none that is stored already."""
    stored, seen = set(known), set[tuple[date | None, date | None]]()
    for line in lines:
        time = (line.starts_on, line.ends_on)
        if line.reason:
            yield line
        elif time in stored:
            yield replace(line, reason=KNOWN)
        elif time in seen:
            yield replace(line, reason=TWICE)
        else:
            seen.add(time)
            yield line


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""
