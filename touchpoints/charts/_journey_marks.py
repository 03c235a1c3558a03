"""The marks of a journey: lines, points by level, intervals, and the share of disappointed customers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from touchpoints.charts._canvas import Part
from touchpoints.charts._journey_axes import Span
from touchpoints.charts._journey_hover import hover_text
from touchpoints.charts._journey_stage import Stage
from touchpoints.charts._text import plain
from touchpoints.charts._words import Words
from touchpoints.journey import JourneyLine, JourneyPoint, measured
from touchpoints.statistics import Estimate, Level

DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
# More points than this, and single whiskers become a hedge: a band is drawn instead.
WHISKERS_AT_MOST = 60
# Closer than so many pixels, uprights become a grey field, and the gap in the line says enough.
UPRIGHTS_FROM = 5
NO_LINE = JourneyLine("", ())


@dataclass(frozen=True)
class Marks:
    """One line of a journey about to be drawn: its colour, its dash, and its step aside from the others."""

    stage: Stage
    line: JourneyLine
    order: int
    words: Words

    @property
    def is_alone(self) -> bool:
        """Whether the journey has one line only, so that colour can show the level."""
        return len(self.stage.lines) == 1

    @property
    def colour(self) -> str:
        """The line's colour."""
        look = self.stage.look
        return look.measured if self.is_alone else look.lines[self.order % len(look.lines)]

    @property
    def dash(self) -> str:
        """The line's dash, which tells lines apart without colour."""
        return DASHES[self.order % len(DASHES)]

    @property
    def has_whiskers(self) -> bool:
        """Whether each point shows its own interval."""
        return len(self.stage.points) <= WHISKERS_AT_MOST

    def x(self, point: JourneyPoint) -> float:
        """The place of a point, a little aside where several lines would cover each other's intervals."""
        aside = (self.order - (len(self.stage.lines) - 1) / 2) * 0.14 if self.has_whiskers else 0.0
        return round(self.stage.places[point.touchpoint_id] + aside, 3)

    def traces(self) -> list[Part]:
        """Everything drawn for this line, from the back to the front."""
        band = [] if self.has_whiskers else [self._band()]
        return [*band, self._bridges(), self._curve(), self._shares()]

    def _curve(self) -> Part:
        shown = [point if point.is_measured else None for point in self.line.points]
        trace = {
            "type": "scatter",
            "mode": "lines+markers",
            "name": plain(self.line.label),
            "x": [point and self.x(point) for point in shown],
            "y": [point and point.experience for point in shown],
            "line": {"color": self.colour, "dash": self.dash, "width": 2},
            "marker": self._marker(shown),
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
            "connectgaps": False,
            **self._hover(shown),
        }
        if self.has_whiskers:
            trace["error_y"] = whiskers([point.mean if point else None for point in shown], self.colour)
        return trace

    def _marker(self, shown: Sequence[JourneyPoint | None]) -> Part:
        look = self.stage.look
        signs = [look.sign(point.level if point else Level.UNCLEAR) for point in shown]
        inks = [sign.colour if self.is_alone else self.colour for sign in signs]
        return {
            "symbol": [sign.symbol for sign in signs],
            "size": [self._size * sign.scale for sign in signs],
            "color": [
                look.background if sign.is_hollow else ink for sign, ink in zip(signs, inks, strict=True)
            ],
            "opacity": 1,
            "line": {
                "width": self._size / 7 if self.has_whiskers else [1.0 * sign.is_hollow for sign in signs],
                "color": [
                    ink if sign.is_hollow else look.background for sign, ink in zip(signs, inks, strict=True)
                ],
            },
        }

    @property
    def _size(self) -> float:
        """Marks shrink where they would touch each other."""
        look = self.stage.look
        return round(max(look.mark * 0.5, min(look.mark, 0.6 * self.stage.step)), 1)

    def _band(self) -> Part:
        """The interval as one closed outline per unbroken run of measured points."""
        x: list[float | None] = []
        y: list[float | None] = []
        for run in _runs(self.line.points):
            x += [*map(self.x, run), *map(self.x, reversed(run)), None]
            y += [*(_high(point) for point in run), *(_low(point) for point in reversed(run)), None]
        return {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "fill": "toself",
            "line": {"width": 0, "color": self.colour},
            "opacity": 0.25,
            "hoverinfo": "skip",
        }

    def _bridges(self) -> Part:
        """Faint dots over touchpoints without a figure: the order goes on, but nothing is known there."""
        x: list[float | None] = []
        y: list[float | None] = []
        for before, after in pairwise(_runs(self.line.points)):
            x += [self.x(before[-1]), self.x(after[0]), None]
            y += [before[-1].experience, after[0].experience, None]
        return {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "line": {"color": self.colour, "width": 1, "dash": "1px,5px"},
            "hoverinfo": "skip",
        }

    def _shares(self) -> Part:
        """The share of disappointed customers: bars for one line, points where several stand together."""
        shown = [point for point in measured(self.line.points) if point.disappointed]
        trace = {
            "yaxis": "y2",
            "name": plain(self.line.label),
            "x": [self.x(point) for point in shown],
            "y": [point.disappointed_share for point in shown],
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
            **self._hover(shown),
        }
        if self.has_whiskers:
            colour = self.stage.look.text if self.is_alone else self.colour
            trace["error_y"] = whiskers([point.disappointed for point in shown], colour)
        return {**trace, **(self._bars() if self.is_alone else self._dots())}

    def _bars(self) -> Part:
        colour = self.stage.look.sign(Level.DISAPPOINTING).colour
        width = min(0.62, 5 * self.stage.look.size / self.stage.step)
        return {"type": "bar", "width": width, "marker": {"color": colour, "line": {"width": 0}}}

    def _dots(self) -> Part:
        marker = {"color": self.colour, "size": self._size * 0.7}
        return {"type": "scatter", "mode": "markers", "marker": marker}

    def _hover(self, shown: Sequence[JourneyPoint | None]) -> Part:
        return {
            "customdata": [point and point.touchpoint_id for point in shown],
            "hovertext": [point and self._told[point.touchpoint_id] for point in shown],
            "hoverinfo": "text",
        }

    @cached_property
    def _told(self) -> dict[str, str]:
        """What is said of each point when it is pointed at, in either row."""
        look = self.stage.look
        return {
            point.touchpoint_id: hover_text(point, self.line, self.words, look)
            for point in measured(self.line.points)
        }


