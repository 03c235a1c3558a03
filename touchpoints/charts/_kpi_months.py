"""Ticks of an axis of time: years or months in a writing that needs no names of months."""

from __future__ import annotations

from datetime import date

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


def month_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """First days of months between two days, at most about so many, each with its label: 2026 or 4/2026."""
    start, end = _month(first), _month(last)
    step = next((one for one in _STEPS if (end - start) / one <= max(most, 2)), _STEPS[-1])
    months = [month for month in range(start, end + 1) if month % step == 0 and _day(month) >= first]
    return [(_day(month), _label(month, step)) for month in months]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _label(month: int, step: int) -> str:
    return str(month // 12) if step >= 12 else f"{month % 12 + 1}/{month // 12}"
