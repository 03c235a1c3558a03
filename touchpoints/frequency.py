"""How often something happens, in another period than the one it was told in."""

from __future__ import annotations

from decimal import Decimal

from touchpoints.messages import N_, Message, Number

# A year has 365.25 days and twelve equal months.
DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
# 365 times a year is said as once a day.
ABOUT_ONCE = 0.95
ABOUT = {
    "day": N_("≈ {number} a day"),
    "week": N_("≈ {number} a week"),
    "month": N_("≈ {number} a month"),
    "year": N_("≈ {number} a year"),
}


def converted(frequency: Decimal | float, period: str, to: str) -> float:
    """How often in the period `to` what happens `frequency` times in `period`; periods are keys of DAYS."""
    return float(frequency) * DAYS[to] / DAYS[period]


def natural_period(frequency: Decimal | float, period: str) -> str:
    """The shortest period in which it happens about once or more, the year for what is rarer."""
    return next((to for to in DAYS if converted(frequency, period, to) >= ABOUT_ONCE), "year")


def decimals_of(frequency: float) -> int:
    """So many decimals as a frequency needs to be pictured: two figures, and never more than three."""
    for digits in range(3):
        if round(frequency, digits) == frequency or frequency >= 10 ** (1 - digits):
            return digits
    return 3


def in_natural_period(frequency: Decimal | float, period: str) -> Message | None:
    """Such as "≈ 2 a month" for 24 a year; None where it was told in that period, or never happens."""
    to = natural_period(frequency, period)
    if to == period or not frequency:
        return None
    number = converted(frequency, period, to)
    is_whole = number >= 10 or round(number, 1) == round(number)
    return Message(ABOUT[to], {"number": Number(number, 0 if is_whole else 1)})
