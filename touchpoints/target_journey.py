"""Current and target journey on one scale: gaps, what goes, what comes, and what that leaves behind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from touchpoints.messages import Message, Number, Value, message, plural
from touchpoints.standing import View, named
from touchpoints.statistics import Estimate

# More than so many gaps that are equally large, and naming some of them would mislead.
NAMED_AT_MOST = 3


class Ending(StrEnum):
    """How a touchpoint goes."""

    COMBINED = "combined"
    REMOVED = "removed"


@dataclass(frozen=True)
class TargetPoint:
    """A touchpoint with its current level and its target, both on -2..+2; None where nobody knows or set it.

    `ending` says how it goes, `joins` the id of the touchpoint that it is merged into. `is_planned` is one
    that the target journey alone has.
    """

    touchpoint_id: str
    name: str
    phase: str
    phase_is_before_contact: bool
    current: Estimate | None = None
    is_withheld: bool = False
    target: float | None = None
    ending: Ending | None = None
    joins: str | None = None
    is_planned: bool = False

    @property
    def aim(self) -> float | None:
        """The target of a touchpoint that stays."""
        return None if self.ending else self.target

    @property
    def gap(self) -> float | None:
        """How many levels are missing to the target, below zero where it is surpassed."""
        if self.aim is None or self.current is None:
            return None
        return self.aim - self.current.value


@dataclass(frozen=True)
class TargetJourney:
    """Every touchpoint in the order of the journey; whose current levels they are, and of which wave.

    `group` is the one of the survey whose levels they are, "" where they are those of all customers.
    """

    points: tuple[TargetPoint, ...]
    view: View | None = None
    wave: str = ""
    segment: str = ""
    sources: tuple[str, ...] = ()
    group: str = ""

    @property
    def gaps(self) -> tuple[tuple[TargetPoint, float], ...]:
        """The touchpoints below their target, each with its gap, the largest first."""
        found = [(point, gap) for point in self.points if (gap := _rounded(point.gap)) and gap > 0]
        return tuple(sorted(found, key=lambda one: -one[1]))

    @property
    def aimed(self) -> tuple[TargetPoint, ...]:
        """The touchpoints that have a target and stay."""
        return tuple(point for point in self.points if point.aim is not None)

    def name_of(self, touchpoint_id: str | None) -> str:
        """The name of a touchpoint, "" of one that is not there."""
        return next((point.name for point in self.points if point.touchpoint_id == touchpoint_id), "")


@dataclass(frozen=True)
class Consequences:
    """What the decisions mean for the journey."""

    combined: tuple[TargetPoint, ...]
    removed: tuple[TargetPoint, ...]
    planned: tuple[TargetPoint, ...]
    before: int
    empty_phases: tuple[str, ...]

    @property
    def gone(self) -> int:
        """How many touchpoints go."""
        return len(self.combined) + len(self.removed)

    @property
    def remaining(self) -> int:
        """How many touchpoints of today stay."""
        return self.before - self.gone


def consequences_of(journey: TargetJourney) -> Consequences:
    """Which touchpoints go and come, how many stay, and which phases nobody would meet us in any more."""
    points = journey.points
    kept = {point.phase for point in points if point.ending is None}
    return Consequences(
        combined=tuple(point for point in points if point.ending is Ending.COMBINED),
        removed=tuple(point for point in points if point.ending is Ending.REMOVED),
        planned=tuple(point for point in points if point.is_planned),
        before=sum(not point.is_planned for point in points),
        empty_phases=tuple(dict.fromkeys(point.phase for point in points if point.phase not in kept)),
    )


def said_of_consequences(found: Consequences) -> list[Message]:
    """The same in sentences, none where nothing was decided that changes the journey."""
    said = []
    if found.gone:
        said.append(
            plural(
                "{count} touchpoint goes ({names}); {remaining} of {before} stay.",
                "{count} touchpoints go ({names}); {remaining} of {before} stay.",
                found.gone,
                names=_names([*found.combined, *found.removed]),
                remaining=found.remaining,
                before=found.before,
            )
        )
    if found.planned:
        said.append(
            plural(
                "{count} is new: {names}.",
                "{count} are new: {names}.",
                len(found.planned),
                names=_names(found.planned),
            )
        )
    said += [
        message("The phase {phase} would have no touchpoint left.", phase=phase)
        for phase in found.empty_phases
    ]
    return said


def said_of_ending(journey: TargetJourney, touchpoint_id: str) -> list[Message]:
    """What it would mean if this one touchpoint went, too; said before the decision is taken."""
    ids = {point.touchpoint_id for point in journey.points if point.ending}
    gone = ids | {touchpoint_id}
    here = next((point for point in journey.points if point.touchpoint_id == touchpoint_id), None)
    if here is None:
        return []
    before = [point for point in journey.points if not point.is_planned]
    left = sum(point.touchpoint_id not in gone for point in before)
    said = [message("Then {left} of {before} touchpoints stay.", left=left, before=len(before))]
    in_phase = [point for point in journey.points if point.phase == here.phase]
    if all(point.touchpoint_id in gone for point in in_phase):
        said.append(message("The phase {phase} would have no touchpoint left.", phase=here.phase))
    return said


def finding_of_targets(journey: TargetJourney) -> Message:
    """Where the largest gaps are, as figures: nobody claims that chance could not change their order."""
    gaps = journey.gaps
    if not journey.aimed:
        return message("No target has been set yet")
    if not gaps:
        return _without_gap(journey)
    largest = [point for point, gap in gaps if gap == gaps[0][1]]
    if len(largest) > NAMED_AT_MOST:
        return plural(
            "{count} touchpoint lies {gap} levels below its target",
            "{count} touchpoints lie furthest below their target: {gap} levels",
            len(largest),
            gap=Number(gaps[0][1], 1),
        )
    shown = gaps[: max(len(largest), 2)]
    if len(shown) == 1:
        [(point, gap)] = shown
        return message(
            "The largest gap to the target is at {touchpoint}: {gap} levels",
            touchpoint=point.name,
            gap=Number(gap, 1),
        )
    told: list[Value] = [message("{name} ({gap})", name=one.name, gap=Number(gap, 1)) for one, gap in shown]
    return message(
        "The largest gaps to the target, in levels: {first} and {last}",
        first=_listed(told[:-1]),
        last=told[-1],
    )


def _without_gap(journey: TargetJourney) -> Message:
    if not any(point.current for point in journey.aimed):
        return message("Targets are set, and their current levels are not known yet")
    return message("No touchpoint lies below its target")


def _listed(told: list[Value]) -> Value:
    """One or two of them."""
    return told[0] if len(told) == 1 else message("{first}, {second}", first=told[0], second=told[1])


def _names(points: Iterable[TargetPoint]) -> Message | str:
    return named([point.name for point in points], at_most=4)


def _rounded(gap: float | None) -> float:
    """A gap as it is shown, so that what looks alike is treated alike."""
    return 0.0 if gap is None else round(gap, 1)
