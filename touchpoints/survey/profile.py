"""What stands in the columns of a survey file, small enough to travel between processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from touchpoints.survey.cells import read_number
from touchpoints.survey.frame import Codes, Column, column_of, first_row_of
from touchpoints.survey.waves import read_span

MOST_VALUES = 60
LONGEST_VALUE = 200
EXAMPLES = 5
# Nobody chooses from so many different texts: what a column is for shows in a part of them.
MOST_READ = 20_000
MOST_DAYS_READ = 5000
SHARE_OF_DAYS = 0.9
# The first one that fits is proposed; days before months, as everywhere but in the United States.
DATE_FORMATS = (
    *(
        "%Y-%m-%d",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%dT%H:%M:%S",
        "%d.%m.%Y",
        "%d.%m.%Y %H:%M",
        "%d.%m.%Y %H:%M:%S",
    ),
    *("%d.%m.%y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y/%m/%d"),
    *("%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M", "%m/%d/%Y %I:%M:%S %p"),
)


class DaysFound(NamedTuple):
    """How the texts of a column are read as days, and the first and last of them."""

    format: str | None = None
    first: date | None = None
    last: date | None = None


class ValueCount(NamedTuple):
    """A value as it is written, how many rows have it, and the number of the first of them."""

    text: str
    n: int
    row: int


@dataclass(frozen=True)
class ColumnProfile:
    """What stands in a column; `values` are the most frequent ones, all of them up to sixty.

    `distinct` counts values that are not blank. `low` and `high` are the least and greatest number among
    them, `numbers` is how many values are numbers; of a column with more than 20,000 different values only as
    many are looked at. `date_format` is how most values would be read as days, None where they are none;
    `first_day` and `last_day` belong to it.
    """

    name: str
    rows: int
    blanks: int
    distinct: int
    values: tuple[ValueCount, ...]
    numbers: int
    low: float | None
    high: float | None
    date_format: str | None
    first_day: date | None
    last_day: date | None
    examples: tuple[str, ...]

    @property
    def is_numeric(self) -> bool:
        """Whether every value is a number."""
        return 0 < self.distinct == self.numbers

    @property
    def answered(self) -> int:
        """How many rows are not blank."""
        return self.rows - self.blanks

    def to_dict(self) -> dict[str, Any]:
        """The profile as plain values."""
        first, last = self.first_day, self.last_day
        days = {"first_day": first and first.isoformat(), "last_day": last and last.isoformat()}
        lists = {"values": [list(value) for value in self.values], "examples": list(self.examples)}
        return {**vars(self), **days, **lists}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> ColumnProfile:
        """The profile that to_dict wrote."""
        days = {key: raw[key] and date.fromisoformat(raw[key]) for key in ("first_day", "last_day")}
        values = tuple(ValueCount(*row) for row in raw["values"])
        return cls(**{**raw, **days, "values": values, "examples": tuple(raw["examples"])})


def profile(frame: pd.DataFrame) -> tuple[ColumnProfile, ...]:
    """The profile of every column of the frame."""
    first_row = first_row_of(frame)
    return tuple(profile_column(column_of(frame, str(name)), first_row) for name in frame.columns)


def profile_column(column: Column, first_row: int) -> ColumnProfile:
    """What stands in one column."""
    counts = column.rows_of_texts
    is_blank = np.array([not text.strip() for text in column.texts])
    used = np.flatnonzero((counts > 0) & ~is_blank)
    values = most_frequent(column, used, first_row)
    texts = [column.texts[place] for place in used[:MOST_READ]]
    numbers = [number for number in map(read_number, texts) if number is not None]
    days = find_days([value.text for value in values], texts)
    return ColumnProfile(
        name=column.name,
        rows=len(column.codes),
        blanks=int(counts[is_blank].sum()),
        distinct=len(used),
        values=values,
        numbers=len(used) if len(numbers) == len(texts) else len(numbers),
        low=min(numbers, default=None),
        high=max(numbers, default=None),
        date_format=days.format,
        first_day=days.first,
        last_day=days.last,
        examples=tuple(value.text for value in sorted(values, key=lambda value: value.row)[:EXAMPLES]),
    )


def most_frequent(column: Column, used: Codes, first_row: int) -> tuple[ValueCount, ...]:
    """The values with the most rows, ties in the order of the file."""
    counts, firsts = column.rows_of_texts, first_rows(column)
    rank = firsts[used] - counts[used] * len(column.codes)
    most = (
        np.argpartition(rank, MOST_VALUES)[:MOST_VALUES] if len(used) > MOST_VALUES else np.arange(len(used))
    )
    ordered = used[most[np.argsort(rank[most])]]
    return tuple(
        ValueCount(column.texts[place][:LONGEST_VALUE], int(counts[place]), int(firsts[place]) + first_row)
        for place in ordered
    )


def first_rows(column: Column) -> Codes:
    """The first row that holds each text; assigning from the end lets the first one win."""
    firsts = np.zeros(len(column.texts), dtype=np.int64)
    rows = np.arange(len(column.codes) - 1, -1, -1)
    firsts[column.codes[::-1]] = rows
    return firsts


def find_days(frequent: Sequence[str], texts: Sequence[str]) -> DaysFound:
    """How the texts are to be read as days, judged by the most frequent ones."""
    fitting = [format_ for format_ in DATE_FORMATS if fits(frequent, format_)]
    if not fitting:
        return DaysFound()
    spans = [read_span(text, fitting[0]) for text in texts[:MOST_DAYS_READ]]
    days = [span.first for span in spans if span is not None]
    return DaysFound(fitting[0], min(days, default=None), max(days, default=None))


def fits(texts: Sequence[str], format_: str) -> bool:
    """Whether nearly all of the texts are days of this form."""
    read = sum(read_span(text, format_) is not None for text in texts)
    return bool(texts) and read >= SHARE_OF_DAYS * len(texts)
