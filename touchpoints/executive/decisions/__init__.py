"""Decisions that management is asked for, one kind in each file: a new file with a `KIND` is a new kind."""

from __future__ import annotations

import sys
from functools import cache

from touchpoints.discovery import discover
from touchpoints.errors import TouchpointsError
from touchpoints.executive.decisions._decision import DecisionKind, DecisionNeeded, Subject
from touchpoints.executive.facts import ExecutiveFacts

__all__ = ["BrokenDecisionKind", "DecisionKind", "DecisionNeeded", "Subject", "decisions_needed"]


class BrokenDecisionKind(TouchpointsError):
    """A file in this folder is no kind of decision."""

    sentence = "The file {file} has no KIND that finds decisions."


def decisions_needed(facts: ExecutiveFacts) -> tuple[DecisionNeeded, ...]:
    """All decisions that wait for management, the most urgent first."""
    return tuple(decision for kind in all_decision_kinds() for decision in kind.find(facts))


@cache
def all_decision_kinds() -> tuple[DecisionKind, ...]:
    """The kinds in the order of their urgency; raises BrokenDecisionKind."""
    kinds: list[DecisionKind] = []
    for module in discover(sys.modules[__name__]):
        kind = getattr(module, "KIND", None)
        if not isinstance(kind, DecisionKind):
            raise BrokenDecisionKind(file=module.__name__)
        kinds.append(kind)
    return tuple(sorted(kinds, key=lambda kind: kind.order))
