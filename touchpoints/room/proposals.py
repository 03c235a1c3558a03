"""What a revealed picture says about the model: a value for each place that it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from touchpoints.model import Depth, Size, SubjectKind
from touchpoints.room.findings import by_points
from touchpoints.room.picture import Figure, Picture, Promised, SpendingPicture
from touchpoints.shortlist import USUAL

BUDGET = 100


class Slot(StrEnum):
    """A kind of place in the model that takes something over; its values are plain JSON."""

    EXPERIENCE = "experience"
    POINTS = "points"
    TARGET = "target"
    SIZE = "size"
    VOTES = "votes"
    DEPTH = "depth"
    COMMITTED = "committed"
    OWNER = "owner"
    DUE = "due"


# What can be said of one segment alone; all else in the model is about all customers.
BY_SEGMENT = frozenset({Slot.TARGET})
# Subject id -> value.
Said = dict[str, Any]


def said_by(
    picture: Picture, about: SubjectKind | None, *, best: int = USUAL, is_one_segment: bool = False
) -> dict[Slot, Said]:
    """The values by place; a place of which the picture says nothing, or may say nothing, is absent.

    `best` is how many touchpoints a dot vote puts on the shortlist.
    """
    said: dict[Slot, Said] = defaultdict(dict)
    for slot, subject, value in (*_rated(picture, about), *_spent(picture, about, best)):
        said[slot][subject] = value
    said |= _promised(picture.promises)
    return {slot: values for slot, values in said.items() if not is_one_segment or slot in BY_SEGMENT}


def _rated(picture: Picture, about: SubjectKind | None) -> Iterable[tuple[Slot, str, Any]]:
    for subject, rated in picture.rate.subjects.items():
        for scale, figure in rated.scales.items():
            if (found := _OF_SCALES.get((scale, about))) is not None:
                slot, value_of = found
                yield slot, subject, value_of(figure)


def _spent(picture: Picture, about: SubjectKind | None, best: int) -> Iterable[tuple[Slot, str, Any]]:
    for part in ("points", "dots"):
        spent, found = getattr(picture, part), _OF_BUDGETS.get((part, about))
        if spent is not None and found is not None:
            slot, values_of = found
            yield from ((slot, subject, value) for subject, value in values_of(spent, best).items())


def _promised(promises: Sequence[Promised]) -> dict[Slot, Said]:
    """Who stands behind which action; the one who promised the earliest day answers for it."""
    said: dict[Slot, Said] = {}
    for one in sorted((one for one in promises if one.name), key=lambda one: (one.day, one.name)):
        said.setdefault(Slot.OWNER, {}).setdefault(one.action, one.name)
        said.setdefault(Slot.DUE, {}).setdefault(one.action, one.day.isoformat())
        names = said.setdefault(Slot.COMMITTED, {}).setdefault(one.action, [])
        names.extend([one.name] if one.name not in names else [])
    return said


def _counts(figure: Figure) -> dict[str, int]:
    """How many gave which point; the keys are texts, as they are in JSON."""
    return {str(point): n for point, n in sorted(figure.counts.items()) if n}


def _size(figure: Figure) -> str:
    """An effort of one to five as said in the room: in passing, a project, or great."""
    if figure.median <= 2:
        return Size.S.value
    return Size.M.value if figure.median < 4 else Size.L.value


def shares(given: Mapping[str, int], budget: int = BUDGET) -> dict[str, int]:
    """A budget in whole points by largest remainder, which goes to the first where two are the same."""
    total = sum(given.values())
    floors = {subject: budget * points // total for subject, points in given.items()}
    left = budget - sum(floors.values())
    by_remainder = sorted(given, key=lambda subject: -(budget * given[subject] % total))
    return {subject: floors[subject] + (subject in by_remainder[:left]) for subject in given}


def _points(spent: SpendingPicture, _best: int) -> Said:
    """Whoever gets none has no points, as where nobody was asked."""
    dealt = shares({subject: one.given for subject, one in spent.subjects.items()})
    return {subject: points for subject, points in dealt.items() if points}


def _votes(spent: SpendingPicture, _best: int) -> Said:
    return {subject: one.given for subject, one in spent.subjects.items()}


def _shortlist(spent: SpendingPicture, best: int) -> Said:
    """The best ones, and whoever has as many dots as the last of them."""
    ranked = [subject for subject in by_points(spent) if spent.subjects[subject].given]
    if not ranked:
        return {}
    least = spent.subjects[ranked[:best][-1]].given
    return {subject: Depth.SHORTLIST.value for subject in ranked if spent.subjects[subject].given >= least}


# By the id of a scale, and by the id of a part: what an activity on another kind of subject says has no
# place in the model and stays a record.
_OF_SCALES: Mapping[tuple[str, SubjectKind | None], tuple[Slot, Callable[[Figure], Any]]] = {
    ("experience", SubjectKind.TOUCHPOINT): (Slot.EXPERIENCE, _counts),
    ("target", SubjectKind.TOUCHPOINT): (Slot.TARGET, lambda figure: round(figure.median, 1)),
    ("effort", SubjectKind.OPTION): (Slot.SIZE, _size),
}
_OF_BUDGETS: Mapping[tuple[str, SubjectKind | None], tuple[Slot, Callable[[SpendingPicture, int], Said]]] = {
    ("points", SubjectKind.TOUCHPOINT): (Slot.POINTS, _points),
    ("dots", SubjectKind.TOUCHPOINT): (Slot.DEPTH, _shortlist),
    ("dots", SubjectKind.OPTION): (Slot.VOTES, _votes),
}
