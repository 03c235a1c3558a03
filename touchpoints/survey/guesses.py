"""A guess about a column: its role and scale, the reason, and what a person must confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from touchpoints.messages import Message
from touchpoints.statistics.scale import Scale
from touchpoints.survey.profile import ColumnProfile, ValueCount
from touchpoints.survey.rules import Period, Role


@dataclass(frozen=True)
class DoubtfulCode:
    """A value proposed as "no answer": how it is written, how many rows have it, the first row, and why."""

    text: str
    n: int
    row: int
    reason: Message

    @classmethod
    def of(cls, value: ValueCount, reason: Message) -> DoubtfulCode:
        """A doubtful value of a profile."""
        return cls(value.text, value.n, value.row, reason)


@dataclass(frozen=True)
class ColumnGuess:
    """What a column seems to be for, and why.

    `question` is what a person must be asked, such as which end of the scale is best. `doubtful` codes are
    proposed as "no answer"; until a person confirms them, count() leaves them out as outside the scale.
    """

    column: str
    role: Role
    reason: Message
    scale: Scale | None = None
    answers: Mapping[str, int] = field(default_factory=dict)
    doubtful: tuple[DoubtfulCode, ...] = ()
    question: Message | None = None
    text_after: bool = False
    touchpoint: str | None = None
    period: Period | None = None
    format: str | None = None


def ignored(profile: ColumnProfile, reason: Message) -> ColumnGuess:
    """The guess that a column is of no use here."""
    return ColumnGuess(profile.name, Role.IGNORE, reason)
