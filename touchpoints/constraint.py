"""A constraint of the best choice: whole numbers alone, so that a child process need not know the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from touchpoints.messages import N_


class Rule(StrEnum):
    """What keeps an option out."""

    BUDGET = N_("budget")
    PERSON_DAYS = N_("person-days")
    TAKEN = N_("taken by a better option")
    NEEDS = N_("needs another option")
    DELIGHT = N_("disappointments before delights")
    TRAINING = N_("training share")


@dataclass(frozen=True)
class Constraint:
    """A sum of whole numbers over the chosen candidates, by their index, that must not exceed a number."""

    rule: Rule
    weights: Mapping[int, int]
    at_most: int

    def excess(self, chosen: Iterable[int]) -> int:
        """By how much a choice exceeds it; not above 0 where it is kept."""
        return sum(self.weights.get(index, 0) for index in chosen) - self.at_most
