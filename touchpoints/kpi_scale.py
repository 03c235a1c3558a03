"""The figures of a KPI on the scale of the question that feeds it, so that like is compared with like."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import reduce

from touchpoints.errors import TouchpointsError
from touchpoints.kpi_kinds import all_kinds
from touchpoints.messages import N_, Message, Number, message
from touchpoints.model import Direction
from touchpoints.statistics import COMMON_SCALE, Scale

# Beyond them a figure is the noise of a division.
_DECIMALS = 10
_MOST_DIGITS = 2
# How words name a scale: "from −2 to +2", "von 1 bis 6".
_NAMED = re.compile(
    r"\b(?:from|von)\s+([-−–+]?\d{1,2})\s+(?:to|bis)\s+([-−–+]?\d{1,2})\b(?![.,:]\d)", re.IGNORECASE
)
_MINUS = str.maketrans("−–", "--")
_MOVED = {
    "baseline": N_("baseline from {before} to {after}"),
    "target": N_("target from {before} to {after}"),
    "smallest_change": N_("smallest change that matters from {before} to {after}"),
}


class OffTheScale(TouchpointsError):
    """A figure can never be a mean of answers on the scale of the question."""

    sentence = N_(
        "The question is answered from {low} to {high}, so {figure} can be neither target nor baseline. "
        "Correct the figure, or choose another question."
    )


class OffTheGoalsScale(TouchpointsError):
    """A figure of a goal can never be a mean of ratings on the scale on which the goal is told."""

    sentence = N_(
        "This goal is told on the scale from {low} to {high}, so {figure} cannot be reached on it. "
        "Correct the figure, or name another scale under “Measured by”."
    )


class OffTheScaleOfItsGoal(TouchpointsError):
    """A figure of a KPI that no question feeds can never lie on the scale of its goal."""

    sentence = N_(
        "The goal of this KPI is told on the scale from {low} to {high}, so {figure} can be neither target "
        "nor baseline. Correct the figure, or choose the question that feeds the KPI."
    )


@dataclass(frozen=True)
class Figures:
    """What is told of a KPI before it is measured: two points, and a distance between points."""

    baseline: float | None = None
    target: float | None = None
    smallest_change: float | None = None

    def off(self, scale: Scale) -> tuple[float, ...]:
        """The points that cannot lie on a scale."""
        told = (self.baseline, self.target)
        return tuple(point for point in told if point is not None and not scale.holds(point))

    def moved(self, source: Scale, to: Scale) -> Figures:
        """The same on another scale; a smallest change has no direction."""
        if source == to:
            return self
        span = (to.high - to.low) / (source.high - source.low)
        change = None if self.smallest_change is None else round(self.smallest_change * span, _DECIMALS)
        return Figures(_point(self.baseline, source, to), _point(self.target, source, to), change)


def _point(value: float | None, source: Scale, to: Scale) -> float | None:
    return None if value is None else round(to.from_common(source.to_common(value)), _DECIMALS)


@dataclass(frozen=True)
class GoalFigures:
    """From where to where a goal leads, and by which kind of KPI that is seen."""

    kind: str
    start: float | None
    end: float | None
    metric: str = ""

    @property
    def scale(self) -> Scale | None:
        """On which scale ratings are told, where that is known: its words name one, or a figure is negative.

        Of all scales the common one alone reaches below zero.
        """
        kind = all_kinds().get(self.kind)
        if kind is None or not kind.is_in_points:
            return None
        if (named := _NAMED.search(self.metric)) is not None:
            low, high = (int(end.translate(_MINUS)) for end in named.groups())
            return Scale(low, high, high) if low < high else None
        is_negative = any(one is not None and one < 0 for one in (self.start, self.end))
        return COMMON_SCALE if is_negative else None

    @property
    def counts_levels(self) -> bool:
        """Whether it is told on the common scale: its figures lie there, and it does not lead down."""
        kind, told = all_kinds().get(self.kind), [one for one in (self.start, self.end) if one is not None]
        is_there = bool(told) and all(COMMON_SCALE.holds(one) for one in told)
        return kind is not None and kind.is_in_points and is_there and told == sorted(told)


def scale_of(figures: Figures, fed_by: Scale | None, goal: GoalFigures | None, to: Scale) -> Scale:
    """On which scale figures are told that shall be told on `to`; `fed_by` is that of the question so far.

    Figures copied from a goal of levels are levels, whatever feeds the KPI; else those of a question are its
    points. Without one they are levels where the goal is told in levels, or where they can be nothing else.
    """
    is_of_levels = goal is not None and goal.counts_levels
    if is_of_levels and repeats(figures, goal):
        return COMMON_SCALE
    if fed_by is not None and not figures.off(fed_by):
        return fed_by
    if not figures.off(COMMON_SCALE) and (is_of_levels or figures.off(to)):
        return COMMON_SCALE
    return to


def repeats(figures: Figures, goal: GoalFigures | None) -> bool:
    """Whether baseline and target are just those of a goal that is told in levels."""
    told = (figures.baseline, figures.target)
    return goal is not None and goal.counts_levels and told == (goal.start, goal.end)


def direction_of(scale: Scale) -> Direction:
    """Which way is better on a scale: towards its best end."""
    return Direction.DOWN if scale.is_reversed else Direction.UP


def check_lies_on(figures: Figures, scale: Scale) -> None:
    """Raise OffTheScale for the first figure that cannot be a mean of answers on a scale."""
    for figure in figures.off(scale)[:1]:
        raise OffTheScale(**said_scale(scale), figure=_number(figure))


def check_goal(goal: GoalFigures) -> None:
    """Raise OffTheGoalsScale for the first figure of a goal that its own scale does not hold."""
    if (scale := goal.scale) is not None:
        for figure in Figures(goal.start, goal.end).off(scale)[:1]:
            raise OffTheGoalsScale(**said_scale(scale), figure=_number(figure))


def check_lies_on_scale_of(goal: GoalFigures, figures: Figures) -> None:
    """Raise OffTheScaleOfItsGoal for the first figure of a KPI that the scale of its goal does not hold."""
    if (scale := goal.scale) is not None:
        for figure in figures.off(scale)[:1]:
            raise OffTheScaleOfItsGoal(**said_scale(scale), figure=_number(figure))


def said_move(before: Figures, after: Figures, to: Scale) -> Message | None:
    """What was converted to a scale, in one sentence; None where nothing was."""
    moves = [
        message(_MOVED[one.name], before=_number(old), after=_number(new))
        for one in fields(Figures)
        if (old := getattr(before, one.name)) is not None
        and (new := getattr(after, one.name)) is not None
        and old != new
    ]
    if not moves:
        return None
    listed = reduce(lambda first, rest: message("{first}, {rest}", first=first, rest=rest), moves)
    return message(
        "Converted to the scale from {low} to {high}, where {best} is best: {figures}.",
        **said_scale(to),
        best=Number(to.best),
        figures=listed,
    )


def said_direction(scale: Scale) -> Message:
    """Which way is better on a scale, in one sentence."""
    text = (
        N_("On the scale from {low} to {high} the best is {best}: less is better.")
        if scale.is_reversed
        else N_("On the scale from {low} to {high} the best is {best}: more is better.")
    )
    return message(text, **said_scale(scale), best=Number(scale.best))


def said_scale(scale: Scale) -> dict[str, Number]:
    """The ends of a scale as values of a message."""
    return {"low": Number(scale.low), "high": Number(scale.high)}


def _number(value: float) -> Number:
    """A figure with the decimals that it has, two at most."""
    digits = (digits for digits in range(_MOST_DIGITS) if round(value, digits) == round(value, 6))
    return Number(value, next(digits, _MOST_DIGITS))
