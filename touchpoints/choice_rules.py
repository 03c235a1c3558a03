"""The rules of the best choice as exact whole-number constraints, from which the programme is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from touchpoints.constraint import Constraint, Rule
from touchpoints.option_effort import cents, tenths
from touchpoints.option_gain import Candidate

# Training at least a tenth of what is spent on software.
SOFTWARE_PER_TRAINING = 10


@dataclass(frozen=True)
class Limits:
    """How much money (of the first year) and how many person-days there are."""

    budget: Decimal
    person_days: Decimal


@dataclass(frozen=True)
class Rules:
    """The constraints over some usable candidates."""

    candidates: Sequence[Candidate]
    limits: Limits
    disappointing: frozenset[UUID]

    @cached_property
    def constraints(self) -> tuple[Constraint, ...]:
        """All of them."""
        return (*self._limits(), *self._one_per_place(), *self._needs(), *self._delights(), self._training())

    @cached_property
    def must_haves(self) -> frozenset[int]:
        """What has to be in, whatever it brings."""
        return frozenset(i for i, one in enumerate(self.candidates) if one.option.is_must_have)

    @cached_property
    def index(self) -> Mapping[UUID, int]:
        """The candidates by their option."""
        return {one.option.id: i for i, one in enumerate(self.candidates)}

    def broken(self, index: int, chosen: frozenset[int]) -> list[Constraint]:
        """The constraints about one candidate that a choice breaks."""
        return [one for one in self.constraints if index in one.weights and one.excess(chosen) > 0]

    def _limits(self) -> Iterator[Constraint]:
        costs = {i: one.effort.cents for i, one in enumerate(self.candidates)}
        days = {i: one.effort.tenths for i, one in enumerate(self.candidates)}
        yield Constraint(Rule.BUDGET, costs, cents(self.limits.budget))
        yield Constraint(Rule.PERSON_DAYS, days, tenths(self.limits.person_days))

    def _one_per_place(self) -> Iterator[Constraint]:
        places: dict[object, list[int]] = defaultdict(list)
        for i, one in enumerate(self.candidates):
            places[one.option.place].append(i)
        for group in places.values():
            if len(group) > 1:
                yield Constraint(Rule.TAKEN, dict.fromkeys(group, 1), 1)

    def _needs(self) -> Iterator[Constraint]:
        """An option is not in without the one it needs; what is no candidate can never be in."""
        for i, one in enumerate(self.candidates):
            for needed in one.option.needs:
                other = self.index.get(needed)
                yield Constraint(Rule.NEEDS, {i: 1} if other is None else {i: 1, other: -1}, 0)

    def _delights(self) -> Iterator[Constraint]:
        """Where something disappoints, a delight is in only beside an option against that."""
        against: dict[UUID, list[int]] = defaultdict(list)
        for i, one in enumerate(self.candidates):
            if one.is_against_disappointment:
                against[one.option.touchpoint_id].append(i)
        for i, one in enumerate(self.candidates):
            touchpoint = one.option.touchpoint_id
            if one.option.is_delight and touchpoint in self.disappointing:
                yield Constraint(Rule.DELIGHT, {i: 1} | dict.fromkeys(against[touchpoint], -1), 0)

    def _training(self) -> Constraint:
        weights = {}
        for i, one in enumerate(self.candidates):
            software, training = one.option.software_cost, one.option.training_cost
            weights[i] = cents(software or Decimal(0)) - SOFTWARE_PER_TRAINING * cents(training or Decimal(0))
        return Constraint(Rule.TRAINING, weights, 0)
