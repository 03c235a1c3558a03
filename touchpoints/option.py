"""An option: one of several ways to reach a target, with what it costs, brings, needs and touches."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from touchpoints.messages import N_
from touchpoints.model import Size


class Case(StrEnum):
    """Which of the three estimates of an effect is meant."""

    WORST = "worst"
    REALISTIC = "realistic"
    BEST = "best"


CASE_WORDS = {
    Case.WORST: N_("worst case"),
    Case.REALISTIC: N_("realistic case"),
    Case.BEST: N_("best case"),
}


@dataclass(frozen=True)
class OptionEntry:
    """An option as it is stored; `needs` are other options, without `segments` it reaches all of them."""

    id: UUID
    version: int
    touchpoint_id: UUID
    goal_id: UUID | None
    name: str
    size: Size | None
    cost_once: Decimal | None
    cost_per_year: Decimal | None
    software_cost: Decimal | None
    training_cost: Decimal | None
    person_days: Decimal | None
    effect_worst: Decimal | None
    effect_realistic: Decimal | None
    effect_best: Decimal | None
    risk: str
    touches_data: bool
    touches_process: bool
    touches_tool: bool
    touches_people: bool
    is_must_have: bool
    is_delight: bool
    team_votes: int | None
    is_chosen: bool
    choice_reason: str
    touchpoint: str
    goal: str | None
    needs: tuple[UUID, ...] = ()
    segments: tuple[UUID, ...] = ()

    @property
    def place(self) -> tuple[UUID, UUID | None]:
        """Where at most one option is chosen: its touchpoint and its goal."""
        return self.touchpoint_id, self.goal_id

    def effect(self, case: Case) -> Decimal | None:
        """How many levels of -2..+2 the touchpoint gains in this case."""
        effects = {Case.WORST: self.effect_worst, Case.BEST: self.effect_best}
        return effects.get(case, self.effect_realistic)
