"""The names of rated touchpoints beside their squares, where the axis has no room for names."""

from __future__ import annotations

from dataclasses import dataclass

from touchpoints.charts._canvas import Part
from touchpoints.charts._journey_axes import Span
from touchpoints.charts._journey_stage import LINE, Stage
from touchpoints.charts._label_places import Name, Place, Rectangle, mark_area, place_names
from touchpoints.charts._matrix_names import NO_LINE
from touchpoints.charts._text import plain, shortened, text_width
from touchpoints.team_journey import TeamJourney, TeamPoint

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
        marks = [mark_area(*self._pixels(*one), 1.4 * self.stage.look.mark) for one in rated]
        places = place_names(names, Rectangle(0, 0, self.stage.look.width, self.height), marks, size)
        found = zip(ordered, labels, places, strict=True)
        return [self._label(*one, label, place) for one, label, place in found if place]

    def _pixels(self, point: TeamPoint, median: float) -> tuple[float, float]:
        place = self.stage.places[point.touchpoint_id]
        whole = self.span.high - self.span.low
        down = (self.span.high - median + self.room * whole) / (whole * (1 + 2 * self.room))
        return (place + 0.5) * self.stage.step, down * self.height

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
