"""Where the touchpoints of a matrix stand: the spans of both axes, and every place in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

from touchpoints.charts._canvas import Part, quiet_axis
from touchpoints.charts._journey_axes import Span, tick_words
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE, Box
from touchpoints.charts._words import Words
from touchpoints.importance_performance import Matrix, Placed

SHARE_STEPS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25)
EDGE = 0.14  # of the height, kept free above and below for the quadrants' names
# More touchpoints than this, and boxes would cover each other and most names find no room.
UNCROWDED = 40


@dataclass(frozen=True)
class MatrixScale:
    """The plot of a matrix in its units and in pixels, y downwards."""

    matrix: Matrix
    look: Look

    @property
    def is_crowded(self) -> bool:
        """Whether boxes and most names are left out."""
        return len(self.matrix.placed) > UNCROWDED

    @property
    def mark(self) -> float:
        """The diameter of a mark."""
        return self.look.mark * (0.7 if self.is_crowded else 1.0)

    @property
    def width(self) -> float:
        """The usual width of the plot."""
        return float(self.look.width)

    @property
    def height(self) -> int:
        """The height of the plot."""
        return self.look.height - 8 * self.look.size

    @cached_property
    def x(self) -> Span:
        """Half steps around every box, the line and zero."""
        readings = [placed.performance for placed in self.matrix.placed]
        ends = [0.0, self.matrix.performance_line, *(end for one in readings for end in (one.low, one.high))]
        low, high = floor(min(ends) * 2) / 2, ceil(max(ends) * 2) / 2
        return Span(min(low, -0.5), max(high, 0.5), 0.5 if high - low <= 2.5 else 1.0)

    @cached_property
    def y(self) -> Span:
        """From no importance to the highest box."""
        high = max((placed.importance.high for placed in self.matrix.placed), default=0.2) or 0.2
        step = next((step for step in SHARE_STEPS if high / step <= 5), SHARE_STEPS[-1])
        return Span(0.0, high, step)

    @property
    def x_range(self) -> tuple[float, float]:
        """The level axis with some room at both ends."""
        room = (self.x.high - self.x.low) * 0.05
        return self.x.low - room, self.x.high + room

    @property
    def y_range(self) -> tuple[float, float]:
        """The upright axis with room for the quadrants' names."""
        return -EDGE * self.y.high, (1 + EDGE) * self.y.high

    def axes(self, words: Words) -> Part:
        """Both axes with their ticks."""
        shown = {"fixedrange": True}
        digits = 1 if self.y.step < 0.01 else 0
        shares = [words.share(tick, digits) for tick in self.y.ticks]
        x = quiet_axis(
            self.look,
            range=list(self.x_range),
            tickvals=self.x.ticks,
            ticktext=tick_words(self.x, words),
            **shown,
        )
        y = quiet_axis(self.look, range=list(self.y_range), tickvals=self.y.ticks, ticktext=shares, **shown)
        return WHOLE.layout(x, y)

    @cached_property
    def _places(self) -> dict[str, float]:
        """Where each mark stands across: side by side where several would cover each other."""
        left, right = self.x_range
        alike: dict[tuple[float, float], list[Placed]] = {}
        for one in self.matrix.placed:
            alike.setdefault((one.performance.value, one.importance.value), []).append(one)
        step = 1.3 * self.mark * (right - left) / self.width
        return {
            one.standing.touchpoint_id: round(value + (order - (len(group) - 1) / 2) * step, 4)
            for (value, _), group in alike.items()
            for order, one in enumerate(group)
        }

    def place(self, placed: Placed) -> float:
        """Where a mark stands on the level axis."""
        return self._places[placed.standing.touchpoint_id]

    def across(self, x: float) -> float:
        """A place on the level axis in pixels."""
        left, right = self.x_range
        return (x - left) / (right - left) * self.width

    def down(self, y: float) -> float:
        """A place on the upright axis in pixels from the top."""
        low, high = self.y_range
        return (high - y) / (high - low) * self.height

    def pixels(self, placed: Placed) -> tuple[float, float]:
        """The middle of a mark."""
        return self.across(self.place(placed)), self.down(placed.importance.value)


def error_box(placed: Placed) -> Box:
    """The error box in the units of the axes."""
    x, y = placed.performance, placed.importance
    return x.low, y.low, x.high, y.high
