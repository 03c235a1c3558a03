"""How a touchpoint stands: what the team says of it beside what customers say, and never both in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from touchpoints.journey import JourneyPoint
from touchpoints.messages import N_, Message, message, plural
from touchpoints.statistics import Estimate, RoomFigure, room_figure, wilson

EXPERIENCE = "experience"
WORST, BEST = -2.0, 2.0


class View(StrEnum):
    """Whose importance and experience: the room's, or the customers'."""

    TEAM = "team"
    CUSTOMER = "customer"


@dataclass(frozen=True)
class Standing:
    """A touchpoint with both views; `team` holds per aspect how many of the team gave each point -2..+2."""

    touchpoint_id: str
    name: str
    phase: str
    phase_is_before_contact: bool
    depth: str
    contact_type: str | None
    control: str | None
    team_points: int | None
    team: Mapping[str, Mapping[int, int]]
    customer: JourneyPoint | None
    customer_mentions: int | None
    target: float | None

    def room(self, aspect: str) -> RoomFigure | None:
        """What the room says of one aspect, None where it was not asked."""
        return room_figure(self.team.get(aspect, {}))

    @property
    def team_experience(self) -> RoomFigure | None:
        """How the team believes that the touchpoint is experienced."""
        return self.room(EXPERIENCE)

    @property
    def customer_experience(self) -> Estimate | None:
        """The customers' mean on -2..+2, None where it is unknown or withheld."""
        return self.customer.mean if self.customer and self.customer.is_measured else None

    @property
    def is_measured(self) -> bool:
        """Whether customers' experience is known."""
        return self.customer_experience is not None

    @property
    def goal(self) -> float:
        """The target level, the best one where none is set."""
        return BEST if self.target is None else self.target

    def importance(self, view: View) -> int | None:
        """The team's points or the customers' mentions."""
        return self.team_points if view is View.TEAM else self.customer_mentions


@dataclass(frozen=True)
class Importances:
    """How important the touchpoints are in one view, as shares of all points or mentions that were given."""

    view: View
    total: int
    customers_asked: int | None = None

    def share(self, standing: Standing) -> Estimate | None:
        """The share 0-1 of one touchpoint; mentions carry an interval, the points of a room none."""
        given = standing.importance(self.view)
        if given is None or not self.total:
            return None
        if self.view is View.TEAM:
            return Estimate(given / self.total, None, None, self.total)
        return self._of_mentions(given)

    def _of_mentions(self, mentions: int) -> Estimate:
        """Wilson's interval among the customers asked, who could name several; else among the mentions."""
        asked = self.customers_asked if (self.customers_asked or 0) >= mentions else None
        if not asked:
            return wilson(mentions, self.total)
        named = wilson(mentions, asked)
        each = asked / self.total
        return Estimate(mentions / self.total, (named.low or 0.0) * each, (named.high or 0.0) * each, asked)


def importances(standings: Iterable[Standing], view: View, customers_asked: int | None = None) -> Importances:
    """The importance of these touchpoints in one view; without points or mentions nobody has a share."""
    total = sum(standing.importance(view) or 0 for standing in standings)
    return Importances(view, total, customers_asked if view is View.CUSTOMER else None)


HOW_TO_GET = {
    View.TEAM: N_("Hand the team a budget of points to share out among the touchpoints."),
    View.CUSTOMER: N_(
        "Ask customers which touchpoints matter most to them, and enter how many named each; "
        "or send them the question as a link."
    ),
}


def named(names: list[str], at_most: int = 2) -> Message | str:
    """Some names within a sentence: one, two, or the first with how many more there are."""
    if len(names) == 1:
        return names[0]
    if len(names) <= at_most:
        return message("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
    shown = ", ".join(names[: at_most - 1])
    return plural(
        "{names} and {count} more", "{names} and {count} more", len(names) - at_most + 1, names=shown
    )
