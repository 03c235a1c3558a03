"""The figures of a picture, computed from what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from touchpoints.activities import RateScale
from touchpoints.room.basis import Basis
from touchpoints.room.picture import (
    OTHERS,
    DepartmentFigures,
    DepartmentSpending,
    Figure,
    Pair,
    RatedSubject,
    SpendingPicture,
    Spent,
)
from touchpoints.statistics import room_figure

_Values = tuple[int, ...]
_SEPARATOR = ","


def paper_key(values: Iterable[int]) -> str:
    """How a tally names the values of one sheet, in the order of the scales."""
    return _SEPARATOR.join(str(value) for value in values)


def paper_values(key: str) -> _Values:
    """The values that a tally names; raises ValueError where they are no whole numbers."""
    return tuple(int(value) for value in key.split(_SEPARATOR))


def rated_subject(basis: Basis, scales: Sequence[RateScale], since: int) -> RatedSubject:
    """What a room says of one subject."""
    counts = _counts(basis)
    cloud = tuple(Pair(values, n) for values, n in sorted(counts.items())) if len(scales) > 1 else ()
    departments = tuple(
        DepartmentFigures(group, _by_scale(_counts(basis, group), scales)) for group in _groups(basis)
    )
    return RatedSubject(basis.n, since, _by_scale(counts, scales), cloud, departments)


def spending(basis: Basis, subjects: Sequence[str], since: int) -> SpendingPicture:
    """Where the points or dots of a room went."""
    departments = tuple(
        DepartmentSpending(group, _people(basis, group), _spent(basis, subjects, group))
        for group in _groups(basis)
    )
    return SpendingPicture(basis.n, since, _spent(basis, subjects), departments)


def _groups(basis: Basis) -> Iterable[str]:
    if not basis.groups:
        return ()
    return [group for group in (*basis.groups, OTHERS) if _people(basis, group)]


def _people(basis: Basis, group: str | None) -> int:
    """How many are in a group, those on paper among the others; None: in the room."""
    if group is None:
        return basis.n
    return len(basis.members(group)) + (basis.paper.sheets if group == OTHERS else 0)


def _counts(basis: Basis, group: str | None = None) -> Counter[_Values]:
    """How many gave each combination of values."""
    people = basis.people if group is None else basis.members(group)
    counts = Counter(answer.values for answer in people.values())
    if group in (None, OTHERS):
        counts.update({paper_values(key): n for key, n in basis.paper.counts.items()})
    return counts


def _by_scale(counts: Mapping[_Values, int], scales: Sequence[RateScale]) -> dict[str, Figure]:
    return {scale.id: _figure(counts, place, scale) for place, scale in enumerate(scales)}


def _figure(counts: Mapping[_Values, int], place: int, scale: RateScale) -> Figure:
    on_scale: Counter[int] = Counter()
    for values, n in counts.items():
        on_scale[values[place]] += n
    room = room_figure(on_scale, middle=(scale.low + scale.high) / 2)
    assert room is not None  # noqa: S101 - nothing is shown of nobody; told to the type checker
    return Figure(
        n=room.n,
        counts={value: on_scale[value] for value in range(scale.low, scale.high + 1)},
        median=room.median,
        low_quartile=room.lower_quartile,
        high_quartile=room.upper_quartile,
        mean=sum(value * n for value, n in on_scale.items()) / room.n,
        is_disputed=room.disagrees,
    )


def _spent(basis: Basis, subjects: Collection[str], group: str | None = None) -> dict[str, Spent]:
    people = basis.people if group is None else basis.members(group)
    on_paper = basis.paper.counts if group in (None, OTHERS) else {}
    given = {
        subject: sum(answer.values[place] for answer in people.values()) + on_paper.get(subject, 0)
        for place, subject in enumerate(subjects)
    }
    n, total = _people(basis, group), sum(given.values())
    return {subject: Spent(points, points / n, points / total) for subject, points in given.items()}
