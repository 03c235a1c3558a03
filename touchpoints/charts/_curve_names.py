"""The names of some touchpoints beside their marks, where the axis has no room for names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from touchpoints.charts._canvas import Part
from touchpoints.charts._journey_axes import Span
from touchpoints.charts._journey_stage import LINE, Stage
from touchpoints.charts._label_places import Name, Place, Rectangle, mark_area, place_names
from touchpoints.charts._matrix_names import NO_LINE
from touchpoints.charts._text import plain, shortened, text_width

Pixels = tuple[float, float]
LETTERS = 26
NAMED_AT_MOST = 24
# A window may be that much narrower than its look says, before it is asked for its width.
SLACK = 1.15


@dataclass(frozen=True)
class Mark:
    """A touchpoint with the level at which it is marked."""

    touchpoint_id: str
    name: str
    level: float


Marks = tuple[Mark, ...]


@dataclass(frozen=True)
class CurveNames:
    """The plot is `height` pixels high; `room` is the share of the span that it leaves free at both ends.

    `marks` stand in the order of the journey with a line through them, `others` without one; `first` in the
    order in which they shall be named.
    """

    marks: Marks
    others: Marks
    first: Marks
    stage: Stage
    span: Span
    height: float
    room: float

    def texts(self) -> list[Part]:
        """The first ones, as long as there is room."""
        if self.stage.has_names:
            return []
        ordered = self.first[:NAMED_AT_MOST]
        labels = [plain(shortened(mark.name, LETTERS)) for mark in ordered]
        size = self.stage.look.size
        names = [
            Name(*self._pixels(mark), SLACK * text_width(label, size) + 4, LINE * size)
            for mark, label in zip(ordered, labels, strict=True)
        ]
        plot = Rectangle(0, 0, self.stage.look.width, self.height)
        places = place_names(names, plot, self._taken(), size)
        found = zip(ordered, labels, places, strict=True)
        return [self._label(mark, label, place) for mark, label, place in found if place]

    def _taken(self) -> list[Rectangle]:
        """What names must keep free: zero, every mark, and the line from one to the next."""
        size, zero = self.stage.look.size, self._down(0.0)
        marked = [self._pixels(mark) for mark in self.marks]
        alone = [self._pixels(mark) for mark in self.others]
        areas = [mark_area(*one, 1.4 * self.stage.look.mark) for one in (*marked, *alone)]
        return [Rectangle(0, zero - 1, self.stage.look.width, zero + 1), *areas] + [
            mark_area(x + (next_x - x) * part / parts, y + (next_y - y) * part / parts, size / 2)
            for (x, y), (next_x, next_y) in pairwise(marked)
            for parts in [int(hypot(next_x - x, next_y - y) / size) + 1]
            for part in range(1, parts)
        ]

    def _pixels(self, mark: Mark) -> Pixels:
        return (self.stage.places[mark.touchpoint_id] + 0.5) * self.stage.step, self._down(mark.level)

    def _down(self, level: float) -> float:
        whole = self.span.high - self.span.low
        return (self.span.high - level + self.room * whole) / (whole * (1 + 2 * self.room)) * self.height

    def _label(self, mark: Mark, label: str, place: Place) -> Part:
        look = self.stage.look
        line = {"arrowwidth": 1, "arrowcolor": look.muted} if place.has_line else NO_LINE
        return {
            "text": label,
            "xref": "x",
            "yref": "y",
            "x": self.stage.places[mark.touchpoint_id],
            "y": mark.level,
            "ax": place.right,
            "ay": place.down,
            "showarrow": True,
            "arrowhead": 0,
            "standoff": look.mark * 0.6,
            "xanchor": "center",
            "yanchor": "middle",
            "borderpad": 0,
            "bgcolor": look.background,
            "opacity": 0.95,
            "font": {"size": look.size, "color": look.text},
            **line,
        }
