"""The facts of one project that an executive's page is made of, read in one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from touchpoints.coach import Hint
from touchpoints.executive.watched_kpi import WatchedKpi
from touchpoints.plan import PlannedAction
from touchpoints.plan_budget import Sums, sums_of
from touchpoints.savings import Savings


@dataclass(frozen=True)
class Backed:
    """A goal or a key touchpoint, and whether somebody in management stands behind it."""

    id: UUID
    name: str
    has_sponsor: bool


@dataclass(frozen=True)
class OpenChoice:
    """A touchpoint that has options to choose between, none of which is chosen."""

    touchpoint_id: UUID
    touchpoint: str
    options: int


@dataclass(frozen=True)
class BlockedAction:
    """An action that cannot go on, and why, as far as somebody said."""

    id: UUID
    name: str
    reason: str


@dataclass(frozen=True)
class UnstartedDecision:
    """What a review decided and nobody has begun: it became no action."""

    review_id: UUID
    text: str
    held_on: date | None


@dataclass(frozen=True)
class ExecutiveFacts:
    """One project today; `actions` are those of the round that is on and what it took over.

    `goals` and `key_touchpoints` say who backs them; of the latter those that no goal is about. `hints` are
    those of the coach that need somebody in management, the gravest first.
    """

    today: date
    currency: str
    kpis: Sequence[WatchedKpi] = ()
    actions: Sequence[PlannedAction] = ()
    savings: Savings = field(default_factory=Savings)
    goals: Sequence[Backed] = ()
    key_touchpoints: Sequence[Backed] = ()
    choices: Sequence[OpenChoice] = ()
    blocked: Sequence[BlockedAction] = ()
    unstarted: Sequence[UnstartedDecision] = ()
    hints: Sequence[Hint] = ()

    @property
    def budget(self) -> Sums:
        """What the plan costs: planned, spent, and what it will have cost in the end."""
        return sums_of(self.actions)

    @property
    def overrun(self) -> Decimal:
        """By how much the forecast exceeds what was planned; zero where it does not."""
        budget = self.budget
        return max(budget.forecast - budget.planned, Decimal(0))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet that an executive could read."""
        return not (self.kpis or self.actions or self.goals)
