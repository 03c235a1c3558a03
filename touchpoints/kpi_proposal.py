"""A KPI proposed from a goal: what the goal says is taken over, the rest follows from the kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from touchpoints.kpi_kinds import all_kinds
from touchpoints.model import Direction

LONGEST_NAME, LONGEST_DEFINITION, LONGEST_UNIT = 120, 500, 40
# The kind that can be anything, for a goal that names none.
ANY_KIND = "count"


@dataclass(frozen=True)
class GoalFacts:
    """What a goal says, as plain values."""

    name: str
    kind: str = ""
    metric: str = ""
    baseline: float | None = None
    target: float | None = None
    due_on: date | None = None
    touchpoint: str = ""


@dataclass(frozen=True)
class KpiProposal:
    """The values of a KPI as a goal proposes them, under the names of the KPI's fields."""

    name: str
    kind: str
    definition: str
    unit: str
    direction: Direction
    baseline: float | None
    target: float | None
    target_on: date | None
    interval_months: int


def propose_kpi(goal: GoalFacts) -> KpiProposal:
    """The KPI that shows whether a goal is reached; values that its kind cannot have are left out."""
    kind = all_kinds().get(goal.kind) or all_kinds()[ANY_KIND]
    baseline, target = (
        None if value is None or not kind.is_possible(value) else value
        for value in (goal.baseline, goal.target)
    )
    return KpiProposal(
        name=_name(goal)[:LONGEST_NAME],
        kind=kind.id,
        definition=goal.name[:LONGEST_DEFINITION] if goal.metric else "",
        unit=kind.unit[:LONGEST_UNIT],
        direction=_direction(baseline, target, kind.direction),
        baseline=baseline,
        target=target,
        target_on=goal.due_on,
        interval_months=kind.interval_months,
    )


def _name(goal: GoalFacts) -> str:
    """What is measured, and where: many goals are measured alike."""
    return ": ".join(filter(None, (goal.touchpoint, goal.metric))) if goal.metric else goal.name


def _direction(baseline: float | None, target: float | None, usual: Direction) -> Direction:
    """From where it stands to where it shall go; else as usual for its kind."""
    if baseline is None or target is None or baseline == target:
        return usual
    return Direction.UP if target > baseline else Direction.DOWN
