"""The figure of a KPI's trend: a line with whiskers in time, a target line, and spans of actions below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil, floor, log10

import plotly.graph_objects as go

from touchpoints.charts._canvas import Part, beside, quiet_axis
from touchpoints.charts._frame import Frame, letters_in
from touchpoints.charts._journey_marks import whiskers
from touchpoints.charts._kpi_months import month_ticks
from touchpoints.charts._look import Look
from touchpoints.charts._text import plain, shortened, text_width
from touchpoints.effect import ActionSpan
from touchpoints.kpi_course import KpiCourse
from touchpoints.kpi_values import KpiValue
from touchpoints.kpi_words import KpiWords

BODY, ROW = 300, 1.7  # the plot's height in pixels, and the row of an action in letters
SHOWN_ACTIONS = 6
TICKS = 5
NAME_LETTERS = 40


@dataclass(frozen=True)
class KpiFigure:
    """One KPI, drawn; actions stand in rows below the plot, on the same axis of time."""

    course: KpiCourse
    look: Look
    words: KpiWords

    def figure(self) -> go.Figure:
        """The figure."""
        traces = [self._line(), *([self._target()] if self.course.target is not None else [])]
        shapes = [shape for row, one in enumerate(self.actions) for shape in self._span_shapes(row, one)]
        return self._frame.draw(traces, self._axes, self._annotations(), shapes)

    @cached_property
    def actions(self) -> tuple[ActionSpan, ...]:
        """Those that there is room for; the text below the chart names all of them."""
        return self.course.actions[:SHOWN_ACTIONS]

    @cached_property
    def _frame(self) -> Frame:
        ticks = [self.words.value(tick) for tick in self._ticks]
        widest = max((text_width(tick, self.look.size) for tick in ticks), default=40)
        rows = round(ROW * self.look.size * len(self.actions))
        say = self.words.wording.say
        heading = say("Values with their 95 % intervals")
        if not all(value.estimate.has_interval for value in self.course.values):
            heading = say("Values with their 95 % intervals; hollow: without an interval")
        axis = round(2 * self.look.size)
        target = text_width(self._target_text, self.look.size) if self._target_text else 0
        return Frame(self.look, heading, "", BODY, widest + 12, max(target, 20) + 12, 0, rows + axis)

    @cached_property
    def _target_text(self) -> str:
        if self.course.target is None:
            return ""
        return self.words.wording.say("Target {target}", target=self.words.value(self.course.target))

    @cached_property
    def _days(self) -> tuple[date, date]:
        """From the first to the last day that anything here is about, with a little room."""
        days = [_middle(value) for value in self.course.values]
        days += [day for one in self.actions for day in (one.starts_on, one.done_on) if day]
        days += [self.course.target_on] if self.course.target_on else []
        first, last = min(days, default=date(2000, 1, 1)), max(days, default=date(2000, 12, 31))
        room = max(timedelta(days=10), (last - first) * 0.04)
        return first - room, last + room

    @cached_property
    def _span(self) -> tuple[float, float]:
        """The values shown: every interval, the target and the baseline, within the limits of the kind."""
        ends = [end for value in self.course.values for end in _ends(value)]
        ends += [mark for mark in (self.course.target, self.course.baseline) if mark is not None]
        low, high = min(ends, default=0.0), max(ends, default=1.0)
        room = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
        return low - room, high + room

    @cached_property
    def _ticks(self) -> list[float]:
        """Round values within the span."""
        low, high = self._span
        rough = (high - low) / TICKS
        power = 10.0 ** floor(log10(rough))
        step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough)
        return [round(place * step, 10) for place in range(ceil(low / step), floor(high / step) + 1)]

    @property
    def _axes(self) -> Part:
        ticks = month_ticks(*self._days, round(self.look.width / (6 * self.look.size)))
        x = quiet_axis(
            self.look,
            type="date",
            range=[day.isoformat() for day in self._days],
            fixedrange=True,
            tickvals=[day.isoformat() for day, _ in ticks],
            ticktext=[text for _, text in ticks],
            showline=True,
            linecolor=self.look.grid,
            ticks="outside",
            tickcolor=self.look.muted,
            anchor="y",
        )
        y = quiet_axis(
            self.look,
            range=list(self._span),
            fixedrange=True,
            showgrid=True,
            gridcolor=self.look.grid,
            tickvals=self._ticks,
            ticktext=[plain(self.words.value(tick)) for tick in self._ticks],
            anchor="x",
        )
        return {"xaxis": x, "yaxis": y}

    def _line(self) -> Part:
        values, colour = self.course.values, self.look.measured
        return {
            "type": "scatter",
            "mode": "lines+markers",
            "x": [_middle(value).isoformat() for value in values],
            "y": [value.value for value in values],
            "line": {"color": colour, "width": 2},
            "marker": {
                "symbol": ["circle" if value.estimate.has_interval else "circle-open" for value in values],
                "size": self.look.mark if len(values) < 20 else round(self.look.mark * 0.7),
                "color": colour,
                "line": {"width": 1.5, "color": colour},
            },
            "error_y": whiskers([value.estimate for value in values], colour),
            "hovertext": [self._told(value) for value in values],
            "hoverinfo": "text",
            "cliponaxis": False,
        }

    def _told(self, value: KpiValue) -> str:
        ends = self.words.interval(value.estimate) or self.words.wording.say("no interval")
        n = "" if value.n is None else f"<br>n = {plain(self.words.wording.number(value.n))}"
        figure = f"<b>{plain(self.words.measured(value))}</b> ({plain(ends)})"
        return f"{plain(self.words.period(value))}<br>{figure}{n}"

    def _target(self) -> Part:
        return {
            "type": "scatter",
            "mode": "lines",
            "x": [day.isoformat() for day in self._days],
            "y": [self.course.target, self.course.target],
            "line": {"color": self.look.target, "width": 2, "dash": "dash"},
            "hoverinfo": "skip",
        }

    def _annotations(self) -> list[Part]:
        named = [self._action_name(row, one) for row, one in enumerate(self.actions)]
        if self.course.target is None:
            return named
        font = {"size": self.look.size, "color": self.look.target}
        target = beside(
            plain(self._target_text),
            self.look,
            x=1,
            xanchor="left",
            xshift=4,
            yref="y",
            y=self.course.target,
            yanchor="middle",
            font=font,
        )
        return [target, *named]

    def _row_at(self, row: int) -> float:
        """The middle of an action's row, in parts of the plot's height below it."""
        size = self.look.size
        return -(2 * size + ROW * size * (row + 0.5)) / BODY

    def _span_shapes(self, row: int, action: ActionSpan) -> list[Part]:
        """An action as a bar from its begin to its end, with uprights through the plot at both."""
        began, ended = action.starts_on, action.done_on
        at, half = self._row_at(row), 0.22 * ROW * self.look.size / BODY
        first, last = began or ended, self._last_day(action)
        shapes = [
            _upright(day, at, self.look, is_end=day is ended) for day in (began, ended) if day is not None
        ]
        if first is None:
            return shapes
        bar = {"type": "rect", "xref": "x", "yref": "paper", "y0": at - half, "y1": at + half}
        colour = self.look.accent if ended else self.look.band
        ends = {"x0": first.isoformat(), "x1": last.isoformat(), "fillcolor": colour}
        return [*shapes, {**bar, **ends, "line": {"width": 1, "color": self.look.accent}, "layer": "above"}]

    def _last_day(self, action: ActionSpan) -> date:
        """When it ended; one that runs has come as far as today, one to come no further than its begin."""
        begin, end = self._days
        today = min(self.course.today or end, end)
        return action.done_on or max(today, action.starts_on or begin)

    def _action_name(self, row: int, action: ActionSpan) -> Part:
        """Beside the bar, on the side that has more room."""
        first, last = action.starts_on or action.done_on, self._last_day(action)
        begin, end = self._days
        is_right = first is not None and end - last > first - begin
        day = (last if is_right else first) or begin
        frame, share = self._frame, (end - day if is_right else day - begin) / (end - begin)
        room = share * (self.look.width - frame.left - frame.right) + (
            frame.right if is_right else frame.left
        )
        letters = min(NAME_LETTERS, letters_in(room, self.look))
        return beside(
            plain(shortened(action.name, letters)),
            self.look,
            xref="x",
            x=day.isoformat(),
            xanchor="left" if is_right else "right",
            xshift=5 if is_right else -5,
            y=self._row_at(row),
            yanchor="middle",
            font={"size": self.look.size, "color": self.look.text},
        )


def _upright(day: date, down_to: float, look: Look, *, is_end: bool) -> Part:
    """A line through the plot: dotted where an action began, dashed where it ended."""
    x = day.isoformat()
    line = {"width": 1, "color": look.muted, "dash": "dash" if is_end else "dot"}
    place = {"xref": "x", "yref": "paper", "x0": x, "x1": x, "y0": down_to, "y1": 1}
    return {"type": "line", **place, "line": line, "layer": "below"}


def _middle(value: KpiValue) -> date:
    """Where a value stands: in the middle of what it is about."""
    return value.starts_on + (value.ends_on - value.starts_on) / 2


def _ends(value: KpiValue) -> list[float]:
    estimate = value.estimate
    ends = (estimate.low, estimate.value, estimate.high)
    return [end for end in ends if end is not None]
