"""What a picture says first: where the room disagrees, and what got the most."""

from __future__ import annotations

from dataclasses import dataclass

from touchpoints.room.picture import Figure, Picture, SpendingPicture


@dataclass(frozen=True)
class Disputed:
    """A subject about which the room disagrees on one of the scales."""

    subject: str
    scale: str
    figure: Figure


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


def by_points(spent: SpendingPicture) -> tuple[str, ...]:
    """The subjects, those with the most points or dots first; ties stay in the order they were asked in."""
    return tuple(sorted(spent.subjects, key=lambda subject: -spent.subjects[subject].given))


def _spread(figure: Figure) -> float:
    """The standard deviation: it tells apart disagreements that have the same quartiles."""
    squares = sum(n * (value - figure.mean) ** 2 for value, n in figure.counts.items())
    return float((squares / figure.n) ** 0.5)
