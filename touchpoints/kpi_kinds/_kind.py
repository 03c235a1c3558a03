"""What every kind of KPI says about itself, and what a value of it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from touchpoints.model import Direction
from touchpoints.statistics import Difference, Estimate, PointCounts, Scale, n_in_finite_base


class Writing(StrEnum):
    """How a value is written: a share in per cent, a score with its sign, or a plain number."""

    SHARE = "share"
    SCORE = "score"
    NUMBER = "number"


class Need(StrEnum):
    """What is asked of a value beside itself, by the name of the measurement's field."""

    N = "n"
    SD = "sd"
    FAVOURABLE = "favourable"
    UNFAVOURABLE = "unfavourable"


@dataclass(frozen=True)
class Evidence:
    """A value and what its interval rests on; `favourable` and `unfavourable` are shares 0-1 of the answers.

    `n` is the number of people who answered, `effective_n` what their weights leave of it, `customers` how
    many there are at all.
    """

    value: float
    n: int | None = None
    effective_n: float | None = None
    sd: float | None = None
    favourable: float | None = None
    unfavourable: float | None = None
    customers: int | None = None

    @property
    def is_exact(self) -> bool:
        """Whether everybody was asked, so that chance has no part in the value."""
        return self.n is not None and self.n == self.customers

    @property
    def interval_n(self) -> float | None:
        """The n that stands in an interval; None where it is not known, and where everybody answered.

        More answers than customers is a slip in the number of customers, which then narrows nothing.
        """
        if self.n is None or self.is_exact:
            return None
        effective = self.n if self.effective_n is None else self.effective_n
        if self.customers is None or self.customers < self.n:
            return effective
        return n_in_finite_base(self.n, self.customers, effective)


@dataclass(frozen=True)
class KpiKind:
    """One kind of KPI: its words, its limits, and how its values are estimated and compared.

    `needs` are asked with a value entered by hand; `questions` are the kinds of survey questions whose waves
    can feed it, which `of_answers` reads. `of_counts` gives the value of (n, favourable, unfavourable).
    `is_in_points`: its values are points on the scale of the question; `is_money`: amounts in a currency.
    """

    id: str
    name: str
    explanation: str
    unit: str
    direction: Direction
    writing: Writing
    needs: tuple[Need, ...]
    estimate: Callable[[Evidence], Estimate]
    difference: Callable[[Evidence, Evidence], Difference]
    low: float | None = None
    high: float | None = None
    questions: tuple[str, ...] = ()
    of_answers: Callable[[PointCounts, Scale], Evidence] | None = None
    of_counts: Callable[[int, int, int], float] | None = None
    interval_months: int = 3
    is_in_points: bool = False
    is_money: bool = False

    def unit_of(self, given: str, currency: str) -> str:
        """What stands behind a number: the unit that was given, of money else the project's currency."""
        return given or (currency if self.is_money else "")

    def is_possible(self, value: float) -> bool:
        """Whether a value lies within the limits of its kind."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)
