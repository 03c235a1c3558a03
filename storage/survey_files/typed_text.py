"""Cells of a workbook as texts, as a person would type them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

_EXACT_WHOLE = 1e15  # beyond it a spreadsheet no longer shows every digit


def as_typed(cell: object) -> str:
    """4.0 as "4", dates as 2018-05-01, durations as 30:00:00, truth as TRUE; texts as they are."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return _number(cell)
    return _moment(cell)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _EXACT_WHOLE:
        return str(int(value))
    return format(value, ".15g")


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        is_midnight = value.time() == time()
        return value.date().isoformat() if is_midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, date):
        return value.isoformat()
    return value.isoformat(timespec="seconds") if isinstance(value, time) else str(value)
