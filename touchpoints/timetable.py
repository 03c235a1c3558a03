"""The timetable of an agenda: when each activity begins and ends, and whether all fits into the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate, pairwise

from touchpoints.messages import Message, plural


@dataclass(frozen=True)
class Slot:
    """From when until when, as times of day."""

    begins: time
    ends: time

    def __str__(self) -> str:
        """As a timetable writes it; the same in both languages."""
        return f"{self.begins:%H:%M}–{self.ends:%H:%M}"


def timetable(starts_at: time, minutes: Sequence[int]) -> tuple[Slot, ...]:
    """One slot for each activity, one after the other."""
    marks = [_after(starts_at, so_far) for so_far in accumulate(minutes, initial=0)]
    return tuple(Slot(begins, ends) for begins, ends in pairwise(marks))


def whole_span(starts_at: time, minutes: Sequence[int]) -> Slot:
    """From the first minute until the last."""
    return Slot(starts_at, _after(starts_at, sum(minutes)))


def overrun(minutes: Sequence[int], planned: int) -> Message | None:
    """What to say where an agenda takes longer than planned."""
    over = sum(minutes) - planned
    if over <= 0:
        return None
    return plural(
        "The agenda is {count} minute longer than the {planned} minutes that are planned. "
        "Shorten or remove an activity, or plan more time.",
        "The agenda is {count} minutes longer than the {planned} minutes that are planned. "
        "Shorten or remove an activity, or plan more time.",
        over,
        planned=planned,
    )


def _after(starts_at: time, minutes: int) -> time:
    # Any day will do: past midnight the clock begins anew.
    return (datetime.combine(date(2000, 1, 1), starts_at) + timedelta(minutes=minutes)).time()
