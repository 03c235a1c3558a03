"""What a review decided and nobody has begun."""

from __future__ import annotations

from touchpoints.executive.decisions._decision import DecisionKind, DecisionNeeded, Subject
from touchpoints.executive.facts import ExecutiveFacts, UnstartedDecision
from touchpoints.messages import Message, message, plural

TOLD_ONE_BY_ONE = 2


def find(facts: ExecutiveFacts) -> tuple[DecisionNeeded, ...]:
    """A few each for itself, many in one sentence."""
    if len(facts.unstarted) <= TOLD_ONE_BY_ONE:
        return tuple(DecisionNeeded(_told(one), Subject.REVIEW, one.review_id) for one in facts.unstarted)
    said = plural(
        "Say who begins: {count} decision of reviews became no action",
        "Say who begins: {count} decisions of reviews became no action",
        len(facts.unstarted),
    )
    return (DecisionNeeded(said, Subject.REVIEW),)


def _told(decision: UnstartedDecision) -> Message:
    text = decision.text.strip().removesuffix(".")
    if decision.held_on is None:
        return message("Say who begins: “{decision}” became no action", decision=text)
    return message(
        "Say who begins: “{decision}”, decided on {day}, became no action",
        decision=text,
        day=decision.held_on,
    )


KIND = DecisionKind(4, find)
