"""Small projects for the coach's rules: one in which a hint fires, others in which it must not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from touchpoints.coach_facts import (
    ActionFact,
    CoachFacts,
    FindingFact,
    GoalFact,
    KpiFact,
    OptionFact,
    PhaseFact,
    SegmentFact,
    SurveyFact,
    TouchpointFact,
)
from touchpoints.conditions import Conditions
from touchpoints.model import BudgetKind, Depth

TODAY = date(2026, 3, 2)
_FIELDS = {
    PhaseFact: "phases",
    TouchpointFact: "touchpoints",
    SegmentFact: "segments",
    GoalFact: "goals",
    OptionFact: "options",
    ActionFact: "actions",
    KpiFact: "kpis",
    SurveyFact: "surveys",
    FindingFact: "findings",
}
INFORM, BUY, USE = PhaseFact("inform", "Inform"), PhaseFact("buy", "Buy"), PhaseFact("use", "Use")


@dataclass(frozen=True)
class Scene:
    """A project in which a hint fires, and by what they show those in which it stays silent."""

    fires: CoachFacts
    silent: Mapping[str, CoachFacts]


def project(*things: Any, departments: int = 0) -> CoachFacts:
    """A project that holds just these facts."""
    held: dict[str, tuple[Any, ...]] = {
        field: tuple(thing for thing in things if isinstance(thing, kind)) for kind, field in _FIELDS.items()
    }
    return CoachFacts(TODAY, departments=departments, **held)


def place(
    id_: str = "desk", *, phase: PhaseFact = BUY, depth: Depth = Depth.KEY, **known: Any
) -> TouchpointFact:
    """A touchpoint, a key one unless said otherwise; conditions are given by their own names."""
    said = {name: known.pop(name) for name in list(known) if name in Conditions.__dataclass_fields__}
    return TouchpointFact(id_, id_.title(), phase.id, depth, conditions=Conditions(**said), **known)


def action(
    id_: str = "call", at: str | None = "desk", *, costs: Mapping[BudgetKind, int] | None = None, **known: Any
) -> ActionFact:
    """An action that lacks nothing unless said so."""
    budget = {kind: Decimal(amount) for kind, amount in (costs or {}).items()}
    return ActionFact(id_, f"Action {id_}", at, budget=budget, **known)


def option(id_: str, at: str = "desk", *sides: str, **known: Any) -> OptionFact:
    """An option at a touchpoint."""
    return OptionFact(id_, at, sides=frozenset(sides), **known)
