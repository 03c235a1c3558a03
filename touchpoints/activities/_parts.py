"""What an activity can ask: to rate, to give points, to set dots, to write cards, to promise an action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
    """A budget of points spread over the subjects; `question` says for what."""

    id: ClassVar[str] = "points"
    budget: int = 100
    question: str = ""


@dataclass(frozen=True)
class Dots:
    """Dots set on subjects, each of which takes `most_each` at most; `question` says for what."""

    id: ClassVar[str] = "dots"
    most: int
    most_each: int = 1
    question: str = ""


@dataclass(frozen=True)
class Write:
    """Cards of these kinds, `most` of them per person; None: as many as one likes.

    `question_of` is what is asked instead where all kinds have the same question there.
    """

    id: ClassVar[str] = "write"
    question: str
    kinds: tuple[CardKind, ...]
    most: int | None = None
    asks_touchpoint: bool = False
    question_of: Mapping[CardKind, str] = field(default_factory=dict)

    @property
    def placed_kinds(self) -> tuple[CardKind, ...]:
        """The kinds that say at which touchpoint they are; a touchpoint is at none."""
        return tuple(kind for kind in self.kinds if self.asks_touchpoint and kind is not CardKind.TOUCHPOINT)

    def asking_for(self, kinds: tuple[CardKind, ...]) -> Write:
        """The same for other kinds, with the question that fits all of them."""
        asked = {self.question_of.get(kind, self.question) for kind in kinds}
        return replace(self, kinds=kinds, question=asked.pop() if len(asked) == 1 else self.question)


@dataclass(frozen=True)
class Promise:
    """Actions of the plan that somebody takes on, each with a date."""

    id: ClassVar[str] = "promise"


Part = Rate | Points | Dots | Write | Promise
