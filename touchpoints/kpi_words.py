"""KPI values, differences and verdicts in words: as they were entered, or as their samples carry."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from math import floor, isclose, log10

from touchpoints.effect import Verdict
from touchpoints.kpi_kinds import KpiKind, Writing
from touchpoints.kpi_status import Standing
from touchpoints.kpi_values import KpiValue
from touchpoints.messages import N_, Message, Value, Wording, message, plural
from touchpoints.statistics import Difference, Estimate

MOST_DIGITS = 2
MANY = 2
_UNITS: Mapping[str, Callable[[int], Message]] = {
    "points": lambda count: plural("point", "points", count),
    "minutes": lambda count: plural("minute", "minutes", count),
}
STANDING_WORDS: Mapping[Standing, str] = {
    Standing.REACHED: N_("reached"),
    Standing.MISSED: N_("missed"),
    Standing.OPEN: N_("open"),
    Standing.NO_TARGET: N_("no target"),
}
# Each with a shape of its own, since colour is never the only sign.
STANDING_SIGNS: Mapping[Standing, str] = {
    Standing.REACHED: "▲",
    Standing.MISSED: "▼",
    Standing.OPEN: "◇",
    Standing.NO_TARGET: "–",
}
VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.BETTER: N_("better"),
    Verdict.WORSE: N_("worse"),
    Verdict.NO_DIFFERENCE_SHOWN: N_("no difference shown"),
    Verdict.NO_NOTICEABLE_DIFFERENCE: N_("no noticeable difference"),
    Verdict.OPEN: N_("still open"),
}
VERDICT_SIGNS: Mapping[Verdict, str] = {
    Verdict.BETTER: "▲",
    Verdict.WORSE: "▼",
    Verdict.NO_DIFFERENCE_SHOWN: "◇",
    Verdict.NO_NOTICEABLE_DIFFERENCE: "●",
    Verdict.OPEN: "○",
}


@dataclass(frozen=True)
class KpiWords:
    """Writes the figures of one KPI; `unit` stands behind plain numbers.

    An interval is written so that it lies to the `target` as it does unrounded.
    """

    kind: KpiKind
    unit: str
    wording: Wording
    target: float | None = None

    def value(self, value: float, digits: int | None = None) -> str:
        """A value, such as 58 %, +23 or 12.5 minutes."""
        digits = self.digits(value) if digits is None else digits
        if self.kind.writing is Writing.SHARE:
            return self.wording.percent(value, digits)
        number = self.wording.number(value, digits, signed=self.kind.writing is Writing.SCORE)
        return f"{number} {self._unit_of(value, digits)}" if self.unit else number

    def measured(self, value: KpiValue, digits: int | None = None) -> str:
        """A value as it was entered; of answers with the decimals of its interval."""
        return self.value(value.value, self.digits_measured(value) if digits is None else digits)

    def interval(self, estimate: Estimate) -> str:
        """Its interval, "" where it has none."""
        if estimate.low is None or estimate.high is None:
            return ""
        digits = self._apart(estimate.low, estimate.high, self.digits_of(estimate))
        low, high = (self.value(end, digits) for end in (estimate.low, estimate.high))
        return self.wording.say("{low} to {high}", low=low, high=high)

    def difference(self, difference: Difference, digits: int | None = None) -> str:
        """How far the value moved, with its sign; of shares in percentage points.

        A small move keeps a decimal more than its interval has: it would else read as none at all.
        """
        digits, points = self.digits_of(difference) if digits is None else digits, difference.points
        while points and digits < MOST_DIGITS and not round(points * self._scale, digits):
            digits += 1
        return self.wording.say(self._moved(points, digits))

    def difference_interval(self, difference: Difference) -> str:
        """Its interval, "" where it has none."""
        if difference.low is None or difference.high is None:
            return ""
        digits = self.digits_of(difference)
        low, high = (self._signed(end, digits) for end in (difference.low, difference.high))
        return self.wording.say("{low} to {high}", low=low, high=high)

    def period(self, value: KpiValue) -> str:
        """What a value is about: its wave, a month, quarter or year, a day, or the first and last one."""
        if short := value.wave or whole_period(value.starts_on, value.ends_on):
            return short
        last = self.wording.date(value.ends_on)
        if value.starts_on == value.ends_on:
            return last
        return self.wording.say("{first} to {last}", first=self.wording.date(value.starts_on), last=last)

    def digits_of(self, figure: Estimate | Difference) -> int:
        """As many decimals as half an interval has; without one those of the figure itself, two at most."""
        if figure.low is None or figure.high is None:
            return self.digits(figure.value if isinstance(figure, Estimate) else figure.points)
        half = (figure.high - figure.low) / 2 * self._scale
        return 0 if half <= 0 else max(0, min(MOST_DIGITS, -floor(log10(half))))

    def digits_measured(self, value: KpiValue) -> int:
        """The decimals of a value: at least those with which it was entered, so that it is found again."""
        carried = self.digits_of(value.estimate)
        is_typed = value.measurement_id is not None and value.evidence.favourable is None
        return max(carried, self.digits(value.value)) if is_typed else carried

    def digits_beside(
        self, before: KpiValue | None, after: KpiValue | None, difference: Difference | None
    ) -> int | None:
        """The decimals with which two values and their difference stand beside each other and add up.

        None where one of them is missing: each then has its own.
        """
        if before is None or after is None or difference is None:
            return None
        least = max(self.digits_measured(before), self.digits_measured(after), self.digits_of(difference))
        enough = (
            digits
            for digits in range(least, MOST_DIGITS + 1)
            if self._adds_up(before.value, after.value, difference.points, digits)
        )
        return next(enough, least)

    def digits(self, value: float) -> int:
        """The decimals of a figure that was typed, two at most."""
        shown = value * self._scale
        return next(
            (digits for digits in range(MOST_DIGITS) if round(shown, digits) == round(shown, 6)), MOST_DIGITS
        )

    @property
    def _scale(self) -> int:
        """Shares are written in per cent."""
        return 100 if self.kind.writing is Writing.SHARE else 1

    def _adds_up(self, before: float, after: float, points: float, digits: int) -> bool:
        """Whether the rounded difference is that of the rounded values, and none reads as no move at all."""
        first, last, moved = (round(one * self._scale, digits) for one in (before, after, points))
        return isclose(last - first, moved, abs_tol=1e-9) and (bool(moved) or not points)

    def _apart(self, low: float, high: float, digits: int) -> int:
        """One or two decimals more where rounding would move an end of the interval onto the target."""
        if self.target is None:
            return digits
        ends, target = (low * self._scale, high * self._scale), self.target * self._scale
        enough = (
            more
            for more in range(digits, MOST_DIGITS + 2)
            if all(_side(round(end, more), target) == _side(end, target) for end in ends)
        )
        return next(enough, digits)

    def _moved(self, points: float, digits: int) -> Message:
        number: Mapping[str, Value] = {"points": self._signed(points, digits)}
        if self.kind.writing is Writing.SHARE:
            count = _counted(points * 100, digits)
            return plural("{points} percentage point", "{points} percentage points", count, **number)
        if self.kind.writing is Writing.SCORE:
            return plural("{points} point", "{points} points", _counted(points, digits), **number)
        return (
            message("{points} {unit}", **number, unit=self._unit_of(points, digits))
            if self.unit
            else message("{points}", **number)
        )

    def _unit_of(self, value: float, digits: int) -> str:
        """The unit behind a figure: what somebody typed stays, the unit of the kind has a form for one."""
        say, usual = self.wording.say, self.kind.unit
        if usual not in _UNITS or self.unit != say(usual):
            return self.unit
        return say(_UNITS[usual](_counted(value, digits)))

    def _signed(self, points: float, digits: int) -> str:
        return self.wording.number(points * self._scale, digits, signed=True)


def _side(end: float, target: float) -> int:
    """On which side of the target a figure lies: 1 above, -1 below, 0 on it."""
    return 0 if isclose(end, target) else 1 if end > target else -1


def _counted(value: float, digits: int) -> int:
    """Which form of a word a figure asks for: only a plain one is one."""
    return abs(round(value)) if digits == 0 else MANY


def whole_period(first: date, last: date) -> str:
    """Such as 2026, Q1 2026 or 2/2026, in a writing that needs no names of months; "" for any other time."""
    is_whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not is_whole or first.year != last.year:
        return ""
    months = last.month - first.month + 1
    if months == 12:
        return str(first.year)
    if months == 3 and first.month % 3 == 1:
        return f"Q{last.month // 3} {first.year}"
    return f"{first.month}/{first.year}" if months == 1 else ""
