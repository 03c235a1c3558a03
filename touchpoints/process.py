"""What happens at a touchpoint step by step, how long it takes, and how much of that is waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from touchpoints.messages import N_, Message, Number, Percent, Value, message, plural

BEHIND = "behind"
LAYERS = ("customer", "visible", BEHIND)
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
    """The steps of one touchpoint in order; those behind the line of visibility run beside the customer's."""

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
    def seen(self) -> Process:
        """What the customer lives through: the steps above the line of visibility."""
        return replace(self, steps=tuple(step for step in self.steps if step.layer != BEHIND))

    @property
    def behind(self) -> Process:
        """What happens behind the line of visibility, while the customer does something else."""
        return replace(self, steps=tuple(step for step in self.steps if step.layer == BEHIND))

    @property
    def starts(self) -> list[float]:
        """When each step's waiting begins, in minutes from the first.

        What happens behind begins when the step before it is over, and the customer does not wait for it:
        what he waits is told as the waiting before his own step.
        """
        customer, behind, starts = 0.0, 0.0, []
        for step in self.steps:
            is_behind = step.layer == BEHIND
            starts.append(max(customer, behind) if is_behind else customer)
            end = starts[-1] + step.waiting + step.duration
            customer, behind = (customer, end) if is_behind else (end, behind)
        return starts

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


def spans_in_one_unit(spans: Sequence[float]) -> list[Message]:
    """Lengths of time in minutes, all in the unit that fits the longest one, as on an axis."""
    most = max(spans, default=0.0)
    unit = 1 if most <= MINUTES_AT_MOST else HOUR if most < 2 * DAY else DAY
    lengths = [span / unit for span in spans]
    digits = 0 if all(length == round(length) for length in lengths) else 1
    if unit == 1:
        return [message("{minutes} min", minutes=Number(length, digits)) for length in lengths]
    text = HOURS_ALONE if unit == HOUR else DAYS_ALONE
    return [Message(text, {"large": Number(length, digits)}) for length in lengths]


HOURS, HOURS_ALONE = N_("{large} h {small} min"), N_("{large} h")
DAYS, DAYS_ALONE = N_("{large} d {small} h"), N_("{large} d")


def _in_two(both: str, alone: str, large: int, small: int) -> Message:
    if not small:
        return Message(alone, {"large": Number(large)})
    return Message(both, {"large": Number(large), "small": Number(small)})


def finding_of_process(process: Process) -> Message:
    """How long the touchpoint takes the customer, how much of it is waiting, and what happens behind."""
    if not process.steps:
        return message("No step has been written down yet")
    if not process.is_timed:
        return plural(
            "{count} step at {touchpoint}, its time not known yet",
            "{count} steps at {touchpoint}, their times not known yet",
            len(process.steps),
            touchpoint=process.touchpoint,
        )
    seen, behind = process.seen, process.behind
    if not seen.is_timed:
        return message(
            "{touchpoint} takes {time} behind the line of visibility",
            touchpoint=process.touchpoint,
            time=_known_time(behind),
        )
    if not behind.is_timed:
        return _finding_of_time(seen)
    return message(
        "{seen}; besides {time} behind the line of visibility",
        seen=_finding_of_time(seen),
        time=_known_time(behind),
    )


def _finding_of_time(process: Process) -> Message:
    """How long the customer is on the way, and how much of that he waits."""
    values: dict[str, Value] = {"touchpoint": process.touchpoint, "time": _known_time(process)}
    if not process.waiting:
        return message("{touchpoint} takes the customer {time}, none of it waiting", **values)
    share = Percent(process.waiting / process.total)
    return message("{touchpoint} takes the customer {time}, {share} of it waiting", **values, share=share)


def _known_time(process: Process) -> Message:
    """The sum of what is known; steps without a time make it a minimum."""
    time = span_of_time(process.total)
    return message("at least {time}", time=time) if process.untimed else time
