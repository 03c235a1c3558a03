"""A figure's frame: a heading above what is drawn, the source below it, and the pixels all of it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, beside, figure, paper
from touchpoints.charts._look import Look
from touchpoints.charts._text import LETTER, line_count, wrapped

LINE = 1.3
HEADING_LINES, FOOT_LINES = 6, 4


def letters_in(pixels: float, look: Look) -> int:
    """How many letters fit into a width."""
    return max(3, int(pixels / (look.size * LETTER)))


@dataclass(frozen=True)
class Frame:
    """`body` is the height of what is drawn, `head` and `feet` what stands right around it, in pixels."""

    look: Look
    heading: str
    foot: str
    body: float
    left: int = 8
    right: int = 8
    head: int = 0
    feet: int = 0

    @cached_property
    def margin(self) -> Part:
        """The pixels around what is drawn."""
        size = self.look.size
        return {
            "t": round(LINE * size * _lines(self._heading)) + self.head + size,
            "b": round(LINE * size * _lines(self._foot)) + self.feet + size,
            "l": self.left,
            "r": self.right,
        }

    @property
    def height(self) -> int:
        """The whole figure."""
        return round(self.body) + int(self.margin["t"]) + int(self.margin["b"])

    def draw(
        self, traces: Sequence[Part], axes: Part, annotations: Sequence[Part], shapes: Sequence[Part] = ()
    ) -> go.Figure:
        """The figure with everything in its place."""
        layout = {
            **paper(self.look, self.height, self.margin),
            **axes,
            "annotations": [*self._texts(), *annotations],
        }
        if shapes:
            layout["shapes"] = list(shapes)
        return figure(list(traces), layout)

    @cached_property
    def _heading(self) -> str:
        return wrapped(self.heading, letters_in(self.look.width, self.look), HEADING_LINES)

    @cached_property
    def _foot(self) -> str:
        return wrapped(self.foot, letters_in(self.look.width, self.look), FOOT_LINES)

    def _texts(self) -> list[Part]:
        left = {"x": 0, "xanchor": "left", "xshift": 4 - self.left}
        top, bottom = int(self.margin["t"]), int(self.margin["b"])
        return [
            beside(self._heading, self.look, y=1, yanchor="top", yshift=top, **left),
            beside(self._foot, self.look, y=0, yanchor="bottom", yshift=4 - bottom, **left),
        ]


def _lines(text: str) -> int:
    return line_count(text) if text else 0
