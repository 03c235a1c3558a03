"""The forecast lies above what was planned: more money, or less to do."""

from __future__ import annotations

from touchpoints.executive.decisions._decision import DecisionKind, DecisionNeeded, Subject
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.messages import message


def find(facts: ExecutiveFacts) -> tuple[DecisionNeeded, ...]:
    """At most one: the budget of the plan as a whole."""
    if not facts.overrun:
        return ()
    said = message(
        "Grant more, or drop something: the plan will cost {amount} {currency} more than planned",
        amount=round(facts.overrun),
        currency=facts.currency,
    )
    return (DecisionNeeded(said, Subject.BUDGET),)


KIND = DecisionKind(2, find)
