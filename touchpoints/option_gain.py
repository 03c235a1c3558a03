"""The gain of an option: importance of its touchpoint, times effect in levels, times whom it reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from touchpoints.messages import N_
from touchpoints.option import Case, OptionEntry
from touchpoints.option_effort import Effort, effort_of
from touchpoints.standing import View

EFFECT, IMPORTANCE = N_("effect"), N_("importance of the touchpoint")


@dataclass(frozen=True)
class Ground:
    """What gains are computed from beside the options.

    `shares` is the importance 0-1 of each touchpoint in one view; `meetings` says per touchpoint how often a
    year each segment meets it, None where nobody said; `disappointing` are the touchpoints with an open
    disappointment, and `rated_disappointing` those of them that customers rate so.
    """

    view: View = View.TEAM
    shares: Mapping[UUID, float] = field(default_factory=dict)
    meetings: Mapping[UUID, Mapping[UUID, float | None]] = field(default_factory=dict)
    segments: tuple[UUID, ...] = ()
    disappointing: frozenset[UUID] = frozenset()
    rated_disappointing: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Candidate:
    """An option with its figures; gains are share x levels (0.1: ten per cent of importance by one level).

    `missing` names what has to be told before it can be calculated.
    """

    option: OptionEntry
    gains: Mapping[Case, float]
    effort: Effort
    missing: tuple[str, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Whether it can be in the best choice; a must-have can, even while nobody knows what it brings."""
        return not self.missing or self.option.is_must_have

    @property
    def gain(self) -> float:
        """The realistic gain."""
        return self.gains[Case.REALISTIC]

    @property
    def is_against_disappointment(self) -> bool:
        """Whether it makes what is there better, instead of adding an extra."""
        return not self.option.is_delight and (self.option.effect_realistic or 0) > 0


def candidates(options: tuple[OptionEntry, ...], ground: Ground) -> tuple[Candidate, ...]:
    """All options with their figures, in the order given."""
    return tuple(candidate(option, ground) for option in options)


def candidate(option: OptionEntry, ground: Ground) -> Candidate:
    """The figures of one option."""
    effort = effort_of(option)
    missing = list(effort.missing)
    if option.effect_realistic is None:
        missing.append(EFFECT)
    if option.touchpoint_id not in ground.shares:
        missing.append(IMPORTANCE)
    return Candidate(option, {case: gain(option, ground, case) for case in Case}, effort, tuple(missing))


def gain(option: OptionEntry, ground: Ground, case: Case) -> float:
    """Share x effect x reach, 0 where one is missing; a case that nobody told is the realistic one."""
    effect = option.effect(case)
    if effect is None:
        effect = option.effect_realistic
    return float(effect or 0) * ground.shares.get(option.touchpoint_id, 0.0) * reach(option, ground)


def reach(option: OptionEntry, ground: Ground) -> float:
    """The share 0-1 of a year's encounters that the option reaches; without segments all of them."""
    if not option.segments:
        return 1.0
    weights = _weights(option.touchpoint_id, ground)
    total = sum(weights.values())
    return sum(weights.get(segment, 0.0) for segment in set(option.segments)) / total if total else 0.0


def _weights(touchpoint_id: UUID, ground: Ground) -> Mapping[UUID, float]:
    """How much each segment counts at a touchpoint: by frequency, or all the same where none is known.

    One whose frequency is unknown among known ones counts like their average.
    """
    meetings = ground.meetings.get(touchpoint_id) or dict.fromkeys(ground.segments)
    known = [often for often in meetings.values() if often is not None]
    usual = sum(known) / len(known) if known else 1.0
    return {segment: usual if often is None else often for segment, often in meetings.items()}
