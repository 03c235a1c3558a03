"""A journey's sheet in pixels: headings, the ribbon of phases, two rows of plots, names and source below."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from touchpoints.charts._canvas import Part, beside
from touchpoints.charts._journey_axes import Span
from touchpoints.charts._journey_labels import LINE_END, SAMPLE, level_key, occurring_signs
from touchpoints.charts._journey_stage import AXIS, LINE, Stage
from touchpoints.charts._notes import foot
from touchpoints.charts._text import LETTER, line_count, shortened, text_width, wrapped
from touchpoints.charts._words import Words

LOWER_ROW = 0.24
FOOT_LINES = 4


@dataclass(frozen=True)
class Sheet:
    """How the height and width of a figure are shared out."""

    stage: Stage
    words: Words

    @cached_property
    def margin(self) -> Part:
        """The pixels around the plots."""
        size = self.stage.look.size
        ends = [text_width(shortened(line.label, LINE_END), size) for line in self.stage.lines]
        return {
            "t": self.stage.ribbon_height + round(self._heading_rows * LINE * size) + 8,
            "b": self.stage.names_height + round((self._foot_rows * LINE + 0.8) * size),
            "l": max(round(AXIS * size), self.stage.names_overhang),
            "r": max([*ends, size]) + (SAMPLE if len(ends) > 1 else 0) + 12,
        }

    @property
    def height(self) -> int:
        """The whole figure: as high as the look says, higher where the names would crush the plots."""
        around = int(self.margin["t"]) + int(self.margin["b"])
        return max(self.stage.look.height, around + 16 * self.stage.look.size)

    @property
    def plot_height(self) -> int:
        """Both rows of plots and what lies between them."""
        return self.height - int(self.margin["t"]) - int(self.margin["b"])

    @property
    def upper_row(self) -> tuple[float, float]:
        """The domain of the experience; the gap below it holds the heading of the lower row."""
        gap = (LINE * line_count(self._lower_heading) + 1.6) * self.stage.look.size
        return LOWER_ROW + gap / self.plot_height, 1.0

    @property
    def lower_row(self) -> tuple[float, float]:
        """The domain of the share of disappointed customers."""
        return 0.0, LOWER_ROW

    @property
    def upper_room(self) -> float:
        """The share of the upper row kept free at both ends, for marks and for the names beside them."""
        size = self.stage.look.size
        return (0.7 if self.stage.has_names else 5.8) * size / self.upper_height

    def units(self, ems: float, span: Span) -> float:
        """A distance in font sizes as a distance on the experience axis."""
        whole = (span.high - span.low) * (1 + 2 * self.upper_room)
        return ems * self.stage.look.size / self.upper_height * whole

    @property
    def upper_height(self) -> float:
        """The pixels of the experience."""
        return self.plot_height * (1.0 - self.upper_row[0])

    def headings(self) -> list[Part]:
        """What each row shows, the key of the levels, and their limits with the source at the foot."""
        look, ribbon = self.stage.look, self.stage.ribbon_height / self.plot_height
        key_row = (self._heading_rows - self._own_rows) * LINE * look.size
        left = {"x": 0, "xanchor": "left", "xshift": -self.margin["l"] + 4, "yanchor": "bottom"}
        key = left if self._heading_rows > 1 else {"x": 1, "xanchor": "right", "yanchor": "bottom"}
        bottom = left | {"y": 0, "yanchor": "bottom", "yshift": 4 - self.margin["b"]}
        return [
            beside(self._upper_heading, look, y=1 + ribbon, yshift=4 + key_row, **left),
            beside(self._key, look, y=1 + ribbon, yshift=4, **key),
            beside(self._lower_heading, look, y=LOWER_ROW, yshift=8, **left),
            beside(self._foot, look, **bottom),
        ]

    @cached_property
    def _upper_heading(self) -> str:
        return self._heading(self.words.say("Experience, converted linearly to −2 (worst) … +2 (best)"))

    @cached_property
    def _lower_heading(self) -> str:
        return self._heading(self.words.say("Disappointed customers (answers in the two worst boxes)"))

    def _heading(self, text: str, lines: int = 2) -> str:
        whole = self.stage.look.width + int(AXIS * self.stage.look.size)
        return wrapped(text, int(whole / (self.stage.look.size * LETTER)), lines)

    @cached_property
    def _key(self) -> str:
        return level_key(self.stage, self.words)

    @property
    def _heading_rows(self) -> int:
        """The heading and the key share a row where they fit."""
        needed = text_width(self._upper_heading + self._key_words, self.stage.look.size)
        return 1 if self.stage.look.width > needed + 4 * self.stage.look.size else self._own_rows + 1

    @property
    def _own_rows(self) -> int:
        return line_count(self._upper_heading)

    @property
    def _key_words(self) -> str:
        return "   ".join(f"▲ {self.words.say(sign.word)}" for sign in occurring_signs(self.stage))

    @cached_property
    def _foot(self) -> str:
        return self._heading(foot(self.stage.lines, self.words), FOOT_LINES)

    @property
    def _foot_rows(self) -> int:
        return line_count(self._foot)
