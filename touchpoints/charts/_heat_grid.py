"""The rows and columns of a heat map: phases as headings, touchpoints beneath, a column per segment value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from touchpoints.charts._look import Look
from touchpoints.charts._text import LETTER, cut, line_count, plain, shortened, text_width, wrapped
from touchpoints.charts._words import Words
from touchpoints.journey import JourneyLine, JourneyPoint, measured

# After so many rows the column names have scrolled away, and the next phase repeats them.
ROWS_IN_SIGHT = 20
TURNED_LETTERS = 20
LINE = 1.3


@dataclass(frozen=True)
class Row:
    """A phase's heading, or a touchpoint; places, not names, tell rows apart, since names may repeat."""

    place: int
    name: str
    touchpoint_id: str | None


@dataclass(frozen=True)
class Cell:
    """What one segment says of one touchpoint, and where it stands."""

    column: int
    row: int
    line: JourneyLine
    point: JourneyPoint


@dataclass(frozen=True)
class Grid:
    """A heat map's rows and columns in pixels and places."""

    lines: tuple[JourneyLine, ...]
    look: Look
    words: Words

    @cached_property
    def rows(self) -> list[Row]:
        """All rows from the top; what nobody was asked about is counted in the subtitle and has no row."""
        rows: list[Row] = []
        asked = {point.touchpoint_id for line in self.lines for point in line.points if _is_asked(point)}
        stops = self.lines[0].points if self.lines else ()
        points = [point for point in stops if point.touchpoint_id in asked]
        for phase, run in groupby(points, key=lambda point: point.phase):
            rows.append(Row(len(rows), phase, None))
            for point in run:
                rows.append(Row(len(rows), point.name, point.touchpoint_id))
        return rows

    @cached_property
    def cells(self) -> list[Cell]:
        """Every cell that has a figure or a reason for having none."""
        places = {row.touchpoint_id: row.place for row in self.rows}
        return [
            Cell(column, places[point.touchpoint_id], line, point)
            for column, line in enumerate(self.lines)
            for point in line.points
            if _is_asked(point)
        ]

    @property
    def row_height(self) -> int:
        """The pixels of a row."""
        return round(1.9 * self.look.size)

    @property
    def names_width(self) -> int:
        """The pixels left of the cells: at most two fifths of the figure."""
        longest = max((len(row.name) for row in self.rows), default=0)
        wanted = round(longest * LETTER * self.look.size) + self.look.size
        return max(6 * self.look.size, min(wanted, round(0.4 * self.look.width)))

    @property
    def column_width(self) -> float:
        """The pixels of a column."""
        return (self.look.width - self.names_width) / max(len(self.lines), 1)

    @property
    def is_narrow(self) -> bool:
        """Whether the column names have to be turned: where a word of one is wider than its column."""
        words = " ".join([*(line.label for line in self.lines), *map(self._answers, self.lines)]).split()
        return max((len(word) for word in words), default=0) > self.letters

    @property
    def repeated_heads(self) -> list[int]:
        """The rows that repeat the column names; turned names would not fit into one."""
        chosen, last = [], 0
        for row in self.rows:
            if row.touchpoint_id is None and row.place - last >= ROWS_IN_SIGHT and not self.is_narrow:
                chosen.append(row.place)
                last = row.place
        return chosen

    def row_names(self) -> list[str]:
        """The names beside the rows."""
        letters = int(self.names_width / (self.look.size * LETTER)) - 1
        names = [plain(shortened(row.name, letters)) for row in self.rows]
        return [
            f"<b>{name}</b>" if row.touchpoint_id is None else name
            for row, name in zip(self.rows, names, strict=True)
        ]

    def column_names(self) -> list[str]:
        """Each segment value with the most answers that any of its touchpoints has."""
        if self.is_narrow:
            return [
                f"{plain(cut(line.label, TURNED_LETTERS))}  {plain(self._answers(line))}"
                for line in self.lines
            ]
        letters = self.letters
        return [
            f"{wrapped(line.label, letters, 2)}<br>{wrapped(self._answers(line), letters, 2)}"
            for line in self.lines
        ]

    @property
    def letters(self) -> int:
        """How many letters fit into a column."""
        return int(self.column_width / (self.look.size * LETTER)) - 1

    def head_height(self) -> float:
        """The pixels of the column names."""
        names = self.column_names()
        if self.is_narrow:
            return max(text_width(name, self.look.size) for name in names) + self.look.size
        return LINE * self.look.size * max(map(line_count, names), default=0)

    def _answers(self, line: JourneyLine) -> str:
        most = max((point.n for point in measured(line.points)), default=0)
        return self.words.say("n ≤ {n}", n=self.words.count(most)) if most else ""


def _is_asked(point: JourneyPoint) -> bool:
    """Whether there is a figure, or a reason for having none."""
    return point.is_measured or point.is_withheld
