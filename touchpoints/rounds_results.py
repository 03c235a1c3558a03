"""What became of a round when the next one has begun: its touchpoints, its actions and the KPIs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from touchpoints.effect import Verdict, Yardstick, verdict_of
from touchpoints.kpi_values import KpiValue
from touchpoints.model import ActionStatus
from touchpoints.plan import PlannedAction
from touchpoints.statistics import Difference


@dataclass(frozen=True)
class RoundSpan:
    """A round by its number, from when until when; the one that is on has no end."""

    number: int
    started_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class Lifetime:
    """A touchpoint with the first and the last round in which it belongs to the journey."""

    name: str
    first_round: int
    last_round: int | None = None


@dataclass(frozen=True)
class Changed:
    """The names of what came between two rounds, and of what went."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]


def changed_between(touchpoints: Iterable[Lifetime], earlier: int, later: int) -> Changed:
    """What the later round has and the earlier had not, and the other way round."""
    known = list(touchpoints)
    return Changed(
        tuple(one.name for one in known if _is_in(one, later) and not _is_in(one, earlier)),
        tuple(one.name for one in known if _is_in(one, earlier) and not _is_in(one, later)),
    )


def _is_in(one: Lifetime, number: int) -> bool:
    return one.first_round <= number and (one.last_round is None or number <= one.last_round)


@dataclass(frozen=True)
class ActionResults:
    """What became of the actions that a round planned."""

    done: tuple[PlannedAction, ...]
    unfinished: tuple[PlannedAction, ...]
    dropped: tuple[PlannedAction, ...]


def results_of(actions: Iterable[PlannedAction]) -> ActionResults:
    """The actions of one round by how far they are."""
    known = list(actions)
    return ActionResults(
        tuple(one for one in known if one.status is ActionStatus.DONE),
        tuple(one for one in known if not one.is_finished),
        tuple(one for one in known if one.status is ActionStatus.DROPPED),
    )


@dataclass(frozen=True)
class KpiThenNow:
    """The last value before the later round began and the last one since, with their difference."""

    before: KpiValue | None
    after: KpiValue | None
    difference: Difference | None
    verdict: Verdict


def then_and_now(
    values: Sequence[KpiValue], yardstick: Yardstick, earlier: RoundSpan, later: RoundSpan
) -> KpiThenNow:
    """A KPI in two rounds; open where one has no value. What spans the change of rounds tells of neither."""
    if later.started_on is None:
        return KpiThenNow(None, None, None, Verdict.OPEN)
    first = earlier.started_on if earlier.number > 1 else None  # values older than the project count, too
    end = later.ended_on
    before = [one for one in values if one.ends_on < later.started_on and (not first or one.ends_on >= first)]
    after = [one for one in values if one.starts_on >= later.started_on and (not end or one.ends_on <= end)]
    if not before or not after:
        return KpiThenNow(_last(before), _last(after), None, Verdict.OPEN)
    difference = yardstick.kind.difference(before[-1].evidence, after[-1].evidence)
    return KpiThenNow(before[-1], after[-1], difference, verdict_of(difference, yardstick))


def _last(values: Sequence[KpiValue]) -> KpiValue | None:
    return values[-1] if values else None
