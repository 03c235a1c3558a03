"""Two rounds compared, touchpoint by touchpoint: what the team says and what customers say, never mixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from touchpoints.journey import JourneyLine
from touchpoints.journey_differences import Difference, changes
from touchpoints.kpi_status import Standing
from touchpoints.messages import Message, Number, message, plural
from touchpoints.standing import View, named
from touchpoints.statistics import Estimate
from touchpoints.team_journey import TeamJourney

# A median or a mean that moved less than what is shown has not moved.
_SHOWN = 0.05


@dataclass(frozen=True)
class Move:
    """A touchpoint rated in both rounds on -2..+2, by one view; `target` is that of the earlier round.

    `is_clear` says whether chance is ruled out, with as many comparisons as there are; a room is no sample,
    and has None, as customers where one of the two means has no interval.
    """

    touchpoint_id: str
    name: str
    phase: str
    before: Estimate
    after: Estimate
    target: float | None = None
    is_clear: bool | None = None
    is_room: bool = False

    @property
    def change(self) -> float:
        """How many levels it went up."""
        return self.after.value - self.before.value

    @property
    def standing(self) -> Standing:
        """How the target of the earlier round was reached; of customers only where chance is ruled out."""
        if self.target is None:
            return Standing.NO_TARGET
        low, high = self.after.low, self.after.high
        if self.is_room:
            return Standing.REACHED if self.after.value >= self.target else Standing.MISSED
        if low is None or high is None:
            return Standing.OPEN
        if low >= self.target:
            return Standing.REACHED
        return Standing.MISSED if high < self.target else Standing.OPEN


@dataclass(frozen=True)
class RoundsCompared:
    """What one view says of two rounds, given by their numbers, in the order of the journey."""

    view: View
    earlier: int
    later: int
    moves: tuple[Move, ...]
    sources: tuple[str, ...] = ()

    @property
    def rose(self) -> tuple[Move, ...]:
        """The touchpoints that are better now, the largest change first; of customers the clear ones."""
        return self._changed(1)

    @property
    def fell(self) -> tuple[Move, ...]:
        """The same of those that are worse."""
        return self._changed(-1)

    @property
    def by_change(self) -> tuple[Move, ...]:
        """All of them, the largest change first."""
        return tuple(sorted(self.moves, key=lambda move: -abs(move.change)))

    def with_standing(self, standing: Standing) -> tuple[Move, ...]:
        """The touchpoints whose target stands so."""
        return tuple(move for move in self.moves if move.standing is standing)

    def _changed(self, sign: int) -> tuple[Move, ...]:
        is_room = self.view is View.TEAM
        return tuple(
            move
            for move in self.by_change
            if move.change * sign > _SHOWN and (is_room or move.is_clear is True)
        )


def team_compared(
    before: TeamJourney, after: TeamJourney, rounds: tuple[int, int], targets: Mapping[str, float]
) -> RoundsCompared:
    """The medians of the room; touchpoints of which one is missing or withheld are left out."""
    known = {point.touchpoint_id: room for point, room in before.rated}
    moves = tuple(
        Move(
            point.touchpoint_id,
            point.name,
            point.phase,
            Estimate(known[point.touchpoint_id].median, None, None, known[point.touchpoint_id].n),
            Estimate(room.median, None, None, room.n),
            targets.get(point.touchpoint_id),
            is_room=True,
        )
        for point, room in after.rated
        if point.touchpoint_id in known
    )
    return RoundsCompared(View.TEAM, *rounds, moves)


def customers_compared(
    before: JourneyLine, after: JourneyLine, rounds: tuple[int, int], targets: Mapping[str, float]
) -> RoundsCompared:
    """The customers' means; two lines that rest on the same question at each touchpoint."""
    clear = {one.first.touchpoint_id: one for one in changes([before, after])}
    moves, sources = [], list[str]()
    for point in after.points:
        earlier = before.point(point.touchpoint_id)
        if earlier is None or not (earlier.is_measured and point.is_measured):
            continue
        if earlier.mean is not None and point.mean is not None:
            is_clear = _is_clear(clear.get(point.touchpoint_id))
            target = targets.get(point.touchpoint_id)
            about = (point.touchpoint_id, point.name, point.phase)
            moves.append(Move(*about, earlier.mean, point.mean, target, is_clear))
            sources += [earlier.source, point.source]
    known = tuple(dict.fromkeys(source for source in sources if source))
    return RoundsCompared(View.CUSTOMER, *rounds, tuple(moves), known)


def _is_clear(difference: Difference | None) -> bool | None:
    return None if difference is None else difference.is_clear


def finding_of_rounds(compared: RoundsCompared) -> Message:
    """What became better and worse since the earlier round, in the words of the view that says it."""
    if not compared.moves:
        return message("Nothing was rated in both rounds yet")
    if compared.view is View.TEAM:
        return _finding_of_team(compared)
    if not compared.rose and not compared.fell:
        return message("Customers: no clear difference since round {round}", round=compared.earlier)
    if not compared.fell:
        return message(
            "Customers find it better than in round {round}: {names}", **_said(compared, better=True)
        )
    if not compared.rose:
        return message(
            "Customers find it worse than in round {round}: {names}", **_said(compared, better=False)
        )
    return message(
        "Customers since round {round}: better at {better}, worse at {worse}",
        round=compared.earlier,
        better=_names(compared.rose),
        worse=_names(compared.fell),
    )


def _said(compared: RoundsCompared, *, better: bool) -> dict[str, int | Message | str]:
    return {"round": compared.earlier, "names": _names(compared.rose if better else compared.fell)}


def _finding_of_team(compared: RoundsCompared) -> Message:
    """How many went up and down; a statement about the room."""
    return plural(
        "The team sees {up} of {count} touchpoint higher than in round {round}, and {down} lower",
        "The team sees {up} of {count} touchpoints higher than in round {round}, and {down} lower",
        len(compared.moves),
        up=Number(len(compared.rose)),
        down=Number(len(compared.fell)),
        round=compared.earlier,
    )


def _names(moves: Sequence[Move]) -> Message | str:
    return named([move.name for move in moves], at_most=3)
