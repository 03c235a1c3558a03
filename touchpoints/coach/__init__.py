"""The coach: the method's reminders of why such projects fail, one file each, and what they find."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from types import ModuleType

from touchpoints.coach._hint import Case, Consequence, Hint, Rule, Topic
from touchpoints.coach_facts import CoachFacts
from touchpoints.discovery import by_id, discover
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_

__all__ = [
    "BrokenRule",
    "Case",
    "CoachFacts",
    "Consequence",
    "Hint",
    "Rule",
    "Topic",
    "all_rules",
    "hints_of",
    "in_order",
]

_ID = re.compile(r"r\d\d")


class BrokenRule(TouchpointsError):
    """A file in this folder is no rule of the coach."""

    sentence = N_("The coach's rule {file} cannot be used: {reason}.")


@cache
def all_rules() -> dict[str, Rule]:
    """The rules by their id, in the order of the method.

    Raises:
        BrokenRule, touchpoints.discovery.DuplicateId: a file is wrong.
    """
    found = by_id((_checked(one).id, one) for one in discover(sys.modules[__name__]))
    return {id_: found[id_].RULE for id_ in sorted(found)}


def hints_of(facts: CoachFacts) -> tuple[Hint, ...]:
    """All that the coach has to say of a project, the gravest first."""
    return in_order(hint for rule in all_rules().values() for hint in rule.find(facts))


def in_order(hints: Iterable[Hint]) -> tuple[Hint, ...]:
    """By consequence; among equals what concerns most cases, then in the order of the method."""
    return tuple(sorted(hints, key=lambda hint: (hint.consequence, -len(hint.cases), hint.id)))


def _checked(module: ModuleType) -> Rule:
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        raise BrokenRule(file=module.__name__, reason="it has no RULE")
    if not _ID.fullmatch(rule.id):
        raise BrokenRule(file=module.__name__, reason=f"the id {rule.id} is none such as r07")
    return rule
