"""What charts say of a touchpoint's standing: figures of the room, importance, and where they come from."""

from __future__ import annotations

from collections.abc import Iterable

from touchpoints.charts._text import plain
from touchpoints.charts._words import NO_INTERVAL, Words
from touchpoints.journey import share_digits
from touchpoints.need_for_action import Need
from touchpoints.standing import Standing
from touchpoints.statistics import Estimate, RoomFigure


class StandingWords(Words):
    """Puts what a chart says about team and customers into words."""

    def number(self, value: float, digits: int = 0) -> str:
        """A figure without a sign."""
        shown = round(value, digits) + 0.0
        return self._once(("number", digits, shown), lambda: self._wording.number(shown, digits))

    def median(self, room: RoomFigure) -> str:
        """A median on -2..+2; a half only where there is one."""
        return self.mean(room.median, 0 if room.median == int(room.median) else 1)

    def quartiles(self, room: RoomFigure) -> str:
        """Between which points the middle half of the room lies."""
        low, high = (self.mean(end) for end in (room.lower_quartile, room.upper_quartile))
        return self.say("{low} to {high}", low=low, high=high)

    def importance(self, share: Estimate) -> str:
        """A share of importance: exact for a room's points, for customers with what their number carries."""
        return self.share(share.value, 1 if share.low is None else share_digits(share))

    def need_interval(self, need: Need) -> str:
        """The ends of a need, that it has none where it should, "" for a room."""
        if need.share.low is None:
            return ""
        return self.interval(need.size, 1) or self.phrase(NO_INTERVAL)

    def interval(self, estimate: Estimate, digits: int) -> str:
        """The ends of an interval of plain figures, "" where there is none."""
        if estimate.low is None or estimate.high is None:
            return ""
        low, high = self.number(estimate.low, digits), self.number(estimate.high, digits)
        return self.say("{low} to {high}", low=low, high=high)

    def source_of(self, standings: Iterable[Standing], *, with_team: bool = True) -> str:
        """Where the figures come from, each survey once."""
        known = list(standings)
        found = [one.customer.source for one in known if one.customer and one.customer.source]
        team = [self.say("the team")] if with_team and any(_has_team(one) for one in known) else []
        sources = [*team, *dict.fromkeys(found)]
        return self.say("Source: {sources}", sources="; ".join(sources)) if sources else ""


def _has_team(standing: Standing) -> bool:
    return standing.team_points is not None or bool(standing.team)


def told(*lines: str) -> str:
    """Lines of a hover text, the first one bold; empty ones are left out."""
    first, *rest = (plain(line) for line in lines if line)
    return "<br>".join([f"<b>{first}</b>", *rest])
