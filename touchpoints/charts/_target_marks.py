"""The marks of the target journey: both lines, the gap between them, what ends, and what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from touchpoints.charts._canvas import Part
from touchpoints.charts._journey_axes import Span
from touchpoints.charts._journey_marks import uprights, whiskers
from touchpoints.charts._journey_stage import Stage
from touchpoints.charts._pieces import Spot, marks, strokes
from touchpoints.charts._target_words import TargetWords
from touchpoints.standing import View
from touchpoints.target_journey import TargetJourney, TargetPoint

Place = tuple[float, float]


@dataclass(frozen=True)
class TargetMarks:
    """Solid and filled for what is, dashed and diamond-shaped for what shall be."""

    journey: TargetJourney
    stage: Stage
    words: TargetWords

    def traces(self, span: Span) -> list[Part]:
        """Everything drawn, from the back to the front."""
        look = self.stage.look
        return [
            self._unknown(span),
            strokes(self._gaps(), look.target, width=max(2.0, 0.5 * self._size)) | {"opacity": 0.3},
            *self._line(self._current(), self._ink, "solid"),
            *self._line(self._targets(), look.target, "7px,5px"),
            self._levels(),
            self._diamonds(),
            self._endings(),
        ]

    @property
    def _ink(self) -> str:
        look = self.stage.look
        return look.current if self.journey.view is View.TEAM else look.measured

    @property
    def _size(self) -> float:
        """Marks shrink where they would touch each other."""
        look = self.stage.look
        return round(max(look.mark * 0.5, min(1.1 * look.mark, 0.6 * self.stage.step)), 1)

    def _current(self) -> list[Place]:
        return [(self._x(point), point.current.value) for point in self.journey.points if point.current]

    def _targets(self) -> list[Place]:
        return [(self._x(point), point.aim) for point in self.journey.points if point.aim is not None]

    def _gaps(self) -> list[list[Place]]:
        return [
            [(self._x(point), point.current.value), (self._x(point), point.aim)]
            for point, _ in self.journey.gaps
            if point.current and point.aim is not None
        ]

    def _line(self, places: Sequence[Place], colour: str, dash: str) -> list[Part]:
        """The line between neighbours, and thin dots across touchpoints without a figure."""
        pairs = [[before, after] for before, after in pairwise(places)]
        next_to = [pair for pair in pairs if pair[1][0] - pair[0][0] == 1]
        across = [pair for pair in pairs if pair not in next_to]
        return [
            strokes(across, colour, width=1, dash="1px,5px"),
            strokes(next_to, colour, width=2, dash=dash),
        ]

    def _levels(self) -> Part:
        """The current levels; customers' with their intervals, a room has none."""
        known = [(point, point.current) for point in self.journey.points if point.current]
        symbol = "square" if self.journey.view is View.TEAM else "circle"
        marker = {
            "symbol": symbol,
            "size": self._size,
            "color": self._ink,
            "line": {"width": 1, "color": self.stage.look.background},
        }
        trace = marks([self._spot(point, current.value) for point, current in known], marker)
        if any(current.has_interval for _, current in known):
            trace["error_y"] = whiskers([current for _, current in known], self._ink)
        return trace

    def _diamonds(self) -> Part:
        look = self.stage.look
        aimed = [(point, point.aim) for point in self.journey.points if point.aim is not None]
        marker = {
            "symbol": "diamond",
            "size": round(1.1 * self._size, 1),
            "color": [look.background if point.is_planned else look.target for point, _ in aimed],
            "line": {"width": 2, "color": look.target},
        }
        return marks([self._spot(point, level) for point, level in aimed], marker)

    def _endings(self) -> Part:
        """A cross where the journey loses a touchpoint: on its level, or on zero where nobody knows it."""
        ending = [point for point in self.journey.points if point.ending]
        look = self.stage.look
        marker = {
            "symbol": "x",
            "size": round(1.4 * self._size, 1),
            "color": look.text,
            "line": {"width": 2, "color": look.background},
        }
        spots = [self._spot(point, point.current.value if point.current else 0.0) for point in ending]
        return marks(spots, marker)

    def _unknown(self, span: Span) -> Part:
        told = {
            point.touchpoint_id: self.words.hover(point, self.journey)
            for point in self.journey.points
            if point.current is None and point.aim is None and not point.ending
        }
        return uprights(self.stage, told, span)

    def _spot(self, point: TargetPoint, level: float) -> Spot:
        return Spot(self._x(point), level, self.words.hover(point, self.journey), point.touchpoint_id)

    def _x(self, point: TargetPoint) -> int:
        return self.stage.places[point.touchpoint_id]
