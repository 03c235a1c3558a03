"""The frontier from budget to gain: what each amount of money buys at best, and what the next step adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from math import ceil

from touchpoints.best_choice import BestChoice, best_choice
from touchpoints.choice_faults import MustHavesDoNotFit
from touchpoints.choice_programme import Solver, solve
from touchpoints.choice_rules import Limits
from touchpoints.messages import Message, Number, Value, message
from touchpoints.option_gain import Candidate, Ground
from touchpoints.standing import named

NEXT_STEP = Decimal(10_000)
POINTS_AT_MOST = 20
_NICE = (1, 2, 5)
# A point of the frontier waits for its proof less long than a choice that somebody asked for.
TIME_LIMIT = 2.0


@dataclass(frozen=True)
class FrontierPoint:
    """The best choice for one budget, exact there; None where the must-haves do not fit it."""

    budget: Decimal
    choice: BestChoice | None

    @property
    def gain(self) -> float:
        """In share x levels; nothing where nothing fits."""
        return self.choice.gain if self.choice else 0.0


@dataclass(frozen=True)
class NextStep:
    """What another step of money buys at one budget: gains in share x levels, touchpoints by their gain."""

    before: FrontierPoint
    after: FrontierPoint

    @property
    def more(self) -> float:
        """The gain that is added."""
        return self.after.gain - self.before.gain

    @cached_property
    def profiting(self) -> tuple[tuple[str, float], ...]:
        """The touchpoints that gain by it with how much, the most first."""
        changed: dict[str, float] = defaultdict(float)
        for sign, point in ((1, self.after), (-1, self.before)):
            for one in point.choice.chosen if point.choice else ():
                changed[one.option.touchpoint] += sign * one.gain
        gained = ((name, more) for name, more in changed.items() if more > 0)
        return tuple(sorted(gained, key=lambda one: -one[1]))


@dataclass(frozen=True)
class Frontier:
    """Exact points by budget, those of the slider among them; between two points the gain may rise."""

    points: tuple[FrontierPoint, ...]
    step: Decimal
    currency: str = ""
    budget: Decimal = field(default=Decimal(0))

    @cached_property
    def next_step(self) -> NextStep | None:
        """What another step buys at the budget; None where it was not computed."""
        before, after = self._by_budget.get(self.budget), self._by_budget.get(self.budget + NEXT_STEP)
        return NextStep(before, after) if before and after else None

    @property
    def slider(self) -> tuple[Decimal, ...]:
        """The budgets that a slider offers: the round ones and the current one."""
        return tuple(
            budget
            for budget in self._by_budget
            if (budget % self.step == 0 and budget + NEXT_STEP in self._by_budget) or budget == self.budget
        )

    @cached_property
    def _by_budget(self) -> Mapping[Decimal, FrontierPoint]:
        return {point.budget: point for point in self.points}


def step_of(most: Decimal) -> Decimal:
    """A round step in which a slider reaches the most that can be spent sensibly."""
    wanted, power = max(most, Decimal(1)) / POINTS_AT_MOST, Decimal(1)
    while True:
        for nice in _NICE:
            if nice * power >= wanted:
                return nice * power
        power *= 10


def budgets(most: Decimal, now: Decimal) -> tuple[Decimal, ...]:
    """The budgets of the frontier: the current one first, then round ones, each with its next step."""
    step = step_of(most)
    rounds = [step * number for number in range(ceil(most / step) + 1)]
    wanted = [now, now + NEXT_STEP, *rounds, *(budget + NEXT_STEP for budget in rounds)]
    return tuple(dict.fromkeys(wanted))


def most_sensible(candidates: Sequence[Candidate]) -> Decimal:
    """What the dearest option of each place costs together: more money cannot buy more."""
    dearest: dict[object, Decimal] = {}
    for one in candidates:
        if one.is_usable:
            place = one.option.place
            dearest[place] = max(dearest.get(place, Decimal(0)), one.effort.cost)
    return sum(dearest.values(), Decimal(0))


def point_at(
    candidates: Sequence[Candidate], ground: Ground, limits: Limits, solver: Solver = solve
) -> FrontierPoint:
    """One exact point."""
    try:
        choice = best_choice(candidates, ground, limits, time_limit=TIME_LIMIT, solver=solver)
    except MustHavesDoNotFit:
        return FrontierPoint(limits.budget, None)
    return FrontierPoint(limits.budget, choice)


def finding_of_frontier(frontier: Frontier) -> Message:
    """What another step buys, and which touchpoints profit."""
    step = frontier.next_step
    money: dict[str, Value] = {"step": Number(float(NEXT_STEP)), "currency": frontier.currency}
    if step is None:
        return message("The gain rises with the budget")
    if step.before.choice is None:
        return message("The must-haves do not fit this budget")
    if step.more <= 0:
        return message("Another {step} {currency} buy no more gain", **money)
    return message(
        "Another {step} {currency} raise the gain from {before} to {after}: {touchpoints}",
        before=Number(100 * step.before.gain, 1),
        after=Number(100 * step.after.gain, 1),
        touchpoints=named([name for name, _ in step.profiting], at_most=3),
        **money,
    )
