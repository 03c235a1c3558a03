"""Impact against effort: which options bring much for little, by their realistic gain and person-days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from statistics import median
from uuid import UUID

from touchpoints.messages import Message, Number, message, plural
from touchpoints.option_gain import Candidate
from touchpoints.start_here import Pick


@dataclass(frozen=True)
class Priorities:
    """All options of a round, and where to start."""

    candidates: tuple[Candidate, ...]
    picks: tuple[Pick, ...]

    @cached_property
    def placed(self) -> tuple[Candidate, ...]:
        """The options that can be calculated."""
        return tuple(one for one in self.candidates if not one.missing)

    @property
    def unplaced(self) -> tuple[Candidate, ...]:
        """Those for which something has to be told first."""
        return tuple(one for one in self.candidates if one.missing)

    @cached_property
    def picked(self) -> frozenset[UUID]:
        """The options to start with."""
        return frozenset(pick.candidate.option.id for pick in self.picks)

    @property
    def middle(self) -> tuple[float, float]:
        """The median effort in person-days and the median gain, between which the quadrants lie."""
        if not self.placed:
            return 0.0, 0.0
        days = median(float(one.effort.person_days) for one in self.placed)
        return days, median(one.gain for one in self.placed)

    @property
    def has_votes(self) -> bool:
        """Whether the team voted."""
        return any(one.option.team_votes for one in self.candidates)


def finding_of_priorities(priorities: Priorities) -> Message:
    """With how many of the options it is best to start."""
    if not priorities.placed:
        return message("No option can be calculated yet")
    if not priorities.picks:
        return message("No option brings a gain yet")
    days = sum(float(pick.candidate.effort.person_days) for pick in priorities.picks)
    return plural(
        "Start with {count} option: a gain of {gain} for {days} person-days",
        "Start with {count} options: together a gain of {gain} for {days} person-days",
        len(priorities.picks),
        gain=Number(100 * sum(pick.candidate.gain for pick in priorities.picks), 1),
        days=Number(days, 0 if days == int(days) else 1),
    )
