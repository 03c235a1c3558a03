"""What the sample consists of in steps 2 to 4 and in two rounds, as frozen values like those of step 1.

A day is a date, or how many days it lies from the day on which the project is made (below zero: before it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from touchpoints.model import Answer

Day = date | int


@dataclass(frozen=True)
class SampleRound:
    """One pass through the four steps; the last one is on."""

    number: int
    name: str
    started_on: Day | None
    ended_on: Day | None


@dataclass(frozen=True)
class SampleTarget:
    """The level that a touchpoint shall reach; for all where the segment is None."""

    round: int
    touchpoint: str
    segment: str | None
    level: Decimal


@dataclass(frozen=True)
class SampleDecision:
    """What becomes of a touchpoint, and how it gets better as the customer sees it."""

    round: int
    touchpoint: str
    decision: str
    combine_with: str | None
    reason: str
    improvement: str


@dataclass(frozen=True)
class SampleGoal:
    """Something measurable that shall be reached by a day."""

    key: str
    round: int
    touchpoint: str | None
    name: str
    kpi_kind: str
    metric: str
    from_value: float | None
    to_value: float | None
    due_on: Day | None
    money: Decimal | None
    person_days: Decimal | None
    approach: str
    sponsor: str | None


@dataclass(frozen=True)
class SampleOption:
    """One of several ways to reach a target; chosen where it has a reason for that."""

    key: str
    round: int
    touchpoint: str
    goal: str | None
    name: str
    size: str
    cost_once: Decimal | None
    cost_per_year: Decimal | None
    software_cost: Decimal | None
    training_cost: Decimal | None
    person_days: Decimal | None
    effect_worst: Decimal
    effect_realistic: Decimal
    effect_best: Decimal
    risk: str
    touches_data: bool
    touches_process: bool
    touches_tool: bool
    touches_people: bool
    is_must_have: bool
    is_delight: bool
    team_votes: int
    choice_reason: str
    needs: tuple[str, ...]
    segments: tuple[str, ...]

    @property
    def is_chosen(self) -> bool:
        """Whether the team chose it."""
        return bool(self.choice_reason)


@dataclass(frozen=True)
class SampleBudget:
    """What one kind of cost of an action is planned at, and has cost so far."""

    kind: str
    planned: Decimal
    spent: Decimal


@dataclass(frozen=True)
class SampleAction:
    """Who does what from when until when; the rest names entries by key."""

    key: str
    round: int
    touchpoint: str | None
    goal: str | None
    option: str | None
    finding: str | None
    review_decision: str | None
    name: str
    owner: str | None
    team: str
    starts_on: Day | None
    due_on: Day | None
    done_on: Day | None
    status: str
    person_days: Decimal | None
    saving_per_year: Decimal | None
    customer_gain: str
    staff_gain: str
    expected_result: str
    measure: str
    blocked_by: str
    changes_work: Answer | None
    learning_days: Decimal | None
    lever: str | None
    budget: tuple[SampleBudget, ...]
    needs: tuple[str, ...]
    removes: tuple[str, ...]
    took_part: tuple[str, ...]
    committed: tuple[str, ...]
    comments: tuple[str, ...]


@dataclass(frozen=True)
class SampleMeasurement:
    """A value of whole months, counted from the month in which the project is made (-1: the one before).

    A share has no value of its own, since its counts give it.
    """

    first_month: int
    last_month: int
    value: float | None
    n: int | None
    sd: float | None
    favourable: int | None


@dataclass(frozen=True)
class SampleKpi:
    """What is measured, how and for whom, with the values entered by hand; a question feeds the others."""

    key: str
    name: str
    kind: str
    touchpoint: str | None
    goal: str | None
    question: str | None
    definition: str
    unit: str
    direction: str
    method: str
    source: str
    interval_months: int | None
    audience: str
    owner: str | None
    baseline: float | None
    target: float | None
    target_on: Day | None
    smallest_change: float | None
    actions: tuple[str, ...]
    measurements: tuple[SampleMeasurement, ...]


@dataclass(frozen=True)
class SampleReview:
    """A meeting in which results were discussed."""

    key: str
    round: int
    name: str
    held_on: Day | None
    touchpoint: str | None
    minutes: str
    people: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True)
class SampleReviewDecision:
    """What a review decided."""

    key: str
    review: str
    text: str


@dataclass(frozen=True)
class SampleTopic:
    """What stood on the agenda of a review, and what it was about."""

    review: str
    text: str
    note: str
    kpi: str | None
    action: str | None
    finding: str | None


@dataclass(frozen=True)
class SampleStrategy:
    """Step 2 of both rounds."""

    targets: tuple[SampleTarget, ...]
    decisions: tuple[SampleDecision, ...]
    goals: tuple[SampleGoal, ...]
    options: tuple[SampleOption, ...]


@dataclass(frozen=True)
class SampleMonitoring:
    """Step 4 of both rounds."""

    kpis: tuple[SampleKpi, ...]
    reviews: tuple[SampleReview, ...]
    decisions: tuple[SampleReviewDecision, ...]
    topics: tuple[SampleTopic, ...]


Keys = Mapping[str, tuple[str, ...]]
"""The keys that entries may name, by what they are keys of."""
