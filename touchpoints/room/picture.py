"""The picture that a reveal freezes: the figures of each subject, together and by department."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

# The name of the group of all whose department is too small to stand alone, or was not said.
OTHERS = ""


@dataclass(frozen=True)
class Figure:
    """The answers of a group on one scale; a room is no sample, so there is no margin of error.

    `counts` has how many chose each value; the quartiles are interpolated between answers.
    """

    n: int
    counts: Mapping[int, int]
    median: float
    low_quartile: float
    high_quartile: float
    mean: float
    is_disputed: bool


@dataclass(frozen=True)
class Pair:
    """So many gave these values, in the order of the scales."""

    values: tuple[int, ...]
    n: int


@dataclass(frozen=True)
class DepartmentFigures:
    """One department's figures by scale; the name OTHERS pools all that stand not alone."""

    name: str
    scales: Mapping[str, Figure]


@dataclass(frozen=True)
class RatedSubject:
    """What the room says of one subject, by the id of the scale; `since` is the reveal that it rests on.

    `cloud` is there where several scales are asked; whoever left one of them out stands in no figure of it.
    `departments` is empty where no two groups can be told apart, else each answer is in exactly one.
    """

    n: int
    since: int
    scales: Mapping[str, Figure]
    cloud: tuple[Pair, ...] = ()
    departments: tuple[DepartmentFigures, ...] = ()


@dataclass(frozen=True)
class RatePicture:
    """The subjects that enough people have rated; about one that is missing here nothing may be shown."""

    subjects: Mapping[str, RatedSubject]


@dataclass(frozen=True)
class Spent:
    """The points or dots that a subject got: together, per person, and as a share 0-1 of all."""

    given: int
    mean: float
    share: float


@dataclass(frozen=True)
class DepartmentSpending:
    """Where one department's points or dots went."""

    name: str
    n: int
    subjects: Mapping[str, Spent]


@dataclass(frozen=True)
class SpendingPicture:
    """Where the points or dots of `n` people went; `since` is the reveal that it rests on."""

    n: int
    since: int
    subjects: Mapping[str, Spent]
    departments: tuple[DepartmentSpending, ...] = ()


@dataclass(frozen=True)
class Promised:
    """Somebody takes on an action until a day, and said so under his name."""

    action: str
    day: date
    name: str


@dataclass(frozen=True)
class Picture:
    """All that is shown of an activity; a part is None where it was not asked or too few have answered."""

    floor: int
    rate: RatePicture = field(default_factory=lambda: RatePicture({}))
    points: SpendingPicture | None = None
    dots: SpendingPicture | None = None
    promises: tuple[Promised, ...] = ()

    @property
    def reveals(self) -> frozenset[int]:
        """The reveals that its figures rest on."""
        spent = (one.since for one in (self.points, self.dots) if one)
        return frozenset((*spent, *(one.since for one in self.rate.subjects.values())))
