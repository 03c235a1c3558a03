"""Hints of the coach that nobody below management can answer: money, time, people and systems."""

from __future__ import annotations

from touchpoints.coach import Hint
from touchpoints.executive.decisions import sponsors
from touchpoints.executive.decisions._decision import DecisionKind, DecisionNeeded, Subject
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.messages import Message, message

# The page is read in two minutes.
AT_MOST = 3
# The rule whose finding sponsors.py puts as a decision of its own.
_NO_SPONSOR = "R18"


def find(facts: ExecutiveFacts) -> tuple[DecisionNeeded, ...]:
    """The gravest of them, in the order in which the coach gives them."""
    is_said = bool(sponsors.find(facts))
    hints = [hint for hint in facts.hints if not (is_said and hint.rule == _NO_SPONSOR)]
    return tuple(DecisionNeeded(_told(hint), Subject.HINT, hint=hint) for hint in hints[:AT_MOST])


def _told(hint: Hint) -> Message:
    """What to do, and what was seen."""
    return message("{advice} {seen}", advice=message(hint.advice), seen=hint.seen)


KIND = DecisionKind(6, find)
