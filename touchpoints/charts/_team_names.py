"""The names of rated touchpoints beside their squares, where the axis has no room for names."""

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
from touchpoints.team_journey import TeamJourney, TeamPoint

Pixels = tuple[float, float]
LETTERS = 26
NAMED_AT_MOST = 24


@dataclass(frozen=True)
class TeamNames:
    """The plot is `height` pixels high; `room` is the share of the span that it leaves free at both ends."""

    journey: TeamJourney
    stage: Stage
    span: Span
    height: float
    room: float

    def texts(self) -> list[Part]:
        """What is rated worst and best first, as long as there is room."""
        if self.stage.has_names:
            return []
        rated = [(point, room.median) for point, room in self.journey.rated]
        ordered = sorted(rated, key=lambda one: (-abs(one[1]), one[1]))[:NAMED_AT_MOST]
        labels = [plain(shortened(point.name, LETTERS)) for point, _ in ordered]
        size = self.stage.look.size
        names = [
            Name(*self._pixels(point, median), text_width(label, size) + 4, LINE * size)
            for (point, median), label in zip(ordered, labels, strict=True)
        ]
        plot = Rectangle(0, 0, self.stage.look.width, self.height)
        places = place_names(names, plot, self._taken([self._pixels(*one) for one in rated]), size)
        found = zip(ordered, labels, places, strict=True)
        return [self._label(*one, label, place) for one, label, place in found if place]

    def _taken(self, rated: list[Pixels]) -> list[Rectangle]:
        """What names must keep free: zero, every square, and the line from one to the next."""
        size, zero = self.stage.look.size, self._down(0.0)
        squares = [mark_area(*one, 1.4 * self.stage.look.mark) for one in rated]
        return [Rectangle(0, zero - 1, self.stage.look.width, zero + 1), *squares] + [
            mark_area(x + (next_x - x) * part / parts, y + (next_y - y) * part / parts, size / 2)
            for (x, y), (next_x, next_y) in pairwise(rated)
            for parts in [int(hypot(next_x - x, next_y - y) / size) + 1]
            for part in range(1, parts)
        ]

    def _pixels(self, point: TeamPoint, median: float) -> Pixels:
        return (self.stage.places[point.touchpoint_id] + 0.5) * self.stage.step, self._down(median)

    def _down(self, median: float) -> float:
        whole = self.span.high - self.span.low
        return (self.span.high - median + self.room * whole) / (whole * (1 + 2 * self.room)) * self.height

    def _label(self, point: TeamPoint, median: float, label: str, place: Place) -> Part:
        look = self.stage.look
        line = {"arrowwidth": 1, "arrowcolor": look.muted} if place.has_line else NO_LINE
        return {
            "text": label,
            "xref": "x",
            "yref": "y",
            "x": self.stage.places[point.touchpoint_id],
            "y": median,
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
