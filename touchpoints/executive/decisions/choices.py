"""Touchpoints whose options lie on the table, and nobody has chosen one."""

from __future__ import annotations

from touchpoints.executive.decisions._decision import DecisionKind, DecisionNeeded, Subject
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.messages import plural
from touchpoints.standing import named


def find(facts: ExecutiveFacts) -> tuple[DecisionNeeded, ...]:
    """One sentence for all of them; of a single one the way leads to its options."""
    if not facts.choices:
        return ()
    names = named([one.touchpoint for one in facts.choices], at_most=4)
    said = plural(
        "Choose an option: {count} touchpoint waits for it ({names})",
        "Choose an option: {count} touchpoints wait for it ({names})",
        len(facts.choices),
        names=names,
    )
    only = facts.choices[0].touchpoint_id if len(facts.choices) == 1 else None
    return (DecisionNeeded(said, Subject.OPTIONS, only),)


KIND = DecisionKind(3, find)