def whiskers(estimates: Sequence[Estimate | None], colour: str) -> Part:
    """Intervals as error bars, none where there is no interval."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [one and _up(one) for one in estimates],
        "arrayminus": [one and _down(one) for one in estimates],
        "color": colour,
        "thickness": 1.5,
        "width": 3,
    }


def unmeasured_ticks(stage: Stage, words: Words, span: Span) -> Part:
    """What stands where no line has a figure."""
    known = {point.touchpoint_id for line in stage.lines for point in measured(line.points)}
    missing = [point for point in stage.points if point.touchpoint_id not in known]
    told = {point.touchpoint_id: hover_text(point, NO_LINE, words, stage.look) for point in missing}
    return uprights(stage, told, span)


def uprights(stage: Stage, told: Mapping[str, str], span: Span) -> Part:
    """A dotted upright where a touchpoint has no figure: from edge to edge, so that nobody reads a value.

    `told` says by id what is read there when it is pointed at.
    """
    ends = (span.low, (span.low + span.high) / 2, span.high, None)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [stage.places[id_] for id_ in told for _ in ends],
        "y": [end for _ in told for end in ends],
        "opacity": 0.7,
        "line": {
            "width": 1 if stage.step > UPRIGHTS_FROM else 0,
            "color": stage.look.muted,
            "dash": "1px,5px",
        },
        "marker": {"opacity": 0, "size": stage.look.mark},
        "unselected": {"marker": {"opacity": 0}},
        "selected": {"marker": {"opacity": 0}},
        "customdata": [id_ for id_ in told for _ in ends],
        "hovertext": [text for text in told.values() for _ in ends],
        "hoverinfo": "text",
    }


def _runs(points: Iterable[JourneyPoint]) -> list[list[JourneyPoint]]:
    """The measured points in unbroken runs."""
    grouped = groupby(points, key=lambda point: point.is_measured)
    return [list(run) for is_measured, run in grouped if is_measured]


def _up(estimate: Estimate) -> float:
    return 0.0 if estimate.high is None else estimate.high - estimate.value


def _down(estimate: Estimate) -> float:
    return 0.0 if estimate.low is None else estimate.value - estimate.low


def _high(point: JourneyPoint) -> float:
    return point.experience + (_up(point.mean) if point.mean else 0.0)


def _low(point: JourneyPoint) -> float:
    return point.experience - (_down(point.mean) if point.mean else 0.0)
