"""What a picture says first: where the room disagrees, and the curve of the room with its spread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from touchpoints.room.picture import Figure, Picture, SpendingPicture


@dataclass(frozen=True)
class Disputed:
    """A subject about which the room disagrees on one of the scales."""

    subject: str
    scale: str
    figure: Figure


@dataclass(frozen=True)
class CurvePoint:
    """The room's figure of a subject on its way along the journey; None where too few have answered."""

    subject: str
    figure: Figure | None


@dataclass(frozen=True)
class CloudPoint:
    """The medians of a subject, in the order of the scales."""

    subject: str
    n: int
    medians: tuple[float, ...]


def disputed(picture: Picture) -> tuple[Disputed, ...]:
    """Where the room disagrees, the widest spread first."""
    found = [
        Disputed(subject, scale, figure)
        for subject, rated in picture.rate.subjects.items()
        for scale, figure in rated.scales.items()
        if figure.is_disputed
    ]
    return tuple(sorted(found, key=lambda one: -_spread(one.figure)))


def choice_of_room(figure: Figure) -> int | None:
    """What most have chosen; None where as many have chosen something else."""
    most = max(figure.counts.values())
    chosen = [value for value, n in figure.counts.items() if n == most]
    return chosen[0] if len(chosen) == 1 else None


def curve_of_room(picture: Picture, scale: str, subjects: Iterable[str]) -> tuple[CurvePoint, ...]:
    """The figures of the subjects in this order; a gap where nothing may be shown."""
    rated = picture.rate.subjects
    return tuple(
        CurvePoint(subject, rated[subject].scales.get(scale) if subject in rated else None)
        for subject in subjects
    )


def cloud_of_room(picture: Picture) -> tuple[CloudPoint, ...]:
    """Where the subjects lie by their medians, in the order of the scales."""
    return tuple(
        CloudPoint(subject, rated.n, tuple(figure.median for figure in rated.scales.values()))
        for subject, rated in picture.rate.subjects.items()
        if rated.cloud
    )


def by_points(spent: SpendingPicture) -> tuple[str, ...]:
    """The subjects, those with the most points or dots first; ties stay in the order they were asked in."""
    return tuple(sorted(spent.subjects, key=lambda subject: -spent.subjects[subject].given))


def _spread(figure: Figure) -> float:
    """The standard deviation: it tells apart disagreements that have the same quartiles."""
    squares = sum(n * (value - figure.mean) ** 2 for value, n in figure.counts.items())
    return float((squares / figure.n) ** 0.5)
