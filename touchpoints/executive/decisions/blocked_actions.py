"""Actions that cannot go on: often only somebody above can take away what blocks them."""

from __future__ import annotations

from touchpoints.executive.decisions._decision import DecisionKind, DecisionNeeded, Subject
from touchpoints.executive.facts import BlockedAction, ExecutiveFacts
from touchpoints.messages import Message, message, plural
from touchpoints.standing import named

# Each with its reason; of more than these nobody reads one by one.
TOLD_ONE_BY_ONE = 2


def find(facts: ExecutiveFacts) -> tuple[DecisionNeeded, ...]:
    """A few each for itself, many in one sentence."""
    blocked = facts.blocked
    if len(blocked) <= TOLD_ONE_BY_ONE:
        return tuple(DecisionNeeded(_told(one), Subject.BLOCKED_ACTIONS, one.id) for one in blocked)
    names = named([one.name for one in blocked], at_most=4)
    said = plural(
        "Clear the way: {count} action is blocked ({names})",
        "Clear the way: {count} actions are blocked ({names})",
        len(blocked),
        names=names,
    )
    return (DecisionNeeded(said, Subject.BLOCKED_ACTIONS),)


def _told(action: BlockedAction) -> Message:
    # Whoever wrote a whole sentence has ended it himself.
    reason = action.reason.strip().removesuffix(".")
    if not reason:
        return message("Clear the way: {action} is blocked", action=action.name)
    return message("Clear the way: {action} is blocked ({reason})", action=action.name, reason=reason)


KIND = DecisionKind(1, find)
