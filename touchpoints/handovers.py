"""Hand-overs between the departments that work at a touchpoint, and between whom they break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from touchpoints.messages import Message, message, plural
from touchpoints.statistics import RoomFigure


@dataclass(frozen=True)
class Handover:
    """One department handing over to the next; `note` says what breaks, "" where nothing does."""

    giver: str
    taker: str
    note: str

    @property
    def breaks(self) -> bool:
        """Whether a break was noted."""
        return bool(self.note)


@dataclass(frozen=True)
class HandoverChain:
    """The departments of a touchpoint in order; `breaks` tells by place what breaks behind a department."""

    touchpoint_id: str
    touchpoint: str
    departments: tuple[str, ...]
    breaks: Mapping[int, str]
    coordination: RoomFigure | None

    @property
    def handovers(self) -> list[Handover]:
        """Each step from one department to the next."""
        pairs = enumerate(pairwise(self.departments))
        return [Handover(giver, taker, self.breaks.get(place, "")) for place, (giver, taker) in pairs]

    @property
    def broken(self) -> int:
        """How many of the steps break."""
        return sum(handover.breaks for handover in self.handovers)


def finding_of_handovers(chains: Sequence[HandoverChain]) -> Message:
    """How many hand-overs break, and between whom most of them do."""
    handovers = [handover for chain in chains for handover in chain.handovers]
    broken = [handover for handover in handovers if handover.breaks]
    if not handovers:
        return message("No hand-over has been noted yet")
    if not broken:
        return plural("The {count} hand-over holds", "All {count} hand-overs hold", len(handovers))
    count = plural(
        "{broken} of {count} hand-over breaks",
        "{broken} of {count} hand-overs break",
        len(handovers),
        broken=len(broken),
    )
    (one, other), most = _most_broken(broken)
    if most < 2 or most * 2 < len(broken):
        return count
    return message(
        "{count}, {most} of them between {one} and {other}", count=count, most=most, one=one, other=other
    )


def _most_broken(broken: Iterable[Handover]) -> tuple[tuple[str, str], int]:
    """The pair of departments with the most breaks, in either direction, named as it first stands."""
    counted: Counter[frozenset[str]] = Counter()
    first: dict[frozenset[str], tuple[str, str]] = {}
    for handover in broken:
        pair = frozenset((handover.giver.casefold(), handover.taker.casefold()))
        counted[pair] += 1
        first.setdefault(pair, (handover.giver, handover.taker))
    pair, most = counted.most_common(1)[0]
    return first[pair], most
