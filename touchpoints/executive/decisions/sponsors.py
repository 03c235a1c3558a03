"""Goals and key touchpoints that nobody in management stands behind (R18)."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.executive.decisions._decision import DecisionKind, DecisionNeeded, Subject
from touchpoints.executive.facts import Backed, ExecutiveFacts
from touchpoints.messages import plural
from touchpoints.standing import named


def find(facts: ExecutiveFacts) -> tuple[DecisionNeeded, ...]:
    """One sentence for goals, one for key touchpoints that have no goal either."""
    found = []
    if goals := _alone(facts.goals):
        said = plural(
            "Back it, or drop it: {count} goal has no sponsor ({names})",
            "Back them, or drop them: {count} goals have no sponsor ({names})",
            len(goals),
            names=named(goals, at_most=4),
        )
        found.append(DecisionNeeded(said, Subject.GOALS))
    if touchpoints := _alone(facts.key_touchpoints):
        said = plural(
            "{count} key touchpoint has neither goal nor sponsor ({names})",
            "{count} key touchpoints have neither goal nor sponsor ({names})",
            len(touchpoints),
            names=named(touchpoints, at_most=4),
        )
        found.append(DecisionNeeded(said, Subject.GOALS))
    return tuple(found)


def _alone(backed: Sequence[Backed]) -> list[str]:
    return [one.name for one in backed if not one.has_sponsor]


KIND = DecisionKind(5, find)
