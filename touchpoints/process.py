"""What happens at a touchpoint step by step, how long it takes, and how much of that is waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from touchpoints.messages import N_, Message, Number, Percent, Value, message, plural

LAYERS = ("customer", "visible", "behind")
MINUTES_AT_MOST = 120
HOUR, DAY = 60, 1440


@dataclass(frozen=True)
class Step:
    """One step; `layer` is customer, visible or behind, the minutes are None where nobody knows them."""

    text: str
    layer: str
    duration_minutes: float | None = None
    waiting_minutes: float | None = None
    department: str = ""

    @property
    def waiting(self) -> float:
        """The minutes that pass before the step begins."""
        return self.waiting_minutes or 0.0

    @property
    def duration(self) -> float:
        """The minutes that the step itself takes."""
        return self.duration_minutes or 0.0

    @property
    def is_timed(self) -> bool:
        """Whether any of its times is known."""
        return self.duration_minutes is not None or self.waiting_minutes is not None


@dataclass(frozen=True)
class Process:
    """The steps of one touchpoint in order, one after the other."""

    touchpoint_id: str
    touchpoint: str
    steps: tuple[Step, ...]

    @property
    def waiting(self) -> float:
        """All waiting, in minutes."""
        return sum(step.waiting for step in self.steps)

    @property
    def total(self) -> float:
        """All known times, in minutes."""
        return self.waiting + sum(step.duration for step in self.steps)

    @property
    def is_timed(self) -> bool:
        """Whether any time is known."""
        return self.total > 0

    @property
    def starts(self) -> list[float]:
        """When each step's waiting begins, in minutes from the first."""
        ends = list(accumulate(step.waiting + step.duration for step in self.steps))
        return [0.0, *ends[:-1]] if ends else []

    @property
    def untimed(self) -> Sequence[Step]:
        """The steps without any time."""
        return [step for step in self.steps if not step.is_timed]


def span_of_time(minutes: float) -> Message:
    """A length of time as it is said: minutes up to two hours, then hours, then days."""
    whole = round(minutes)
    if minutes < 10 and round(minutes, 1) != whole:
        return message("{minutes} min", minutes=Number(minutes, 1))
    if whole <= MINUTES_AT_MOST:
        return message("{minutes} min", minutes=Number(whole))
    if whole < 2 * DAY:
        return _in_two(HOURS, HOURS_ALONE, *divmod(whole, HOUR))
    return _in_two(DAYS, DAYS_ALONE, *divmod(round(whole / HOUR), DAY // HOUR))


HOURS, HOURS_ALONE = N_("{large} h {small} min"), N_("{large} h")
DAYS, DAYS_ALONE = N_("{large} d {small} h"), N_("{large} d")


def _in_two(both: str, alone: str, large: int, small: int) -> Message:
    if not small:
        return Message(alone, {"large": Number(large)})
    return Message(both, {"large": Number(large), "small": Number(small)})


def finding_of_process(process: Process) -> Message:
    """How long the touchpoint takes and how much of it is waiting."""
    if not process.steps:
        return message("No step has been written down yet")
    if not process.is_timed:
        return plural(
            "{count} step at {touchpoint}, its time not known yet",
            "{count} steps at {touchpoint}, their times not known yet",
            len(process.steps),
            touchpoint=process.touchpoint,
        )
    time = span_of_time(process.total)
    if process.untimed:
        time = message("at least {time}", time=time)
    values: dict[str, Value] = {"touchpoint": process.touchpoint, "time": time}
    if not process.waiting:
        return message("{touchpoint} takes {time}, none of it waiting", **values)
    share = Percent(process.waiting / process.total)
    return message("{touchpoint} takes {time}, {share} of it waiting", **values, share=share)
