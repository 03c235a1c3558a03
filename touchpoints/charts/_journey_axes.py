"""The axes of a journey: touchpoints in order, experience on top, disappointed customers beneath."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from touchpoints.charts._canvas import Part, quiet_axis
from touchpoints.charts._journey_stage import Stage
from touchpoints.charts._look import Look
from touchpoints.charts._words import Words
from touchpoints.journey import JourneyLine, JourneyPoint, measured
from touchpoints.statistics import Estimate

SHARE_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)


@dataclass(frozen=True)
class Span:
    """The part of an axis that is shown, and the distance of its ticks."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> list[float]:
        """The ticks within the span, from the lowest."""
        first, last = ceil(self.low / self.step - 1e-9), floor(self.high / self.step + 1e-9)
        return [round(tick * self.step, 6) for tick in range(first, last + 1)]


def experience_span(lines: Iterable[JourneyLine]) -> Span:
    """Half steps around zero and every interval: zero is always in sight, empty ends of the scale are not."""
    ends = [end for point in _all(lines) for end in interval_ends(point.mean)]
    low = floor(min([0.0, *ends]) * 2) / 2
    high = ceil(max([0.5, *ends]) * 2) / 2
    return Span(max(low, -2.0), min(high, 2.0), 0.5 if high - low <= 2.5 else 1.0)


def share_span(lines: Iterable[JourneyLine]) -> Span:
    """From nothing to the highest interval, in about three steps."""
    high = max([0.05, *(end for point in _all(lines) for end in interval_ends(point.disappointed))])
    step = next((step for step in SHARE_STEPS if high / step <= 3), SHARE_STEPS[-1])
    return Span(0.0, min(high * 1.15, 1.0), step)


def experience_axis(span: Span, look: Look, words: Words, domain: Sequence[float], room: float) -> Part:
    """The upper axis with its zero line; `room` is a share of the span left free at both ends."""
    room *= span.high - span.low
    return quiet_axis(
        look,
        domain=list(domain),
        range=[span.low - room, span.high + room],
        fixedrange=True,
        showgrid=True,
        gridcolor=look.grid,
        zeroline=True,
        zerolinecolor=look.muted,
        zerolinewidth=2,
        tickvals=span.ticks,
        ticktext=tick_words(span, words),
    )


def tick_words(span: Span, words: Words) -> list[str]:
    """The ticks of an experience axis: signed, with a plain 0."""
    return [words.mean(tick, 1 if tick % 1 else 0) for tick in span.ticks]


def share_axis(span: Span, look: Look, words: Words, domain: Sequence[float]) -> Part:
    """The lower axis, from 0 % up."""
    return quiet_axis(
        look,
        domain=list(domain),
        range=[span.low, span.high],
        fixedrange=True,
        showgrid=True,
        gridcolor=look.grid,
        zeroline=True,
        zerolinecolor=look.muted,
        zerolinewidth=1,
        tickvals=span.ticks,
        ticktext=[words.share(tick) for tick in span.ticks],
    )


def place_axis(stage: Stage, anchor: str) -> Part:
    """The touchpoints in order; everybody has a tick, measured or not."""
    return quiet_axis(
        stage.look,
        anchor=anchor,
        range=[-0.5, max(len(stage.points), 1) - 0.5],
        tickvals=list(range(len(stage.points))),
        ticktext=stage.names,
        tickangle=0 if stage.is_level else -45,
        tickfont={"size": stage.look.size, "color": stage.look.text},
        ticks="outside" if stage.has_names else "",
        ticklen=5,
        tickcolor=stage.look.muted,
    )


def _all(lines: Iterable[JourneyLine]) -> list[JourneyPoint]:
    return [point for line in lines for point in measured(line.points)]


def interval_ends(estimate: Estimate | None) -> list[float]:
    """A value and the ends of its interval, as far as they are known."""
    if estimate is None:
        return []
    return [end for end in (estimate.low, estimate.value, estimate.high) if end is not None]
