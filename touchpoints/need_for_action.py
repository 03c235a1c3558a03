"""Where the need for action is: importance times the gap to the target, one ranking for each view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

from touchpoints.messages import N_, Message, Value, message
from touchpoints.standing import WORST, Importances, Standing, View, importances, named
from touchpoints.statistics import Estimate

# More than so many that may all be first, and naming one of them would mislead.
NAMED_AT_MOST = 5


@dataclass(frozen=True)
class Need:
    """The need at one touchpoint: `size` is the importance in per cent times the gap in levels."""

    standing: Standing
    rank: int
    share: Estimate
    current: Estimate
    size: Estimate

    @property
    def gap(self) -> float:
        """How many levels lie between the current experience and the target."""
        return _gap(self.standing, self.current.value)


@dataclass(frozen=True)
class Unranked:
    """A touchpoint without a rank, and what is missing."""

    standing: Standing
    reason: str


@dataclass(frozen=True)
class Ranking:
    """The needs of one view, the greatest first, and what could not be ranked."""

    view: View
    needs: tuple[Need, ...]
    unranked: tuple[Unranked, ...]
    has_importance: bool

    @property
    def open_needs(self) -> tuple[Need, ...]:
        """The needs of touchpoints that lie below their target."""
        return tuple(need for need in self.needs if need.size.value > 0)

    @property
    def leaders(self) -> tuple[Need, ...]:
        """The first rank, with those whose intervals reach as far as the first one's begins."""
        first = next(iter(self.open_needs), None)
        return tuple(need for need in self.open_needs if first and _may_be_equal(need, first))


@dataclass(frozen=True)
class NeedForAction:
    """Both rankings side by side; they share no scale and are never added."""

    team: Ranking
    customer: Ranking


def need_for_action(standings: Sequence[Standing], customers_asked: int | None = None) -> NeedForAction:
    """Both rankings; `customers_asked` is how many customers were asked what matters to them."""
    return NeedForAction(
        rank_needs(standings, View.TEAM), rank_needs(standings, View.CUSTOMER, customers_asked)
    )


def rank_needs(standings: Iterable[Standing], view: View, customers_asked: int | None = None) -> Ranking:
    """The touchpoints by need; equal needs share a rank, and the next rank is left out for each of them."""
    standings = list(standings)
    weights = importances(standings, view, customers_asked)
    found, unranked = [], []
    for standing in standings:
        share, current = weights.share(standing), current_experience(standing, view)
        if share is None or current is None:
            unranked.append(Unranked(standing, _reason(standing, view, share)))
        else:
            found.append(Need(standing, 0, share, current, _size(standing, share, current)))
    found.sort(key=lambda need: _order(need, weights), reverse=True)
    return Ranking(
        view, tuple(_with_ranks(found, weights)), tuple(unranked), has_importance=weights.total > 0
    )


def current_experience(standing: Standing, view: View) -> Estimate | None:
    """The team's median, without an interval, or the customers' mean."""
    if view is View.CUSTOMER:
        return standing.customer_experience
    room = standing.team_experience
    return Estimate(room.median, None, None, room.n) if room else None


def finding_of_needs(needs: NeedForAction) -> Message:
    """Where each view sees the greatest need."""
    team, customer = _first(needs.team), _first(needs.customer)
    if team is None and customer is None:
        return _no_need(needs)
    if customer is None:
        return message("The team sees the greatest need for action at {touchpoint}", touchpoint=team or "")
    if team is None:
        return message("Customers see the greatest need for action at {touchpoint}", touchpoint=customer)
    if team == customer:
        return message(
            "Team and customers see the greatest need for action at {touchpoint}", touchpoint=customer
        )
    return message(
        "The team sees the greatest need for action at {team}, customers at {customer}",
        team=team,
        customer=customer,
    )


def _first(ranking: Ranking) -> Value | None:
    names = [need.standing.name for need in ranking.leaders]
    if len(names) > NAMED_AT_MOST:
        return message("no single touchpoint")
    return named(names) if names else None


def _no_need(needs: NeedForAction) -> Message:
    if needs.team.needs or needs.customer.needs:
        return message("No touchpoint lies below its target")
    return message("The need for action cannot be ranked yet")


def _gap(standing: Standing, current: float) -> float:
    return max(0.0, standing.goal - current)


def _size(standing: Standing, share: Estimate, current: Estimate) -> Estimate:
    gap = _gap(standing, current.value)
    value = 100 * share.value * gap
    if share.low is None or share.high is None or current.low is None or current.high is None:
        return Estimate(value, None, None, current.n)
    # Importance and experience come from different questions: their errors add as squares (first order).
    down = hypot(gap * (share.value - share.low), share.value * (gap - _gap(standing, current.high)))
    up = hypot(gap * (share.high - share.value), share.value * (_gap(standing, current.low) - gap))
    return Estimate(value, max(0.0, value - 100 * down), value + 100 * up, current.n)


def _order(need: Need, weights: Importances) -> float:
    """What is compared: free of the division by the total, so that equal needs are equal numbers."""
    return round((need.standing.importance(weights.view) or 0) * need.gap, 9)


def _with_ranks(needs: Sequence[Need], weights: Importances) -> Iterable[Need]:
    rank, before = 0, None
    for place, need in enumerate(needs, 1):
        order = _order(need, weights)
        rank = rank if order == before else place
        before = order
        yield Need(need.standing, rank, need.share, need.current, need.size)


def _may_be_equal(need: Need, first: Need) -> bool:
    """Whether a need may be as great as the first; a room's figures are exact."""
    if need.rank == first.rank or need.share.high is None:
        return need.rank == first.rank
    return _at_most(need) >= (first.size.low or 0.0)


def _at_most(need: Need) -> float:
    """The upper end of a need; without an interval of the experience, that of the worst one thinkable."""
    if need.size.high is not None:
        return need.size.high
    return 100 * (need.share.high or need.share.value) * (need.standing.goal - WORST)


NO_IMPORTANCE = N_("no importance yet")
NOTHING = N_("neither importance nor experience yet")
NOT_RATED = N_("not rated by the team yet")
NOT_MEASURED = N_("not measured yet")
TOO_FEW = N_("fewer than 5 answers")


def _reason(standing: Standing, view: View, share: Estimate | None) -> str:
    """What is missing for a rank."""
    if share is None:
        return NO_IMPORTANCE if current_experience(standing, view) else NOTHING
    return NOT_RATED if view is View.TEAM else without_figure(standing)


def without_figure(standing: Standing) -> str:
    """Why customers' experience is not shown."""
    return TOO_FEW if standing.customer and standing.customer.is_withheld else NOT_MEASURED
