"""A reveal: each picture is drawn anew where the floor allows it, else the one that was shown stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from touchpoints.activities import Dots, Part, Points, Promise, Rate, RateScale
from touchpoints.ballots import WHOLE
from touchpoints.room.basis import Basis, Paper, laid_out, may_be_shown
from touchpoints.room.figures import rated_subject, spending
from touchpoints.room.picture import Picture, Promised, RatedSubject, RatePicture, SpendingPicture

# A named activity shows who said what, so it needs no floor.
NO_FLOOR = 1


@dataclass(frozen=True)
class Voter:
    """One person's ballot, under its pseudonym; `content` is as touchpoints.ballots says."""

    pseudonym: str
    content: Mapping[str, Any]
    department: str = ""
    name: str = ""


@dataclass(frozen=True)
class Tally:
    """The answers on paper: {part: {subject: counts}}.

    `counts` of a rating are {values in the order of the scales, such as "4,2": sheets}; of points and dots
    it is one number, the sum over all sheets.
    """

    sheets: int = 0
    counts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Answers:
    """All that was asked in an activity, and all that was answered."""

    parts: Sequence[Part]
    subjects: Sequence[str]
    voters: Sequence[Voter]
    tally: Tally = Tally()


@dataclass(frozen=True)
class Shown:
    """What earlier reveals have shown: the last picture, and per kind of picture what each one rested on."""

    picture: Picture | None = None
    bases: Mapping[str, Sequence[Basis]] = field(default_factory=dict)

    def rated(self, subject: str) -> RatedSubject | None:
        """What was shown of a subject."""
        return self.picture.rate.subjects.get(subject) if self.picture else None

    def spent(self, part: str) -> SpendingPicture | None:
        """What was shown of points or dots."""
        return getattr(self.picture, part, None)


@dataclass(frozen=True)
class Revealed:
    """A new picture, and what those of its figures rest on that were drawn anew."""

    picture: Picture
    bases: Mapping[str, Basis]


def reveal(answers: Answers, shown: Shown, floor: int, number: int) -> Revealed:
    """The picture of the reveal with this number; `floor` is the least number of people it may be about."""
    bases: dict[str, Basis] = {}
    rated: dict[str, RatedSubject] = {}
    spent: dict[str, SpendingPicture | None] = {}
    for part in answers.parts:
        match part:
            case Rate():
                rated = _rated(answers, part, shown, floor, number, bases)
            case Points() | Dots():
                spent[part.id] = _spent(answers, part, shown, floor, number, bases)
    return Revealed(Picture(floor, RatePicture(rated), spent.get(Points.id), spent.get(Dots.id)), bases)


def named_picture(answers: Answers) -> Picture:
    """The picture of an activity that shows names: all answers as they are now, and who promised what."""
    picture = reveal(answers, Shown(), NO_FLOOR, 1).picture
    return Picture(NO_FLOOR, picture.rate, picture.points, picture.dots, tuple(_promises(answers.voters)))


def _rated(
    answers: Answers, part: Rate, shown: Shown, floor: int, number: int, bases: dict[str, Basis]
) -> dict[str, RatedSubject]:
    """The picture of each subject that has one; `bases` takes up what the new ones rest on."""
    rated = {}
    for subject in [WHOLE] if part.is_about_the_whole else answers.subjects:
        place = f"{part.id}:{subject}"
        values = dict(_ratings(answers.voters, subject, part.scales))
        counts = answers.tally.counts.get(part.id, {}).get(subject, {})
        new = _basis(answers, values, Paper(sum(counts.values()), counts), shown.bases.get(place, ()), floor)
        if may_be_shown(new, shown.bases.get(place, ()), floor):
            bases[place] = new
            rated[subject] = rated_subject(new, part.scales, number)
        elif (old := shown.rated(subject)) is not None:
            rated[subject] = old
    return rated


def _spent(
    answers: Answers, part: Points | Dots, shown: Shown, floor: int, number: int, bases: dict[str, Basis]
) -> SpendingPicture | None:
    """All subjects are one picture: what a budget gave to the others says what it gave to the last one."""
    values = dict(_spendings(answers.voters, part.id, answers.subjects))
    counts = answers.tally.counts.get(part.id, {})
    paper = Paper(answers.tally.sheets if counts else 0, counts)
    earlier = shown.bases.get(part.id, ())
    new = _basis(answers, values, paper, earlier, floor)
    if not may_be_shown(new, earlier, floor):
        return shown.spent(part.id)
    bases[part.id] = new
    return spending(new, answers.subjects, number)


def _basis(
    answers: Answers,
    values: Mapping[str, tuple[int, ...]],
    paper: Paper,
    earlier: Sequence[Basis],
    floor: int,
) -> Basis:
    departments = {voter.pseudonym: voter.department for voter in answers.voters}
    return laid_out(values, departments, paper, earlier, floor)


def _ratings(
    voters: Iterable[Voter], subject: str, scales: Sequence[RateScale]
) -> Iterable[tuple[str, tuple[int, ...]]]:
    """Who rated a subject on all scales: who left one out could be told from those who did not."""
    for voter in voters:
        given = voter.content.get(Rate.id, {}).get(subject, {})
        if all(scale.id in given for scale in scales):
            yield voter.pseudonym, tuple(given[scale.id] for scale in scales)


def _spendings(
    voters: Iterable[Voter], part: str, subjects: Sequence[str]
) -> Iterable[tuple[str, tuple[int, ...]]]:
    for voter in voters:
        given = voter.content.get(part, {})
        if any(given.values()):
            yield voter.pseudonym, tuple(given.get(subject, 0) for subject in subjects)


def _promises(voters: Iterable[Voter]) -> Iterable[Promised]:
    for voter in sorted(voters, key=lambda voter: voter.name):
        for action, day in voter.content.get(Promise.id, {}).items():
            yield Promised(action, date.fromisoformat(day), voter.name)
