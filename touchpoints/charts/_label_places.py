"""Where names stand beside their points so that no two texts and no text and point collide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# How far a name may move away from its point, in font sizes; farther ones get a line to it.
DISTANCES = (0.7, 1.8, 3.2, 4.8)
WITHOUT_LINE = 1.0
DIRECTIONS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))


@dataclass(frozen=True)
class Rectangle:
    """A part of the plot in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rectangle) -> bool:
        """Whether they share any area."""
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, other: Rectangle) -> bool:
        """Whether the other one lies inside."""
        is_level = self.left <= other.left and other.right <= self.right
        return is_level and self.top <= other.top and other.bottom <= self.bottom


@dataclass(frozen=True)
class Name:
    """A name that wants to stand beside a point, with its size in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Place:
    """The middle of a name as seen from its point, in pixels; `has_line` where it stands apart from it."""

    right: float
    down: float
    has_line: bool


def place_names(
    names: Sequence[Name], plot: Rectangle, taken: Sequence[Rectangle], size: int
) -> list[Place | None]:
    """A place for each name, the first ones first; None where there is no room for it."""
    occupied, places = list(taken), []
    for name in names:
        found = next(
            (
                (place, box)
                for place, box in _candidates(name, size)
                if plot.holds(box) and not any(box.meets(other) for other in occupied)
            ),
            None,
        )
        if found:
            occupied.append(found[1])
        places.append(found[0] if found else None)
    return places


def _candidates(name: Name, size: int) -> list[tuple[Place, Rectangle]]:
    """The places around a point, the nearest ones first."""
    found = []
    for distance in DISTANCES:
        for right, down in DIRECTIONS:
            x = right * (name.width / 2 + distance * size)
            y = down * (name.height / 2 + distance * size)
            box = _around(name.x + x, name.y + y, name.width, name.height)
            found.append((Place(x, y, distance > WITHOUT_LINE), box))
    return found


def _around(x: float, y: float, width: float, height: float) -> Rectangle:
    return Rectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def mark_area(x: float, y: float, diameter: float) -> Rectangle:
    """What a point covers."""
    return _around(x, y, diameter, diameter)
