"""The figure of a trend: lines with whiskers over the waves, named where they end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, beside, figure, paper, quiet_axis, spread
from touchpoints.charts._journey_axes import Span, interval_ends, tick_words
from touchpoints.charts._journey_hover import hover_text
from touchpoints.charts._journey_marks import DASHES, whiskers
from touchpoints.charts._look import Look
from touchpoints.charts._notes import foot
from touchpoints.charts._text import LETTER, line_count, plain, shortened, text_width, wrapped
from touchpoints.charts._trend_panels import TOGETHER_AT_MOST, Course, Panel, Panels
from touchpoints.charts._words import Words
from touchpoints.journey import JourneyLine, measured
from touchpoints.statistics import Level

NAME_LETTERS = 26
FOOT_LINES = 4
LINE = 1.3


@dataclass(frozen=True)
class TrendFigure:
    """What the panels of a trend have in common."""

    courses: tuple[Course, ...]
    lines: tuple[JourneyLine, ...]
    look: Look
    words: Words

    def figure(self) -> go.Figure:
        """The figure, drawn."""
        layout = {**paper(self.look, self.height, self.margin), "annotations": self._annotations()}
        for panel in self.panels.all:
            layout[f"xaxis{panel.suffix}"] = self._wave_axis(panel)
            layout[f"yaxis{panel.suffix}"] = self._mean_axis(panel)
        return figure([self._course(order) for order in range(len(self.courses))], layout)

    @property
    def is_together(self) -> bool:
        """Whether all touchpoints share one panel."""
        is_wide = self.look.width >= 2 * NAME_LETTERS * LETTER * self.look.size
        return len(self.courses) == 1 or (is_wide and len(self.courses) <= TOGETHER_AT_MOST)

    @property
    def _has_several_lines(self) -> bool:
        return self.is_together and len(self.courses) > 1

    @cached_property
    def panels(self) -> Panels:
        """One panel for all, or one each."""
        return Panels(1 if self.is_together else len(self.courses), self.look)

    @cached_property
    def span(self) -> Span:
        """The experience shown: every interval, and at least one level from top to bottom."""
        ends = [
            end for line in self.lines for point in measured(line.points) for end in interval_ends(point.mean)
        ]
        low, high = floor(min(ends, default=-0.5) * 2) / 2, ceil(max(ends, default=0.5) * 2) / 2
        return Span(low, max(high, low + 1.0), 0.5)

    @cached_property
    def margin(self) -> Part:
        """The pixels around the panels."""
        size = self.look.size
        ends = [text_width(shortened(course.name, NAME_LETTERS) + " +0.0", size) for course in self.courses]
        return {
            "t": round(LINE * size * (line_count(self._heading) + (0 if self.is_together else 2.2)) + size),
            "b": round(LINE * size * (line_count(self._foot) + 1) + 1.6 * size),
            "l": round(3.8 * size),
            "r": (max([*ends, size]) if self._has_line_ends else size) + 12,
        }

    @property
    def height(self) -> int:
        """The whole figure: higher with every row of panels."""
        around = int(self.margin["t"]) + int(self.margin["b"])
        return max(round(self.look.height * 0.75), self.panels.rows * 12 * self.look.size + around)

    @property
    def _plot_height(self) -> int:
        return self.height - int(self.margin["t"]) - int(self.margin["b"])

    @property
    def _has_line_ends(self) -> bool:
        """Whether the names stand at the lines' ends: only where all share a panel that is wide enough."""
        return self.is_together

    @cached_property
    def _letters(self) -> int:
        return int(self.look.width / (self.look.size * LETTER))

    @cached_property
    def _heading(self) -> str:
        heading = self.words.say("Mean experience, converted linearly to −2 (worst) … +2 (best)")
        return wrapped(heading, self._letters, 2)

    @cached_property
    def _foot(self) -> str:
        return wrapped(foot(self.lines, self.words), self._letters, FOOT_LINES)

    def _course(self, order: int) -> Part:
        """One touchpoint's line; a wave without a figure leaves a gap."""
        course, panel, colour = self.courses[order], self._panel(order), self._colour(order)
        return {
            "type": "scatter",
            "mode": "lines+markers",
            "name": plain(course.name),
            "xaxis": f"x{panel.suffix}",
            "yaxis": f"y{panel.suffix}",
            "x": [self._x(order, wave) for wave in range(len(course.points))],
            "y": [point and point.experience for point in course.points],
            "line": {"color": colour, "width": 2, "dash": DASHES[order] if self.is_together else "solid"},
            "marker": self._marker(course, colour),
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
            "error_y": whiskers([point.mean if point else None for point in course.points], colour),
            "cliponaxis": False,
            **self._hover(course),
        }

    def _panel(self, order: int) -> Panel:
        return self.panels.all[0 if self.is_together else order]

    def _colour(self, order: int) -> str:
        return self.look.lines[order] if self._has_several_lines else self.look.measured

    def _x(self, order: int, wave: int) -> float:
        """The place of a wave, a little aside where several lines would cover each other's intervals."""
        aside = (order - (len(self.courses) - 1) / 2) * 0.06 if self.is_together else 0.0
        return round(wave + aside, 3)

    def _marker(self, course: Course, colour: str) -> Part:
        ground = self.look.background
        signs = [self.look.sign(point.level if point else Level.UNCLEAR) for point in course.points]
        return {
            "symbol": [sign.symbol for sign in signs],
            "size": [self.look.mark * sign.scale for sign in signs],
            "color": [ground if sign.is_hollow else colour for sign in signs],
            "opacity": 1,
            "line": {"width": 1.5, "color": [colour if sign.is_hollow else ground for sign in signs]},
        }

    def _hover(self, course: Course) -> Part:
        told = [
            point and hover_text(point, line, self.words, self.look)
            for point, line in zip(course.points, self.lines, strict=True)
        ]
        ids = [point and point.touchpoint_id for point in course.points]
        return {"customdata": ids, "hovertext": told, "hoverinfo": "text"}

    def _wave_axis(self, panel: Panel) -> Part:
        """Waves at equal distances; names thinned to what fits."""
        count = max(len(self.lines), 1)
        room = self.look.width / self.panels.columns / count
        widest = (
            max((text_width(line.label, self.look.size) for line in self.lines), default=0) + self.look.size
        )
        every = max(1, ceil(widest / room))
        shown = list(range(len(self.lines)))[::-every][::-1]
        return quiet_axis(
            self.look,
            anchor=f"y{panel.suffix}",
            domain=list(panel.x_domain),
            range=[-0.5, count - 0.5],
            fixedrange=True,
            tickvals=shown,
            ticktext=[plain(self.lines[wave].label) for wave in shown],
            ticks="outside",
            tickcolor=self.look.muted,
            showline=True,
            linecolor=self.look.grid,
        )

    def _mean_axis(self, panel: Panel) -> Part:
        room = (self.span.high - self.span.low) * 0.06
        return quiet_axis(
            self.look,
            anchor=f"x{panel.suffix}",
            domain=list(panel.y_domain),
            range=[self.span.low - room, self.span.high + room],
            fixedrange=True,
            showgrid=True,
            gridcolor=self.look.grid,
            zeroline=True,
            zerolinecolor=self.look.muted,
            zerolinewidth=1,
            tickvals=self.span.ticks,
            ticktext=tick_words(self.span, self.words),
            showticklabels=panel.column == 0,
        )

    def _annotations(self) -> list[Part]:
        left = {"x": 0, "xanchor": "left", "xshift": 4 - self.margin["l"]}
        line = LINE * self.look.size
        heading = beside(
            self._heading,
            self.look,
            y=1,
            yanchor="bottom",
            yshift=self.margin["t"] - line * line_count(self._heading) - 4,
            **left,
        )
        bottom = beside(self._foot, self.look, y=0, yanchor="bottom", yshift=2 - self.margin["b"], **left)
        names = self._line_ends() if self._has_line_ends else self._panel_names()
        return [heading, bottom, *names, *self._end_figures()]

    def _end_figures(self) -> list[Part]:
        """The figures of the title above the ends of each line, unless the last stands beside the name.

        Annotations, since Plotly loses the texts of a line that has gaps.
        """
        return [
            beside(
                self.words.mean(point.experience),
                self.look,
                xref=f"x{self._panel(order).suffix}",
                yref=f"y{self._panel(order).suffix}",
                x=self._x(order, wave),
                y=point.experience,
                yanchor="bottom",
                yshift=self.look.mark,
                font={"size": self.look.size, "color": self._colour(order)},
            )
            for order, course in enumerate(self.courses)
            for wave, point in (*course.known[:1], *([] if self._has_line_ends else course.known[-1:]))
        ]

    def _line_ends(self) -> list[Part]:
        known = [
            (order, course, course.known[-1][1]) for order, course in enumerate(self.courses) if course.known
        ]
        gap = (self.span.high - self.span.low) * LINE * self.look.size / self._plot_height
        heights = spread([point.experience for _, _, point in known], gap)
        return [
            beside(
                self._named(course),
                self.look,
                x=1,
                xanchor="left",
                yref="y",
                y=height,
                yanchor="middle",
                font={"size": self.look.size, "color": self._colour(order)},
            )
            for (order, course, _), height in zip(known, heights, strict=True)
        ]

    def _named(self, course: Course) -> str:
        """A name with its last figure."""
        last = self.words.mean(course.known[-1][1].experience)
        return f"{plain(shortened(course.name, NAME_LETTERS))} <b>{last}</b>"

    def _panel_names(self) -> list[Part]:
        letters = int(self._letters / self.panels.columns) - 2
        return [
            beside(
                f"<b>{wrapped(course.name, letters, 2)}</b>",
                self.look,
                x=panel.x_domain[0],
                xanchor="left",
                y=panel.y_domain[1],
                yanchor="bottom",
                font={"size": self.look.size, "color": self.look.text},
            )
            for course, panel in zip(self.courses, self.panels.all, strict=True)
        ]
