"""Rows of a room's charts: a name at the left, something drawn beside it, and a note at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, figure, paper
from touchpoints.charts._look import ROW, Look
from touchpoints.charts._pieces import WHOLE, Box, Texts, strokes
from touchpoints.charts._text import LETTER, plain, shortened

GAP = 0.6  # font sizes between the columns
BAR = 0.66  # of a row
EDGE = 4  # pixels


@dataclass(frozen=True)
class RoomRows:
    """`names` and `notes` are the letters of both columns; `heads` are lines above the rows.

    Places are counted in font sizes from the left, and in rows from the top; lines above lie below zero.
    """

    look: Look
    count: int
    names: int = 31
    notes: int = 13
    heads: int = 1

    @cached_property
    def width(self) -> float:
        """All three columns."""
        return self.look.width / self.look.size

    @property
    def left(self) -> float:
        """Where the names end and the drawing begins."""
        return min(self.names * LETTER, self.width * 0.45) + GAP

    @property
    def right(self) -> float:
        """Where the drawing ends and the notes begin."""
        return self.width - min(self.notes * LETTER, self.width * 0.3) - GAP

    def x(self, share: float) -> float:
        """A place in the drawing, from 0 at its left to 1 at its right."""
        return self.left + share * (self.right - self.left)

    def bar(self, row: int, share: float, start: float = 0.0) -> Box:
        """A bar in a row, between two places of the drawing."""
        middle = row + 0.5
        return self.x(start), middle - BAR / 2, self.x(share), middle + BAR / 2

    def written(self, names: Sequence[str], notes: Sequence[str]) -> Texts:
        """The names and notes of the rows; notes are escaped already, names are not."""
        texts = Texts(self.look)
        letters = max(3, int((self.left - GAP) / LETTER))
        for row, (name, note) in enumerate(zip(names, notes, strict=True)):
            texts.write(0, row + 0.5, plain(shortened(name, letters)), "middle right")
            if note:
                texts.write(self.right + GAP, row + 0.5, note, "middle right")
        return texts

    def uprights(self, shares: Sequence[float]) -> Part:
        """Thin lines from the first row to the last."""
        lines = [[(self.x(share), 0.0), (self.x(share), float(self.count))] for share in shares]
        return strokes(lines, self.look.grid, width=max(1.0, self.look.size / 20))

    def separators(self, groups: Sequence[str]) -> Part:
        """A line between two rows that belong to different groups, such as phases of the journey."""
        ends = [row for row in range(1, len(groups)) if groups[row] != groups[row - 1]]
        lines = [[(0.0, float(row)), (self.width, float(row))] for row in ends]
        return strokes(lines, self.look.grid, width=max(1.0, self.look.size / 15))

    def draw(self, traces: Sequence[Part]) -> go.Figure:
        """The figure; nothing above or below it, since the page says title and source."""
        height = round((self.count + self.heads) * ROW * self.look.size)
        axes = WHOLE.blank(self.look, [0, self.width], [self.count, -self.heads])
        return bare_figure(self.look, height, list(traces), axes)


def bare_figure(look: Look, height: int, traces: list[Part], axes: Part) -> go.Figure:
    """A figure as wide as its look, with no more around it than marks at its edge need."""
    rim = EDGE + look.mark // 2
    margin = {"t": EDGE, "b": EDGE, "l": EDGE, "r": rim}
    return figure(traces, {**paper(look, height + 2 * EDGE, margin), **axes})
