"""Three views of what a customer segment is worth: ABC by revenue, the portfolio, and lifetime value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import IntEnum
from typing import Protocol, TypeVar

from touchpoints.messages import N_, Message, message
from touchpoints.model import AbcClass

# On the scale of attractiveness from 1 to 5.
_HIGH, _LOW = 3.5, 2.5
_VIEWS = (N_("revenue"), N_("the portfolio"), N_("lifetime value"))


class Worth(IntEnum):
    """How much a segment is worth in one view."""

    LOW = 1
    MIDDLE = 2
    HIGH = 3


class Classified(Protocol):
    """A segment with what was said of it; None in a view that does not know it."""

    @property
    def abc(self) -> AbcClass | None:
        """Its class by revenue."""

    @property
    def attractiveness(self) -> int | None:
        """How attractive it is, from 1 to 5."""

    @property
    def position(self) -> int | None:
        """Our position there, from 1 to 5."""

    @property
    def lifetime_value(self) -> Decimal | None:
        """What one of its customers is worth as long as he stays."""


Segment = TypeVar("Segment", bound=Classified)
_BY_REVENUE = {AbcClass.A: Worth.HIGH, AbcClass.B: Worth.MIDDLE, AbcClass.C: Worth.LOW}


def worth_by_revenue(segment: Classified) -> Worth | None:
    """By ABC."""
    return None if segment.abc is None else _BY_REVENUE[segment.abc]


def worth_by_portfolio(segment: Classified) -> Worth | None:
    """By the mean of attractiveness and position."""
    if segment.attractiveness is None or segment.position is None:
        return None
    mean = (segment.attractiveness + segment.position) / 2
    return Worth.HIGH if mean >= _HIGH else Worth.LOW if mean < _LOW else Worth.MIDDLE


def worth_by_lifetime_value(segment: Classified, others: Iterable[Classified]) -> Worth | None:
    """By thirds of the highest lifetime value among all segments of the project."""
    value = segment.lifetime_value
    highest = max((one.lifetime_value for one in others if one.lifetime_value is not None), default=None)
    if value is None or not highest or highest <= 0:
        return None
    share = value / highest
    return Worth.HIGH if share * 3 >= 2 else Worth.LOW if share * 3 < 1 else Worth.MIDDLE


def worths_of(segment: Classified, others: Sequence[Classified]) -> tuple[Worth | None, ...]:
    """By revenue, portfolio and lifetime value."""
    by_lifetime_value = worth_by_lifetime_value(segment, others)
    return worth_by_revenue(segment), worth_by_portfolio(segment), by_lifetime_value


def disagreeing(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments of which one view says high and another one low; a step of one is no disagreement."""
    return tuple(
        segment for segment in segments if {Worth.HIGH, Worth.LOW} <= set(worths_of(segment, segments))
    )


def said_of_disagreement(segment: Classified, others: Sequence[Classified]) -> Message | None:
    """Which views say high and which low; None where they do not disagree."""
    worths = worths_of(segment, others)
    if not {Worth.HIGH, Worth.LOW} <= set(worths):
        return None
    return message(
        "The views disagree: high by {high}, low by {low}. Talk over which one counts.",
        high=_views_that_say(Worth.HIGH, worths),
        low=_views_that_say(Worth.LOW, worths),
    )


def _views_that_say(said: Worth, worths: Iterable[Worth | None]) -> Message:
    views = [message(view) for view, worth in zip(_VIEWS, worths, strict=True) if worth is said]
    return views[0] if len(views) == 1 else message("{first} and {last}", first=views[0], last=views[-1])
