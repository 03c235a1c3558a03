"""What is asked about a decision of the target strategy: reason, partner, and at key touchpoints more."""

from __future__ import annotations

from uuid import UUID

from pages._action_fields import optional_choice_field
from pages._target_inputs import TargetStrategy
from pages._touchpoint_fields import Field, text_field, word_field, yes_no_field
from storage.journey import TouchpointEntry
from storage.targets import DecisionEntry
from touchpoints.messages import N_
from touchpoints.model import Decision, Depth

BECOMES = word_field("decision", N_("What becomes of it"), Decision)
# Beside the sides that its options touch.
_SIDES = (
    yes_no_field("looked_at_data", N_("Data looked at")),
    yes_no_field("looked_at_process", N_("Process looked at")),
    yes_no_field("looked_at_tool", N_("Tool looked at")),
    yes_no_field("looked_at_people", N_("People looked at")),
)


def decision_fields(
    strategy: TargetStrategy, entry: TouchpointEntry, shown: DecisionEntry, decision: Decision | None
) -> list[Field]:
    """What is asked of this decision; the improvement and the four sides of key touchpoints alone."""
    fields = [text_field("reason", N_("Reason"), 500)]
    if decision is Decision.COMBINE:
        partners = _partners(strategy, entry)
        fields.insert(0, optional_choice_field("combine_with_id", N_("Combine with"), partners))
    if entry.depth is Depth.KEY or shown.improvement:
        fields.append(text_field("improvement", N_("How it gets better, as the customer sees it"), 500))
    return [*fields, *_SIDES] if entry.depth is Depth.KEY else fields


def _partners(strategy: TargetStrategy, entry: TouchpointEntry) -> dict[UUID, str]:
    """The touchpoints that stay."""
    ending = {point.touchpoint_id for point in strategy.journey.points if point.ending}
    staying = (one for one in strategy.entries if str(one.id) not in ending and one.id != entry.id)
    return {one.id: f"{one.name} · {one.phase}" for one in staying}
