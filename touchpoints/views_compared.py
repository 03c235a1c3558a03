"""The inside view against the customers' view: whose top ten holds what, and who rates what higher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from touchpoints.messages import Message, Number, message, plural
from touchpoints.standing import Standing, View, importances
from touchpoints.statistics import Estimate, RoomFigure

TOP = 10


@dataclass(frozen=True)
class Top:
    """A touchpoint in one view's top ten; `is_shared` where it stands in the other one's, too."""

    standing: Standing
    rank: int
    share: Estimate
    is_shared: bool


@dataclass(frozen=True)
class Distance:
    """How much higher the team rates a touchpoint than its customers do, in levels."""

    standing: Standing
    team: RoomFigure
    customer: Estimate

    @property
    def value(self) -> float:
        """The team's median minus the customers' mean."""
        return self.team.median - self.customer.value

    @property
    def is_clear(self) -> bool:
        """Whether the team's median lies outside the customers' interval."""
        if self.customer.low is None or self.customer.high is None:
            return False
        return not self.customer.low <= self.team.median <= self.customer.high


@dataclass(frozen=True)
class ViewsCompared:
    """Both top tens, and the distances of experience, the largest first."""

    team: tuple[Top, ...]
    customer: tuple[Top, ...]
    distances: tuple[Distance, ...]
    team_total: int
    customer_total: int
    customers_asked: int | None = None

    @property
    def named_by_team(self) -> int:
        """How many of the customers' top ten the team has in its own."""
        return sum(top.is_shared for top in self.customer)


def compare_views(standings: Sequence[Standing], customers_asked: int | None = None) -> ViewsCompared:
    """The two views of these touchpoints side by side."""
    ranked = {view: _ranked(standings, view) for view in View}
    ids = {view: {standing.touchpoint_id for _, standing in found} for view, found in ranked.items()}
    shared = ids[View.TEAM] & ids[View.CUSTOMER]
    tops, totals = {}, {}
    for view, found in ranked.items():
        weights = importances(standings, view, customers_asked)
        totals[view] = weights.total
        tops[view] = tuple(
            Top(standing, rank, share, standing.touchpoint_id in shared)
            for rank, standing in found
            if (share := weights.share(standing))
        )
    return ViewsCompared(
        team=tops[View.TEAM],
        customer=tops[View.CUSTOMER],
        distances=_distances(standings),
        team_total=totals[View.TEAM],
        customer_total=totals[View.CUSTOMER],
        customers_asked=customers_asked,
    )


def finding_of_views(compared: ViewsCompared) -> Message:
    """How many of the customers' top ten the team has named, else where the two rate most differently."""
    if compared.team and compared.customer:
        return plural(
            "The team has named {named} of the {count} touchpoint that matters most to customers",
            "The team has named {named} of the {count} touchpoints that matter most to customers",
            len(compared.customer),
            named=compared.named_by_team,
        )
    farthest = next((distance for distance in compared.distances if distance.is_clear), None)
    if farthest is None:
        return message("The two views cannot be compared yet")
    return message(
        "Team and customers differ most at {touchpoint}: {team} against {customer}",
        touchpoint=farthest.standing.name,
        team=Number(farthest.team.median, 1, signed=True),
        customer=Number(farthest.customer.value, 1, signed=True),
    )


def _ranked(standings: Sequence[Standing], view: View) -> list[tuple[int, Standing]]:
    """The first ten by rank; all who share the last rank are in, so that no name decides."""
    given = [(standing.importance(view) or 0, standing) for standing in standings]
    important = sorted((pair for pair in given if pair[0]), key=lambda pair: pair[0], reverse=True)
    ranks = {size: place for place, (size, _) in reversed(list(enumerate(important, 1)))}
    return [(ranks[size], standing) for size, standing in important if ranks[size] <= TOP]


def _distances(standings: Sequence[Standing]) -> tuple[Distance, ...]:
    both = ((standing, standing.team_experience, standing.customer_experience) for standing in standings)
    found = [Distance(standing, team, customer) for standing, team, customer in both if team and customer]
    return tuple(sorted(found, key=lambda distance: abs(distance.value), reverse=True))
