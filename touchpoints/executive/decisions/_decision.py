"""A decision that only management can take, and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from touchpoints.coach import Hint
from touchpoints.executive.facts import ExecutiveFacts
from touchpoints.messages import Message


class Subject(StrEnum):
    """What a decision is about, and so where one looks at its reason."""

    GOALS = "goals"
    OPTIONS = "options"
    BLOCKED_ACTIONS = "blocked actions"
    REVIEW = "review"
    BUDGET = "budget"
    HINT = "hint"


@dataclass(frozen=True)
class DecisionNeeded:
    """One sentence that says what to decide; `id` is the one thing that it is about, None for several.

    `hint` is the coach's, where it is his.
    """

    said: Message
    subject: Subject
    id: UUID | None = None
    hint: Hint | None = None


@dataclass(frozen=True)
class DecisionKind:
    """Finds the decisions of one kind; those of a lower `order` are more urgent."""

    order: int
    find: Callable[[ExecutiveFacts], tuple[DecisionNeeded, ...]]
