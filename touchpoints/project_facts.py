"""What a project holds that answers the questions of the method, touchpoint by touchpoint or counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

ALL, SHORTLIST, KEY = "all", "shortlist", "key"
_OR_DEEPER = {ALL: {ALL, SHORTLIST, KEY}, SHORTLIST: {SHORTLIST, KEY}, KEY: {KEY}}


@dataclass(frozen=True)
class TouchpointFacts:
    """What is known of one touchpoint, or of `number` touchpoints alike, which then have no id."""

    id: str = ""
    number: int = 1
    depth: str = ALL
    is_before_contact: bool = False
    has_encounter: bool = False
    has_steps: bool = False
    has_handovers: bool = False
    has_factors: bool = False
    is_coordination_rated: bool = False
    is_brand_rated: bool = False
    is_promise_rated: bool = False
    is_experience_rated: bool = False
    has_importance: bool = False
    is_measured: bool = False
    has_target: bool = False
    has_goal: bool = False
    has_approach: bool = False
    has_weighed_option: bool = False
    has_choice: bool = False
    has_decision: bool = False
    has_improvement: bool = False

    @property
    def is_experienced(self) -> bool:
        """Whether anybody, customers or team, has said how it is."""
        return self.is_measured or self.is_experience_rated

    @property
    def can_be_ranked(self) -> bool:
        """Whether it is known how important it is and how it is experienced."""
        return self.has_importance and self.is_experienced


Has = Callable[[TouchpointFacts], bool]


class Thing(StrEnum):
    """What beside touchpoints the questions ask about."""

    GOAL = "goal"
    ACTION = "action"
    KPI = "kpi"
    REVIEW = "review"
    DECISION = "decision"


@dataclass(frozen=True)
class ThingFacts:
    """Which marks, such as an owner, a thing bears, or `number` things alike, which then have no id."""

    thing: Thing
    marks: frozenset[str] = frozenset()
    number: int = 1
    id: str = ""


@dataclass(frozen=True)
class ProjectFacts:
    """All touchpoints of a project, the kinds of findings that somebody has written down, and all else."""

    touchpoints: tuple[TouchpointFacts, ...] = ()
    findings: frozenset[str] = frozenset()
    things: tuple[ThingFacts, ...] = ()

    def at(self, depth: str) -> tuple[TouchpointFacts, ...]:
        """The touchpoints of a depth or deeper."""
        return tuple(facts for facts in self.touchpoints if facts.depth in _OR_DEEPER[depth])

    def count(self, depth: str = ALL, has: Has = lambda _: True) -> int:
        """How many touchpoints of a depth or deeper have something."""
        return sum(facts.number for facts in self.at(depth) if has(facts))

    def count_things(self, thing: Thing, mark: str | None = None) -> int:
        """How many things of a kind there are, or bear a mark."""
        return sum(
            facts.number
            for facts in self.things
            if facts.thing is thing and (mark is None or mark in facts.marks)
        )

    def without(self, thing: Thing, mark: str) -> tuple[str, ...]:
        """The ids of the things of a kind that do not bear a mark."""
        return tuple(one.id for one in self.things if one.thing is thing and mark not in one.marks)
