"""The importance-performance matrix: what matters, how it is experienced, and which quadrant is certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import mean

from touchpoints.messages import N_, Message, message
from touchpoints.need_for_action import current_experience
from touchpoints.standing import Importances, Standing, View, importances, named
from touchpoints.statistics import Estimate

# Fewer answers carry no interval, so that nobody knows on which side of a line they lie.
FEWEST_TO_BE_SURE = 10


class MatrixView(StrEnum):
    """Whose importance meets whose experience; combined: the team's importance, customers' experience."""

    TEAM = "team"
    CUSTOMER = "customer"
    COMBINED = "combined"

    @property
    def importance(self) -> View:
        """Whose importance stands on the upright axis."""
        return View.CUSTOMER if self is MatrixView.CUSTOMER else View.TEAM

    @property
    def performance(self) -> View:
        """Whose experience stands on the level axis."""
        return View.TEAM if self is MatrixView.TEAM else View.CUSTOMER


class CrossHair(StrEnum):
    """Where experience is parted into low and high: the midpoint of the scale, or the mean of all shown."""

    MIDPOINT = "midpoint"
    MEAN = "mean"


class Quadrant(StrEnum):
    """What a certain place in the matrix advises."""

    IMPROVE_FIRST = "improve_first"
    KEEP_UP = "keep_up"
    LOW_PRIORITY = "low_priority"
    POSSIBLE_OVERKILL = "possible_overkill"


QUADRANT_NAMES = {
    Quadrant.IMPROVE_FIRST: N_("Improve first"),
    Quadrant.KEEP_UP: N_("Keep up"),
    Quadrant.LOW_PRIORITY: N_("Low priority"),
    Quadrant.POSSIBLE_OVERKILL: N_("Possible overkill"),
}
UNCLEAR = N_("unclear")
MATRIX_NAMES = {
    MatrixView.TEAM: N_("Team: importance and experience as the team sees them"),
    MatrixView.CUSTOMER: N_("Customers: mentions and measured experience"),
    MatrixView.COMBINED: N_("Importance to the team × experience of customers"),
}


@dataclass(frozen=True)
class Reading:
    """A value with its error box: 95 % for customers, quartiles for a room, nothing for a room's points."""

    value: float
    low: float
    high: float
    n: int
    is_sure: bool = True

    def side_of(self, line: float) -> int:
        """1 above the line, -1 below it, 0 while the box touches it."""
        if not self.is_sure or self.low <= line <= self.high:
            return 0
        return 1 if self.low > line else -1


@dataclass(frozen=True)
class Placed:
    """A touchpoint in the matrix; no quadrant while its box touches a line: unclear."""

    standing: Standing
    importance: Reading
    performance: Reading
    quadrant: Quadrant | None


@dataclass(frozen=True)
class Matrix:
    """The touchpoints that have both figures, the two lines, and how many touchpoints lack a figure."""

    view: MatrixView
    cross_hair: CrossHair
    placed: tuple[Placed, ...]
    importance_line: float
    performance_line: float
    missing: tuple[Standing, ...]

    def inside(self, quadrant: Quadrant | None) -> tuple[Placed, ...]:
        """The touchpoints of one quadrant, or the unclear ones, the most important first."""
        found = (placed for placed in self.placed if placed.quadrant is quadrant)
        return tuple(sorted(found, key=lambda placed: placed.importance.value, reverse=True))


def importance_performance(
    standings: Sequence[Standing],
    view: MatrixView,
    cross_hair: CrossHair = CrossHair.MIDPOINT,
    customers_asked: int | None = None,
) -> Matrix:
    """The matrix of one view; the importance line lies where all in it would be equally important."""
    weights = importances(standings, view.importance, customers_asked)
    read = [
        (standing, _importance(standing, weights), _performance(standing, view)) for standing in standings
    ]
    known = [(standing, y, x) for standing, y, x in read if y is not None and x is not None]
    # A share has no midpoint of its own: the even share is both its mean and its neutral place.
    across = mean(y.value for _, y, _ in known) if known else 0.0
    is_mean = cross_hair is CrossHair.MEAN and known
    upright = mean(x.value for _, _, x in known) if is_mean else 0.0
    return Matrix(
        view=view,
        cross_hair=cross_hair,
        placed=tuple(
            Placed(standing, y, x, _quadrant(y.side_of(across), x.side_of(upright)))
            for standing, y, x in known
        ),
        importance_line=across,
        performance_line=upright,
        missing=tuple(standing for standing, y, x in read if y is None or x is None),
    )


def finding_of_matrix(matrix: Matrix) -> Message:
    """Which touchpoints are surely important and surely badly experienced; the view is named."""
    if not matrix.placed:
        return message("No touchpoint has both importance and experience yet")
    first = [placed.standing.name for placed in matrix.inside(Quadrant.IMPROVE_FIRST)]
    texts = _FIRST if first else _NOTHING_FIRST
    return Message(texts[matrix.view], {"names": named(first, 3)} if first else {})


_FIRST = {
    MatrixView.TEAM: N_("As the team sees it, {names} must be improved first"),
    MatrixView.CUSTOMER: N_("As customers see it, {names} must be improved first"),
    MatrixView.COMBINED: N_(
        "Important to the team, badly experienced by customers: {names} must be improved first"
    ),
}
_NOTHING_FIRST = {
    MatrixView.TEAM: N_("As the team sees it, no touchpoint is both clearly important and clearly bad"),
    MatrixView.CUSTOMER: N_("As customers see it, no touchpoint is both clearly important and clearly bad"),
    MatrixView.COMBINED: N_(
        "No touchpoint is both clearly important to the team and clearly bad for customers"
    ),
}


def _importance(standing: Standing, weights: Importances) -> Reading | None:
    share = weights.share(standing)
    return _as_box(share) if share else None


def _performance(standing: Standing, view: MatrixView) -> Reading | None:
    if view.performance is View.TEAM:
        room = standing.team_experience
        return Reading(room.median, room.lower_quartile, room.upper_quartile, room.n) if room else None
    mean = current_experience(standing, View.CUSTOMER)
    if mean is None:
        return None
    return _as_box(mean, is_sure=mean.has_interval or mean.n >= FEWEST_TO_BE_SURE)


def _as_box(estimate: Estimate, *, is_sure: bool = True) -> Reading:
    low = estimate.value if estimate.low is None else estimate.low
    high = estimate.value if estimate.high is None else estimate.high
    return Reading(estimate.value, low, high, estimate.n, is_sure)


def _quadrant(importance: int, performance: int) -> Quadrant | None:
    if not importance or not performance:
        return None
    if importance > 0:
        return Quadrant.KEEP_UP if performance > 0 else Quadrant.IMPROVE_FIRST
    return Quadrant.POSSIBLE_OVERKILL if performance > 0 else Quadrant.LOW_PRIORITY
