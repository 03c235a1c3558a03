"""The figure of the importance-performance matrix: cross-hair, marks with their error boxes, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._frame import LINE, Frame
from touchpoints.charts._look import Look
from touchpoints.charts._matrix_names import MatrixNames
from touchpoints.charts._matrix_scale import MatrixScale, error_box
from touchpoints.charts._pieces import Spot, filled_boxes, marks, strokes
from touchpoints.charts._standing_words import StandingWords, told
from touchpoints.charts._text import plain
from touchpoints.importance_performance import QUADRANT_NAMES, UNCLEAR, CrossHair, Matrix, Placed, Quadrant
from touchpoints.messages import N_
from touchpoints.standing import View

AT_THE_MEAN = N_("lines: mean experience {mean}, even share {share}")
AT_THE_MIDPOINT = N_("lines: midpoint of the scale {mean}, even share {share}")
HEADINGS = {
    View.TEAM: N_("↑ Importance: share of the team's points"),
    View.CUSTOMER: N_("↑ Importance: share of the customers' mentions"),
}


@dataclass(frozen=True)
class MatrixFigure:
    """What the parts of the figure have in common."""

    matrix: Matrix
    look: Look
    words: StandingWords
    source: str

    def figure(self) -> go.Figure:
        """The figure, drawn."""
        size = self.look.size
        heading = self.words.say(HEADINGS[self.matrix.view.importance])
        feet = round((2 * LINE + 1.2) * size)
        frame = Frame(self.look, heading, self.source, self._scale.height, round(3.6 * size), size, feet=feet)
        names = MatrixNames(self._scale, self.words)
        traces = [*self._boxes(), *self._lines(), *self._marks()]
        texts = [*names.corners(), *self._below(), *names.names()]
        return frame.draw(traces, self._scale.axes(self.words), texts)

    @cached_property
    def _scale(self) -> MatrixScale:
        return MatrixScale(self.matrix, self.look)

    def _lines(self) -> list[Part]:
        """The cross-hair."""
        upright = [(self.matrix.performance_line, y) for y in self._scale.y_range]
        across = [(x, self.matrix.importance_line) for x in self._scale.x_range]
        return [strokes([upright, across], self.look.muted)] if self.matrix.placed else []

    def _boxes(self) -> list[Part]:
        """The error boxes, dotted where they leave the quadrant open."""
        if self._scale.is_crowded:
            return []
        drawn = []
        for is_clear in (True, False):
            chosen = [one for one in self.matrix.placed if (one.quadrant is not None) == is_clear]
            colour = self.look.grid if is_clear else self.look.muted
            line = {"color": colour, "width": 1, "dash": "solid" if is_clear else "dot"}
            boxes = filled_boxes([error_box(one) for one in chosen], self.look.band)
            drawn.append({**boxes, "line": line, "opacity": 0.7})
        return drawn

    def _marks(self) -> list[Part]:
        """Certain ones filled, unclear ones hollow, what to improve first larger and square."""
        first, unclear = self.matrix.inside(Quadrant.IMPROVE_FIRST), self.matrix.inside(None)
        clear = [one for one in self.matrix.placed if one not in first and one not in unclear]
        look, size = self.look, self._scale.mark
        hollow = {"color": look.background, "line": {"width": 1.5, "color": look.text}}
        return [
            marks(self._spots(unclear), {"size": size, "symbol": "circle", **hollow}),
            marks(self._spots(clear), {"size": size, "symbol": "circle", "color": look.text}),
            marks(self._spots(first), {"size": 1.2 * size, "symbol": "square", "color": look.accent}),
        ]

    def _spots(self, chosen: Sequence[Placed]) -> list[Spot]:
        place = self._scale.place
        return [
            Spot(place(one), one.importance.value, self._told(one), one.standing.touchpoint_id)
            for one in chosen
        ]

    def _told(self, placed: Placed) -> str:
        say, words = self.words.say, self.words
        importance, experience = placed.importance, placed.performance
        ends = {"low": words.mean(experience.low), "high": words.mean(experience.high)}
        return told(
            placed.standing.name,
            placed.standing.phase,
            words.phrase(QUADRANT_NAMES[placed.quadrant] if placed.quadrant else UNCLEAR),
            say("importance {share}", share=words.share(importance.value, 1)),
            say("experience {mean} ({low} to {high})", mean=words.mean(experience.value), **ends),
            f"n = {words.count(experience.n)}",
        )

    def _below(self) -> list[Part]:
        """What lies on the level axis, and where the lines of the cross-hair stand."""
        texts = [self.words.say("Experience, −2 (worst) … +2 (best)"), self._said_of_lines()]
        return [
            beside(
                plain(text),
                self.look,
                x=0.5,
                xanchor="center",
                y=0,
                yanchor="top",
                yshift=-round((1.7 + LINE * line) * self.look.size),
            )
            for line, text in enumerate(texts)
        ]

    def _said_of_lines(self) -> str:
        if not self.matrix.placed:
            return ""
        is_mean = self.matrix.cross_hair is CrossHair.MEAN
        return self.words.say(
            AT_THE_MEAN if is_mean else AT_THE_MIDPOINT,
            mean=self.words.mean(self.matrix.performance_line),
            share=self.words.share(self.matrix.importance_line, 1),
        )
