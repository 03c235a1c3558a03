"""What a room says when it votes: median, quartiles, disagreement; no sample, so no margin of error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median, quantiles

# From this share on each side of zero, or from this distance of the quartiles, a room disagrees.
SHARE_ON_EACH_SIDE = 0.2
QUARTILE_RANGE = 2.0


@dataclass(frozen=True)
class RoomFigure:
    """The answers of a room on one scale; the quartiles are interpolated between answers."""

    n: int
    median: float
    lower_quartile: float
    upper_quartile: float
    disagrees: bool


def room_figure(answers: Mapping[int, int], middle: float = 0) -> RoomFigure | None:
    """The figure of some answers, given as how many chose each point; None where nobody answered.

    `middle` is the point that lies between two sides of a scale: zero on -2..+2.
    """
    points = [point for point in sorted(answers) for _ in range(answers[point])]
    if not points:
        return None
    quarters = quantiles(points, n=4, method="inclusive") if len(points) > 1 else [float(points[0])] * 3
    sides = sum(point < middle for point in points), sum(point > middle for point in points)
    return RoomFigure(
        n=len(points),
        median=float(median(points)),
        lower_quartile=quarters[0],
        upper_quartile=quarters[2],
        # Multiplied, since a fifth of the answers has no exact share in floating point.
        disagrees=min(sides) * round(1 / SHARE_ON_EACH_SIDE) >= len(points)
        or quarters[2] - quarters[0] >= QUARTILE_RANGE,
    )
