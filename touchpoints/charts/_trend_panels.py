"""Where the touchpoints of a trend stand: together in one panel, or beyond three each in a small one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from touchpoints.charts._look import Look
from touchpoints.journey import JourneyLine, JourneyPoint, JourneyWaves
from touchpoints.journey_differences import changes

TOGETHER_AT_MOST = 3
CHOSEN_AT_MOST = 6


@dataclass(frozen=True)
class Panel:
    """One pair of axes: its number as Plotly counts, its place, and whether it carries the value labels."""

    number: int
    column: int
    x_domain: tuple[float, float]
    y_domain: tuple[float, float]

    @property
    def suffix(self) -> str:
        """What Plotly writes behind x and y: nothing for the first."""
        return "" if self.number == 1 else str(self.number)


@dataclass(frozen=True)
class Course:
    """One touchpoint through the waves, None where a wave has no figure that may be shown."""

    name: str
    touchpoint_id: str
    points: tuple[JourneyPoint | None, ...]

    @property
    def known(self) -> list[tuple[int, JourneyPoint]]:
        """The measured points with the number of their wave."""
        return [(wave, point) for wave, point in enumerate(self.points) if point]


def courses(waves: JourneyWaves) -> list[Course]:
    """The chosen touchpoints in the order chosen, else those that changed most."""
    ids = waves.touchpoint_ids or tuple(
        change.first.touchpoint_id for change in changes(waves.lines)[:CHOSEN_AT_MOST]
    )
    found = [_course(touchpoint_id, waves.lines) for touchpoint_id in ids]
    return [course for course in found if course is not None]


@dataclass(frozen=True)
class Panels:
    """The panels of a trend in a grid."""

    count: int
    look: Look

    @property
    def columns(self) -> int:
        """As many panels side by side as stay legible."""
        return max(1, min(3, self.count, int(self.look.width / (17 * self.look.size))))

    @property
    def rows(self) -> int:
        """The rows that the panels need."""
        return max(1, -(-self.count // self.columns))

    @cached_property
    def all(self) -> list[Panel]:
        """The panels row by row, from the top."""
        return [self._panel(number) for number in range(1, max(self.count, 1) + 1)]

    def _panel(self, number: int) -> Panel:
        row, column = divmod(number - 1, self.columns)
        beside, between = 0.04, 0.34 / self.rows
        width = (1 - beside * (self.columns - 1)) / self.columns
        height = (1 - between * (self.rows - 1)) / self.rows
        left, top = column * (width + beside), 1 - row * (height + between)
        return Panel(number, column, (left, left + width), (max(0.0, top - height), top))


def _course(touchpoint_id: str, lines: tuple[JourneyLine, ...]) -> Course | None:
    points = [line.point(touchpoint_id) for line in lines]
    named = next((point for point in points if point), None)
    if named is None:
        return None
    shown = tuple(point if point and point.is_measured else None for point in points)
    return Course(named.name, touchpoint_id, shown)
