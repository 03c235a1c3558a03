"""What an action did: the KPI before and after it, the difference with its interval, and a verdict."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from touchpoints.kpi_kinds import KpiKind
from touchpoints.kpi_values import KpiValue
from touchpoints.messages import N_, Message, message
from touchpoints.model import Direction
from touchpoints.statistics import Difference


class Verdict(StrEnum):
    """What a comparison of before and after tells; the values are those of the command line."""

    BETTER = "better"
    NO_DIFFERENCE_SHOWN = "no difference shown"
    NO_NOTICEABLE_DIFFERENCE = "no noticeable difference"
    WORSE = "worse"
    OPEN = "open"


NOT_STARTED = N_("the action has no day on which it began")
NOT_DONE = N_("the action is not done yet")
NOTHING_BEFORE = N_("there is no measurement before it began")
NOTHING_AFTER = N_("there is no measurement after it yet")
NO_INTERVAL = N_("one value each, no interval: cannot be told from chance")


@dataclass(frozen=True)
class ActionSpan:
    """An action in time; `done_on` is None while it runs, and a dropped one has no effect."""

    id: str
    name: str
    touchpoint_id: str | None
    starts_on: date | None
    done_on: date | None
    is_dropped: bool = False


@dataclass(frozen=True)
class Effect:
    """Before and after of one action; `reason` says why a verdict is open or cannot be told.

    `others` are the actions that changed something there between the two measurements.
    """

    action: ActionSpan
    verdict: Verdict
    before: KpiValue | None
    after: KpiValue | None
    difference: Difference | None
    reason: str = ""
    others: tuple[ActionSpan, ...] = ()

    @property
    def why(self) -> Message | None:
        """The reason in words, where there is one."""
        return message(self.reason) if self.reason else None


@dataclass(frozen=True)
class Yardstick:
    """By what a difference of a KPI is judged."""

    kind: KpiKind
    direction: Direction
    smallest_change: float | None = None


def effect_of(
    action: ActionSpan,
    values: Sequence[KpiValue],
    yardstick: Yardstick,
    others: Iterable[ActionSpan] = (),
) -> Effect:
    """The last value that ends before the action began against the first that begins after it was done."""
    before, after = _before(action, values), _after(action, values)
    meanwhile = tuple(other for other in others if other.id != action.id and _fell(other, before, after))
    missing = _missing(action, before, after)
    if missing or before is None or after is None:
        return Effect(action, Verdict.OPEN, before, after, None, missing, meanwhile)
    difference = yardstick.kind.difference(before.evidence, after.evidence)
    reason = "" if difference.low is not None else NO_INTERVAL
    return Effect(action, verdict_of(difference, yardstick), before, after, difference, reason, meanwhile)


def verdict_of(difference: Difference, yardstick: Yardstick) -> Verdict:
    """The verdict on a difference.

    Clear of zero it is better or worse, or not noticeable where it is smaller than the smallest change that
    matters. Else none is shown; only an interval wholly within the smallest change says that there is none.
    """
    smallest = yardstick.smallest_change or 0.0
    if difference.is_clear_of_zero:
        if abs(difference.points) < smallest:
            return Verdict.NO_NOTICEABLE_DIFFERENCE
        is_better = (difference.points > 0) is (yardstick.direction is Direction.UP)
        return Verdict.BETTER if is_better else Verdict.WORSE
    if difference.low is None or difference.high is None:
        return Verdict.NO_DIFFERENCE_SHOWN
    is_within = -smallest < difference.low and difference.high < smallest
    return Verdict.NO_NOTICEABLE_DIFFERENCE if is_within else Verdict.NO_DIFFERENCE_SHOWN


def there(
    actions: Iterable[ActionSpan], touchpoint_ids: Collection[str | None], linked: Collection[str]
) -> tuple[ActionSpan, ...]:
    """The actions at one of these touchpoints, or linked to the same KPI."""
    places = {id_ for id_ in touchpoint_ids if id_}
    return tuple(one for one in actions if one.id in linked or one.touchpoint_id in places)


def _before(action: ActionSpan, values: Sequence[KpiValue]) -> KpiValue | None:
    if action.starts_on is None:
        return None
    earlier = [one for one in values if one.ends_on < action.starts_on]
    return max(earlier, key=lambda one: one.ends_on, default=None)


def _after(action: ActionSpan, values: Sequence[KpiValue]) -> KpiValue | None:
    if action.done_on is None:
        return None
    later = [one for one in values if one.starts_on > action.done_on]
    return min(later, key=lambda one: one.starts_on, default=None)


def _missing(action: ActionSpan, before: KpiValue | None, after: KpiValue | None) -> str:
    """The first thing that a comparison lacks."""
    lacks = (
        (NOT_STARTED, action.starts_on is None),
        (NOTHING_BEFORE, before is None),
        (NOT_DONE, action.done_on is None),
        (NOTHING_AFTER, after is None),
    )
    return next((reason for reason, is_lacking in lacks if is_lacking), "")


def _fell(other: ActionSpan, before: KpiValue | None, after: KpiValue | None) -> bool:
    """Whether another action was under way between the two measurements, each with its own period."""
    if other.starts_on is None or other.is_dropped or before is None:
        return False
    is_early_enough = after is None or other.starts_on <= after.ends_on
    return is_early_enough and (other.done_on is None or other.done_on >= before.starts_on)
