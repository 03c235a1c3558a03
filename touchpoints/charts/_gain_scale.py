"""The plot of a chart with the gain upwards and money or days across: its spans, ticks and pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

from touchpoints.charts._canvas import Part, quiet_axis
from touchpoints.charts._journey_axes import Span
from touchpoints.charts._look import Look
from touchpoints.charts._pieces import WHOLE
from touchpoints.charts._standing_words import StandingWords

# The gain is shown as importance in per cent x levels, like the need for action that it takes away.
PER_CENT = 100
_NICE = (1.0, 2.0, 5.0, 10.0)


def round_span(low: float, high: float, ticks: int) -> Span:
    """From zero, or from below it, to the end, in round steps."""
    high = max(high, low + 1e-6, 1e-6)
    power = 10.0 ** floor(log10((high - low) / ticks))
    step = next(nice * power for nice in _NICE if (high - low) / (nice * power) <= ticks)
    return Span(floor(min(low, 0.0) / step) * step, ceil(high / step - 1e-9) * step, step)


@dataclass(frozen=True)
class GainScale:
    """Both spans and the size of the plot."""

    x: Span
    y: Span
    look: Look

    @property
    def height(self) -> float:
        """The height of the plot in pixels."""
        return float(self.look.height - 12 * self.look.size)

    @property
    def x_range(self) -> tuple[float, float]:
        """The axis with some room at both ends."""
        room = (self.x.high - self.x.low) * 0.04
        return self.x.low - room, self.x.high + room

    @property
    def y_range(self) -> tuple[float, float]:
        """The same upwards."""
        room = (self.y.high - self.y.low) * 0.08
        return self.y.low - room, self.y.high + room

    def axes(self, words: StandingWords, said_of_x: Callable[[float], str]) -> Part:
        """Both axes with their ticks, and a quiet grid."""
        digits = 0 if self.y.step >= 1 else 1 if self.y.step >= 0.1 else 2
        grid = {"fixedrange": True, "showgrid": True, "gridcolor": self.look.grid}
        x = quiet_axis(
            self.look,
            range=list(self.x_range),
            tickvals=self.x.ticks,
            ticktext=[said_of_x(tick) for tick in self.x.ticks],
            **grid,
        )
        y = quiet_axis(
            self.look,
            range=list(self.y_range),
            tickvals=self.y.ticks,
            ticktext=[words.number(tick, digits) for tick in self.y.ticks],
            **grid,
        )
        return WHOLE.layout(x, y)

    def pixels(self, x: float, y: float) -> tuple[float, float]:
        """A place in pixels, from the left and from the top."""
        (left, right), (low, high) = self.x_range, self.y_range
        across = (x - left) / (right - left) * self.look.width
        return across, (high - y) / (high - low) * self.height
