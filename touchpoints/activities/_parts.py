"""What an activity can ask: to rate, to give points, to set dots, to write cards, to promise an action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from touchpoints.model import CardKind


@dataclass(frozen=True)
class RateScale:
    """A question with whole numbers from `low` to `high`; `words` name some or all of them.

    `is_choice`: the numbers only stand for the words, so that how many chose each one is all there is to say.
    """

    id: str
    question: str
    low: int
    high: int
    words: Mapping[int, str]
    is_choice: bool = False


@dataclass(frozen=True)
class Rate:
    """A value on each scale: for every subject, or once about the whole where there are no subjects."""

    id: ClassVar[str] = "rate"
    scales: tuple[RateScale, ...]
    is_about_the_whole: bool = False


@dataclass(frozen=True)
class Points:
    """A budget of points spread over the subjects."""

    id: ClassVar[str] = "points"
    budget: int = 100


@dataclass(frozen=True)
class Dots:
    """Dots set on subjects, each of which takes `most_each` at most."""

    id: ClassVar[str] = "dots"
    most: int
    most_each: int = 1


@dataclass(frozen=True)
class Write:
    """Cards of these kinds, `most` of them per person; None: as many as one likes."""

    id: ClassVar[str] = "write"
    question: str
    kinds: tuple[CardKind, ...]
    most: int | None = None
    asks_touchpoint: bool = False


@dataclass(frozen=True)
class Promise:
    """Actions of the plan that somebody takes on, each with a date."""

    id: ClassVar[str] = "promise"


Part = Rate | Points | Dots | Write | Promise
