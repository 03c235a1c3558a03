"""What the coach knows of a project: plain facts, read once for each state of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from touchpoints.conditions import Conditions
from touchpoints.model import (
    AbcClass,
    Answer,
    BudgetKind,
    ContactType,
    Decision,
    Depth,
    FindingKind,
    Lever,
    Size,
    Treatment,
)
from touchpoints.statistics import Level

SIDES = ("data", "process", "tool", "people")
# From so many levels below okay the team's own rating counts as a disappointment.
_DISAPPOINTS_TEAM = -0.5
# Decided so, a touchpoint needs no action to get better.
_LEFT_ALONE = frozenset({Decision.NEGLECT, Decision.COMBINE, Decision.REMOVE})


@dataclass(frozen=True)
class PhaseFact:
    """A phase of the journey."""

    id: str
    name: str


@dataclass(frozen=True)
class TouchpointFact:
    """A touchpoint that customers meet now.

    `experience` is the customers' mean on -2..+2, or the team's where customers were not asked; the two are
    never mixed. `level` and `n` are the customers' alone. `meetings` is how often a year all
    customers are there of the segments whose number is known, `visits` how often one customer of the others.
    """

    id: str
    name: str
    phase_id: str
    depth: Depth = Depth.ALL
    contact_type: ContactType | None = None
    has_owner: bool = False
    has_sponsor: bool = False
    has_importance: bool = False
    experience: float | None = None
    level: Level | None = None
    n: int | None = None
    target: float | None = None
    decision: Decision | None = None
    looked_at: frozenset[str] = frozenset()
    sides_not_known: frozenset[str] = frozenset()
    visits: float = 0.0
    meetings: float = 0.0
    segment_ids: frozenset[str] = frozenset()
    conditions: Conditions = field(default_factory=Conditions)

    @property
    def disappoints(self) -> bool:
        """Whether customers say so or, where none was asked, the team."""
        if self.n:
            return self.level is Level.DISAPPOINTING
        return self.experience is not None and self.experience <= _DISAPPOINTS_TEAM

    @property
    def shall_get_better(self) -> bool:
        """Whether it has a target that is not reached, and was not decided to be left as it is."""
        is_below = self.target is not None and (self.experience is None or self.experience < self.target)
        return is_below and self.decision not in _LEFT_ALONE


@dataclass(frozen=True)
class SegmentFact:
    """A customer segment with its classifications.

    `surveyed_as` is its group in the surveys, by segmentation and label; `levels` are what this group says of
    touchpoints, empty where it says nothing or nobody knows which group it is.
    """

    id: str
    name: str
    abc: AbcClass | None = None
    attractiveness: int | None = None
    position: int | None = None
    lifetime_value: Decimal | None = None
    lifetime_value_is_assumed: bool = False
    has_list: bool = False
    classified_on: date | None = None
    treatment: Treatment | None = None
    surveyed_as: tuple[str, str] | None = None
    levels: Mapping[str, Level] = field(default_factory=dict)

    @property
    def has_portfolio(self) -> bool:
        """Whether both sides of the portfolio are known."""
        return self.attractiveness is not None and self.position is not None

    @property
    def is_of_high_value(self) -> bool:
        """By revenue, or by attractiveness where nobody knows the revenue."""
        return self.abc is AbcClass.A or (self.abc is None and (self.attractiveness or 0) >= 4)

    @property
    def is_of_low_value(self) -> bool:
        """The same at the other end."""
        return self.abc is AbcClass.C or (self.abc is None and (self.attractiveness or 3) <= 2)

    @property
    def may_be_neglected(self) -> bool:
        """Whether it is worth little and nobody decided what becomes of it: how it is served matters."""
        return self.is_of_low_value and self.treatment is None


@dataclass(frozen=True)
class GoalFact:
    """A goal of this round."""

    id: str
    name: str
    touchpoint_id: str | None = None
    has_sponsor: bool = False


@dataclass(frozen=True)
class OptionFact:
    """An option of this round, with the sides that it touches."""

    id: str
    touchpoint_id: str
    size: Size | None = None
    sides: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ActionFact:
    """An action of this round, or one taken over from an earlier one; dropped ones are none.

    `budget` is the planned money by kind. `changes_work` is what somebody said or, where nobody did or
    knows it, that its budget holds training.
    """

    id: str
    name: str
    touchpoint_id: str | None = None
    goal_id: str | None = None
    finding_id: str | None = None
    team: str = ""
    is_done: bool = False
    done_on: date | None = None
    has_owner: bool = True
    has_due_day: bool = True
    has_resources: bool = True
    has_customer_gain: bool = True
    has_staff_gain: bool = True
    said_to_change_work: Answer | None = None
    learning_days: Decimal | None = None
    lever: Lever | None = None
    budget: Mapping[BudgetKind, Decimal] = field(default_factory=dict)

    @property
    def trains(self) -> bool:
        """Whether its budget holds training of either kind."""
        return bool(self.money(BudgetKind.TRAINING) + self.money(BudgetKind.PROCESS_TRAINING))

    @property
    def changes_work(self) -> bool:
        """Whether people will work in a new way."""
        if self.said_to_change_work in (None, Answer.NOT_KNOWN):
            return self.trains
        return self.said_to_change_work is not Answer.NO

    def money(self, kind: BudgetKind) -> Decimal:
        """What is planned for one kind of cost."""
        return self.budget.get(kind, Decimal(0))


@dataclass(frozen=True)
class KpiFact:
    """A KPI; `lacks_n` where the last value is a share or a mean of nobody knows how many answers."""

    id: str
    name: str
    has_method: bool = True
    has_source: bool = True
    lacks_n: bool = False


@dataclass(frozen=True)
class SurveyFact:
    """A survey with answers."""

    id: str
    name: str
    has_source: bool = True
    has_dates: bool = True
    is_bought: bool = False


@dataclass(frozen=True)
class FindingFact:
    """A finding, or what somebody handed in (`is_voice`); `is_answered` where something follows."""

    id: str
    text: str
    kind: FindingKind | None = None
    touchpoint_id: str | None = None
    from_contact_staff: bool = False
    is_voice: bool = False
    is_answered: bool = False


@dataclass(frozen=True)
class CoachFacts:
    """All that the rules look at; `departments` is how many take part at all."""

    today: date
    currency: str = "EUR"
    phases: tuple[PhaseFact, ...] = ()
    touchpoints: tuple[TouchpointFact, ...] = ()
    segments: tuple[SegmentFact, ...] = ()
    goals: tuple[GoalFact, ...] = ()
    options: tuple[OptionFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    kpis: tuple[KpiFact, ...] = ()
    surveys: tuple[SurveyFact, ...] = ()
    findings: tuple[FindingFact, ...] = ()
    departments: int = 0

    @cached_property
    def key(self) -> tuple[TouchpointFact, ...]:
        """The key touchpoints: of them everything is asked."""
        return tuple(one for one in self.touchpoints if one.depth is Depth.KEY)

    @cached_property
    def by_id(self) -> Mapping[str, TouchpointFact]:
        """The touchpoints by their id."""
        return {one.id: one for one in self.touchpoints}

    @cached_property
    def open_actions(self) -> tuple[ActionFact, ...]:
        """What is still to be done."""
        return tuple(action for action in self.actions if not action.is_done)

    @cached_property
    def acted_on(self) -> frozenset[str]:
        """The touchpoints that have an action, done or not."""
        return frozenset(action.touchpoint_id for action in self.actions if action.touchpoint_id)

    @cached_property
    def _options_at(self) -> Mapping[str, tuple[OptionFact, ...]]:
        found: dict[str, list[OptionFact]] = defaultdict(list)
        for option in self.options:
            found[option.touchpoint_id].append(option)
        return {id_: tuple(options) for id_, options in found.items()}

    def options_of(self, touchpoint: TouchpointFact) -> tuple[OptionFact, ...]:
        """The options at a touchpoint."""
        return self._options_at.get(touchpoint.id, ())

    def sides_of(self, touchpoint: TouchpointFact) -> frozenset[str]:
        """The sides that were looked at: said so, or touched by an option."""
        return touchpoint.looked_at.union(*(option.sides for option in self.options_of(touchpoint)))

    def planned(self, kind: BudgetKind) -> Decimal:
        """The money that the whole plan holds for a kind of cost."""
        return sum((action.money(kind) for action in self.actions), Decimal(0))

    def phases_of(self, touchpoint_ids: Iterable[str | None]) -> frozenset[str]:
        """The phases in which some touchpoints lie; what belongs to none lies in no phase."""
        return frozenset(self.by_id[id_].phase_id for id_ in touchpoint_ids if id_ and id_ in self.by_id)
