"""The marks of the team's curve: its squares, the line through them, and the middle half of a room."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from touchpoints.charts._canvas import Part
from touchpoints.charts._journey_axes import Span
from touchpoints.charts._journey_marks import uprights
from touchpoints.charts._journey_stage import Stage
from touchpoints.charts._pieces import Spot, marks, strokes
from touchpoints.charts._team_words import TeamWords
from touchpoints.team_journey import TeamJourney

Place = tuple[float, float]


@dataclass(frozen=True)
class TeamMarks:
    """Squares, as the team has in every chart; a hollow one where the room disagrees."""

    journey: TeamJourney
    stage: Stage
    words: TeamWords

    def traces(self, span: Span) -> list[Part]:
        """Everything drawn, from the back to the front."""
        look = self.stage.look
        next_to, across = self._segments()
        return [
            self._unrated(span),
            *self._last_round(),
            # Broad and pale, so that nobody takes it for a margin of error.
            strokes(self._middle_halves(), look.current, width=1.2 * look.mark) | {"opacity": 0.22},
            strokes(across, look.current, width=2, dash="2px,6px"),
            strokes(next_to, look.current, width=3),
            self._squares(),
        ]

    def _last_round(self) -> list[Part]:
        """What the team said a round ago: thin and behind all else, so that nobody takes it for today's."""
        last = self.journey.last
        if last is None or not last.medians:
            return []
        told = self.words.last_round(last)
        spots = [
            Spot(self._x(id_), median, f"{told}: {self.words.mean(median)}", id_)
            for point in self.journey.points
            if (median := last.medians.get(id_ := point.touchpoint_id)) is not None
        ]
        look = self.stage.look
        small = {"color": look.muted, "size": round(0.4 * look.mark), "symbol": "square"}
        return [
            strokes([[(spot.x, spot.y) for spot in spots]], look.muted, width=1.5, dash="3px,3px"),
            marks(spots, small),
        ]

    def _segments(self) -> tuple[list[list[Place]], list[list[Place]]]:
        """The line between neighbours, and across touchpoints that nobody rated."""
        places: list[Place] = [
            (self._x(point.touchpoint_id), room.median) for point, room in self.journey.rated
        ]
        pairs = [[before, after] for before, after in pairwise(places)]
        next_to = [pair for pair in pairs if pair[1][0] - pair[0][0] == 1]
        return next_to, [pair for pair in pairs if pair not in next_to]

    def _middle_halves(self) -> list[list[Place]]:
        voted = (
            (self._x(point.touchpoint_id), votes.lower_quartile, votes.upper_quartile)
            for point in self.journey.points
            if (votes := point.votes)
        )
        return [[(x, low), (x, high)] for x, low, high in voted if low < high]

    def _squares(self) -> Part:
        look, rated = self.stage.look, self.journey.rated
        spots = [
            Spot(self._x(point.touchpoint_id), room.median, self.words.hover(point), point.touchpoint_id)
            for point, room in rated
        ]
        marker = {
            "symbol": "square",
            "size": round(max(look.mark * 0.6, min(1.2 * look.mark, 0.6 * self.stage.step)), 1),
            "color": [look.background if room.disagrees else look.current for _, room in rated],
            "line": {"width": 2, "color": look.current},
        }
        return marks(spots, marker)

    def _unrated(self, span: Span) -> Part:
        told = {
            point.touchpoint_id: self.words.hover(point)
            for point in self.journey.points
            if point.room is None
        }
        return uprights(self.stage, told, span)

    def _x(self, touchpoint_id: str) -> int:
        return self.stage.places[touchpoint_id]
