"""Whether a KPI has reached its target: only when the interval is clear of it; and what is overdue."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import ceil, floor, isclose, log10

from touchpoints.kpi_kinds import Evidence, KpiKind
from touchpoints.kpi_values import KpiValue
from touchpoints.messages import Message, Number, message
from touchpoints.model import Direction

# So many answers nobody collects: beyond them it is said that more answers will not tell.
MOST_ANSWERS = 10_000_000


class Standing(StrEnum):
    """How a KPI stands to its target."""

    REACHED = "reached"
    MISSED = "missed"
    OPEN = "open"
    NO_TARGET = "no target"


@dataclass(frozen=True)
class Status:
    """How a KPI stands; while open, on which side of the target it rather lies.

    `is_above` is None where there is no value, or it lies on the target. `clear_from_n` is about how many
    answers of the same kind would tell, None where no number would, or nobody knows.
    """

    standing: Standing
    is_above: bool | None = None
    clear_from_n: int | None = None
    has_interval: bool = True
    has_value: bool = True

    @property
    def message(self) -> Message:
        """The status as a sentence without a full stop."""
        if self.standing is not Standing.OPEN:
            return _CLEAR[self.standing]
        if not self.has_value:
            return message("open, not measured yet")
        lean = _LEANS[self.is_above]
        if not self.has_interval:
            return message("open, {lean}; the value has no interval", lean=lean)
        if self.clear_from_n is None:
            return message("open, {lean}", lean=lean)
        return message("open, {lean}; clear from about n = {n}", lean=lean, n=Number(self.clear_from_n))


_CLEAR = {
    Standing.REACHED: message("reached"),
    Standing.MISSED: message("missed"),
    Standing.NO_TARGET: message("no target"),
}
_LEANS = {
    True: message("rather above target"),
    False: message("rather below target"),
    None: message("on the target"),
}


def status_of(kind: KpiKind, last: KpiValue | None, target: float | None, direction: Direction) -> Status:
    """How the newest value stands to the target, where more (UP) or less (DOWN) is better."""
    if target is None:
        return Status(Standing.NO_TARGET)
    if last is None:
        return Status(Standing.OPEN, has_value=False)
    side = clear_side(kind, last.evidence, target)
    if side is None:
        is_above = None if isclose(last.value, target) else last.value > target
        return Status(
            Standing.OPEN, is_above, _clear_from(kind, last.evidence, target), last.estimate.has_interval
        )
    is_better = side == 0 or (side > 0) is (direction is Direction.UP)
    return Status(Standing.REACHED if is_better else Standing.MISSED, side > 0 if side else None)


def clear_side(kind: KpiKind, evidence: Evidence, target: float) -> int | None:
    """On which side of the target the value surely lies: 1 above, -1 below; None while nobody can tell.

    0: everybody was asked, and the value is the target.
    """
    if evidence.is_exact:
        return 0 if isclose(evidence.value, target) else 1 if evidence.value > target else -1
    estimate = kind.estimate(evidence)
    if estimate.low is None or estimate.high is None or estimate.low < target < estimate.high:
        return None
    return 1 if estimate.low >= target else -1


def _clear_from(kind: KpiKind, evidence: Evidence, target: float) -> int | None:
    """About how many answers would be clear of the target if they said the same; found by bisection."""
    if evidence.n is None or isclose(evidence.value, target):
        return None
    few, many = evidence.n, evidence.n
    while not _would_be_clear(kind, evidence, target, many):
        few, many = many, many * 2
        if many > MOST_ANSWERS:
            return None
    while many - few > 1:
        middle = (few + many) // 2
        few, many = (few, middle) if _would_be_clear(kind, evidence, target, middle) else (middle, many)
    return _rounded_up(many, evidence.customers)


def _would_be_clear(kind: KpiKind, evidence: Evidence, target: float, n: int) -> bool:
    """Whether n answers would tell; never more than there are customers."""
    asked = min(n, evidence.customers) if evidence.customers else n
    weight = evidence.effective_n / evidence.n if evidence.effective_n and evidence.n else 1.0
    return clear_side(kind, replace(evidence, n=asked, effective_n=asked * weight), target) is not None


def _rounded_up(n: int, most: int | None) -> int:
    """Two figures: more would feign an exactness that a forecast does not have."""
    step = int(10 ** max(0, floor(log10(n)) - 1))
    rounded = ceil(n / step) * step
    return min(rounded, most) if most else rounded


def next_due(last: date | None, interval_months: int | None) -> date | None:
    """The day by which the next value is due; None where no interval is set, or nothing was measured yet."""
    if last is None or interval_months is None:
        return None
    years, month = divmod(last.month - 1 + interval_months, 12)
    year = last.year + years
    return date(year, month + 1, min(last.day, monthrange(year, month + 1)[1]))


def is_overdue(last: date | None, interval_months: int | None, today: date) -> bool:
    """Whether a value is missing today; without any the first one is, once it was said how often."""
    if interval_months is None:
        return False
    due = next_due(last, interval_months)
    return due is None or due < today
