"""Which points an answer may take, and which end of them is the good one."""

from __future__ import annotations

from dataclasses import dataclass

from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

COMMON_WORST = -2.0
COMMON_BEST = 2.0


class UnusableScale(TouchpointsError):
    """The ends of a scale make no sense together."""

    sentence = N_(
        "A scale from {low} to {high} with {best} as its best point cannot be used: "
        "it needs two points or more, and its best point is one of its ends."
    )


@dataclass(frozen=True)
class Scale:
    """Whole points from `low` to `high`; `best` is one of the two (1 is best in German school grades)."""

    low: int
    high: int
    best: int

    def __post_init__(self) -> None:
        if self.low >= self.high or self.best not in {self.low, self.high}:
            raise UnusableScale(low=self.low, high=self.high, best=self.best)

    @property
    def worst(self) -> int:
        """The end that is not the best."""
        return self.low if self.best == self.high else self.high

    @property
    def is_reversed(self) -> bool:
        """Whether the lowest point is the best one."""
        return self.best == self.low

    @property
    def midpoint(self) -> float:
        """Half-way between the ends; lies between two points where their number is even."""
        return (self.low + self.high) / 2

    @property
    def points(self) -> tuple[int, ...]:
        """All points, in rising order."""
        return tuple(range(self.low, self.high + 1))

    def top(self, boxes: int) -> tuple[int, ...]:
        """The best `boxes` points, the best one first."""
        return self._from_best()[:boxes]

    def bottom(self, boxes: int) -> tuple[int, ...]:
        """The worst `boxes` points, the worst one first."""
        return self._from_best()[::-1][:boxes]

    def to_common(self, value: float) -> float:
        """A point or a mean of this scale on the journey's scale: linear, worst -2, best +2."""
        way = (value - self.worst) / (self.best - self.worst)
        return COMMON_WORST + way * (COMMON_BEST - COMMON_WORST)

    def from_common(self, value: float) -> float:
        """A level of the journey's scale as a point of this one: the way back from `to_common`."""
        way = (value - COMMON_WORST) / (COMMON_BEST - COMMON_WORST)
        return self.worst + way * (self.best - self.worst)

    def holds(self, value: float) -> bool:
        """Whether a mean of answers on this scale can be this value."""
        return self.low <= value <= self.high

    def _from_best(self) -> tuple[int, ...]:
        return self.points if self.is_reversed else self.points[::-1]


# The journey's own scale, on which targets and the levels of goals are told.
COMMON_SCALE = Scale(int(COMMON_WORST), int(COMMON_BEST), int(COMMON_BEST))
