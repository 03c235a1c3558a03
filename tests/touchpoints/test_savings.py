"""Savings: waste and actions in a year, and no money counted twice."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from touchpoints.model import ActionStatus
from touchpoints.savings import savings_of


@dataclass(frozen=True)
class Found:
    id: UUID
    minutes_per_month: Decimal | None = None
    cost_per_month: Decimal | None = None


@dataclass(frozen=True)
class Saving:
    status: ActionStatus
    saving_per_year: Decimal | None = None
    finding_id: UUID | None = None


QUEUE = Found(UUID(int=1), Decimal(90), Decimal(100))
PAPER = Found(UUID(int=2), None, Decimal(50))
UNKNOWN = Found(UUID(int=3))


def test_waste_is_told_for_a_year() -> None:
    savings = savings_of([QUEUE, PAPER, UNKNOWN], [])
    assert (savings.found, savings.hours, savings.waste) == (3, Decimal(18), Decimal(1800))
    assert savings.together == Decimal(1800)


def test_actions_save_when_they_are_done_and_dropped_ones_never() -> None:
    actions = [
        Saving(ActionStatus.DONE, Decimal(700)),
        Saving(ActionStatus.PLANNED, Decimal(200)),
        Saving(ActionStatus.BLOCKED, Decimal(30)),
        Saving(ActionStatus.DROPPED, Decimal(5000)),
        Saving(ActionStatus.DONE),
    ]
    savings = savings_of([], actions)
    assert (savings.done, savings.planned, savings.together) == (Decimal(700), Decimal(230), Decimal(930))


def test_waste_that_an_action_saves_is_not_counted_twice() -> None:
    answer = Saving(ActionStatus.PLANNED, Decimal(1000), QUEUE.id)
    without_figure = Saving(ActionStatus.PLANNED, None, PAPER.id)
    savings = savings_of([QUEUE, PAPER], [answer, without_figure])
    assert (savings.waste, savings.unanswered) == (Decimal(1800), Decimal(600))
    assert savings.together == Decimal(1600)


def test_where_nothing_is_known_nothing_is_claimed() -> None:
    assert not savings_of([], [Saving(ActionStatus.PLANNED)]).is_known
    assert savings_of([UNKNOWN], []).is_known
