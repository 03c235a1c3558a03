"""Two panels of rows: beside each other where there is room, else one below the other."""

from __future__ import annotations

from dataclasses import dataclass

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._frame import LINE, letters_in
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import Axes
from touchpoints.charts._text import plain, shortened

WIDE_FROM = 44  # font sizes
BETWEEN = 0.06
FEWEST_ROWS = 2


@dataclass(frozen=True)
class Panel:
    """One panel: its axes, its size in pixels, and how many rows fit into it."""

    axes: Axes
    width: float
    rows: float

    @property
    def y_range(self) -> list[float]:
        """Rows are counted from the top."""
        return [self.rows, 0.0]


@dataclass(frozen=True)
class TwoPanels:
    """The panels for so many rows each, a row being `row` font sizes high."""

    look: Look
    counts: tuple[int, int]
    row: float

    @property
    def is_wide(self) -> bool:
        """Whether both stand beside each other."""
        return self.look.width >= WIDE_FROM * self.look.size

    @property
    def head(self) -> int:
        """The pixels of a panel's heading of two lines."""
        return round((2 * LINE + 1) * self.look.size)

    @property
    def body(self) -> float:
        """The pixels of both panels together."""
        first, second = self._heights
        return max(first, second) if self.is_wide else first + self.head + second

    @property
    def both(self) -> tuple[Panel, Panel]:
        """The panels where they stand."""
        first, second = self._heights
        if self.is_wide:
            half, rows = (1 - BETWEEN) / 2, self.body / self._row_height
            domains = ((0.0, half), (1 - half, 1.0))
            left, right = (Axes(number, domain) for number, domain in enumerate(domains, 1))
            return Panel(left, half * self.look.width, rows), Panel(right, half * self.look.width, rows)
        width = float(self.look.width)
        upper = Axes(1, y_domain=(1 - first / self.body, 1.0))
        lower = Axes(2, y_domain=(0.0, second / self.body))
        return Panel(upper, width, first / self._row_height), Panel(lower, width, second / self._row_height)

    def heading(self, panel: Panel, title: str, note: str) -> Part:
        """A panel's title and one line of explanation, right above it."""
        letters = letters_in(panel.width, self.look)
        colour = self.look.text
        text = f'<span style="color:{colour}"><b>{plain(shortened(title, letters))}</b></span>'
        return beside(
            f"{text}<br>{plain(shortened(note, letters))}",
            self.look,
            x=panel.axes.x_domain[0],
            xanchor="left",
            y=panel.axes.y_domain[1],
            yanchor="bottom",
            yshift=4,
        )

    @property
    def _row_height(self) -> float:
        return self.row * self.look.size

    @property
    def _heights(self) -> tuple[float, float]:
        first, second = (max(count, FEWEST_ROWS) * self._row_height for count in self.counts)
        return first, second
