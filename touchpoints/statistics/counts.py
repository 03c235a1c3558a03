"""Answers as counts per scale point: all that is kept of them, and enough to recompute every figure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.statistics.scale import Scale

_Count = TypeVar("_Count", int, float)


class NoAnswers(TouchpointsError):
    """A figure was asked of counts that hold no answer."""

    sentence = N_("Nobody has answered this question, so there is no figure for it.")


class AnswerOffTheScale(TouchpointsError):
    """Counts hold a point that their scale does not have."""

    sentence = N_("The answer {point} lies outside the scale from {low} to {high}.")


@dataclass(frozen=True)
class PointCounts:
    """Per scale point: answers n, and where the survey carries weights their sum w and the sum of w squared.

    Codes that mean "no answer" are no points and never stand here.
    """

    n: Mapping[int, int]
    weight: Mapping[int, float] | None = None
    weight_squared: Mapping[int, float] | None = None

    @property
    def total(self) -> int:
        """How many answers there are."""
        return sum(self.n.values())

    @property
    def is_weighted(self) -> bool:
        """Whether the answers carry weights that sum to more than nothing."""
        return bool(self.weight and self.weight_squared and sum(self.weight.values()) > 0)

    @property
    def effective_n(self) -> float:
        """How many unweighted answers tell as much: (sum w)^2 / sum w^2 (Kish 1965); n where unweighted."""
        if self.is_weighted and self.weight and self.weight_squared:
            return sum(self.weight.values()) ** 2 / sum(self.weight_squared.values())
        return float(self.total)

    @property
    def mass(self) -> Mapping[int, float]:
        """What each point counts in the leading figure: its weight where there are weights, else its n."""
        return self.weight if self.is_weighted and self.weight else self.n

    def share_of(self, points: Collection[int]) -> float:
        """The share 0-1 of the mass on these points; raises NoAnswers."""
        if not self.total:
            raise NoAnswers
        return sum(self.mass.get(point, 0) for point in points) / sum(self.mass.values())

    def unweighted(self) -> PointCounts:
        """The same answers, each counting once."""
        return PointCounts(self.n)

    def on(self, scale: Scale) -> PointCounts:
        """These counts, once it is sure that all lie on the scale; raises AnswerOffTheScale."""
        for point in sorted(self.n):
            if self.n[point] and not scale.low <= point <= scale.high:
                raise AnswerOffTheScale(point=point, low=scale.low, high=scale.high)
        return self

    def __add__(self, other: PointCounts) -> PointCounts:
        """Pool two groups; weighted only where both are, else the unweighted one would weigh nothing."""
        if not (self.total and other.total):
            return self if self.total else other
        n = _added(self.n, other.n)
        if self.is_weighted and other.is_weighted:
            return PointCounts(
                n, _added(self.weight, other.weight), _added(self.weight_squared, other.weight_squared)
            )
        return PointCounts(n)


def pooled(groups: Iterable[PointCounts]) -> PointCounts:
    """All groups as one: figures of several groups come from pooled counts, never from averaged figures."""
    return sum(groups, start=PointCounts({}))


def _added(one: Mapping[int, _Count] | None, other: Mapping[int, _Count] | None) -> dict[int, _Count]:
    one, other = one or {}, other or {}
    return {point: one.get(point, 0) + other.get(point, 0) for point in sorted(one.keys() | other.keys())}
