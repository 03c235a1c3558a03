"""What fits the budget: the best set of options under the team's estimates, and why the others are out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from touchpoints.choice_faults import fault_of_must_haves
from touchpoints.choice_programme import TIME_LIMIT, Programme, Solution, Solver, solve
from touchpoints.choice_rules import Limits, Rules
from touchpoints.left_out import LeftOut, why_left_out
from touchpoints.option import Case
from touchpoints.option_gain import Candidate, Ground

# Gains are compared in whole units of this many to one level at the whole importance, so that equal ones are
# equal numbers and the cheaper set can be preferred among them.
UNITS = 10_000_000
# All costs together weigh less than one unit of gain.
COST_WEIGHT = 0.5


@dataclass(frozen=True)
class BestChoice:
    """The best set for one case; `relative_gap` is how much better another one could at most be."""

    case: Case
    limits: Limits
    chosen: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    is_proved: bool
    relative_gap: float

    @property
    def gain(self) -> float:
        """The sum of the gains, in share x levels."""
        return sum(one.gains[self.case] for one in self.chosen)

    @property
    def cost(self) -> Decimal:
        """Cost once and of the first year."""
        return sum((one.effort.cost for one in self.chosen), Decimal(0))

    @property
    def person_days(self) -> Decimal:
        """The person-days of all chosen."""
        return sum((one.effort.person_days for one in self.chosen), Decimal(0))

    @property
    def status(self) -> str:
        """Whether it is proved that no other set is better."""
        return "optimal" if self.is_proved else "feasible"


@dataclass(frozen=True)
class ChoiceInCases:
    """The best choice under the realistic effects, and what it shares with that of the other cases."""

    by_case: dict[Case, BestChoice]

    @property
    def realistic(self) -> BestChoice:
        """The one that is proposed."""
        return self.by_case[Case.REALISTIC]

    @property
    def in_all_cases(self) -> tuple[Candidate, ...]:
        """What is in the best choice whether effects turn out badly, as expected, or well."""
        sets = [{one.option.id for one in choice.chosen} for choice in self.by_case.values()]
        common = set.intersection(*sets)
        return tuple(one for one in self.realistic.chosen if one.option.id in common)


def best_in_cases(
    candidates: Sequence[Candidate],
    ground: Ground,
    limits: Limits,
    solver: Solver = solve,
    time_limit: float = TIME_LIMIT,
) -> ChoiceInCases:
    """The best choice for the worst, the realistic and the best effects; raises MustHavesDoNotFit.

    Whoever asks waits for all cases, so each may take its part of the time; the gap says where it was short.
    """
    share = time_limit / len(Case)
    return ChoiceInCases(
        {case: best_choice(candidates, ground, limits, case, share, solver) for case in Case}
    )


def best_choice(
    candidates: Sequence[Candidate],
    ground: Ground,
    limits: Limits,
    case: Case = Case.REALISTIC,
    time_limit: float = TIME_LIMIT,
    solver: Solver = solve,
) -> BestChoice:
    """The set with the greatest gain, the cheaper one among equals, in the order given.

    `solver` says where the programme is solved: here, or by a process of its own.

    Raises:
        MustHavesDoNotFit: what has to be in breaks a rule in every set.
    """
    usable = [one for one in candidates if one.is_usable]
    rules = Rules(usable, limits, ground.disappointing)
    solution = solver(Programme(_values(usable, case), rules.constraints, rules.must_haves, time_limit))
    if solution is None:
        raise fault_of_must_haves(rules, solver, time_limit / 2)
    return BestChoice(
        case,
        limits,
        tuple(usable[i] for i in sorted(solution.chosen)),
        tuple(_left_out(candidates, rules, solution, case)),
        solution.is_proved,
        solution.relative_gap,
    )


def _values(candidates: Sequence[Candidate], case: Case) -> list[float]:
    """What is made as great as possible: the gain, and by a hair the money that is left."""
    total = sum(one.effort.cents for one in candidates) or 1
    return [round(one.gains[case] * UNITS) - COST_WEIGHT * one.effort.cents / total for one in candidates]


def _left_out(
    candidates: Iterable[Candidate], rules: Rules, solution: Solution, case: Case
) -> Iterable[LeftOut]:
    chosen = {rules.candidates[i].option.id for i in solution.chosen}
    return (
        why_left_out(one, rules, solution.chosen, case) for one in candidates if one.option.id not in chosen
    )
