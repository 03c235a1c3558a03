"""The to-do plan as it is calculated with: its actions, and which of them need attention today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from touchpoints.model import ActionStatus, BudgetKind

FINISHED = frozenset({ActionStatus.DONE, ActionStatus.DROPPED})


@dataclass(frozen=True)
class Cost:
    """What one kind of cost is planned at and what was spent, in the currency of the project."""

    planned: Decimal = Decimal(0)
    spent: Decimal = Decimal(0)


@dataclass(frozen=True)
class Span:
    """From when until when; either may be open."""

    starts_on: date | None = None
    due_on: date | None = None

    def shifted(self, days: int) -> Span:
        """The same span so many days later."""
        by = timedelta(days=days)
        return Span(self.starts_on and self.starts_on + by, self.due_on and self.due_on + by)


@dataclass(frozen=True)
class PlannedAction:
    """What the calculations need of an action; `needs` are the ids of those it depends on."""

    id: UUID
    name: str
    status: ActionStatus
    touchpoint_id: UUID | None
    touchpoint: str | None
    owner_id: UUID | None
    owner: str | None
    starts_on: date | None
    due_on: date | None
    done_on: date | None
    saving_per_year: Decimal | None
    budget: Mapping[BudgetKind, Cost]
    needs: tuple[UUID, ...]

    @property
    def span(self) -> Span:
        """Its dates."""
        return Span(self.starts_on, self.due_on)

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to do, be it done or dropped."""
        return self.status in FINISHED


class Concern(StrEnum):
    """Why an unfinished action needs somebody's attention."""

    OVERDUE = "overdue"
    THIS_WEEK = "this_week"
    BLOCKED = "blocked"
    WITHOUT_OWNER = "without_owner"
    WAITING = "waiting"


def concerns_of(actions: Sequence[PlannedAction], today: date) -> dict[UUID, frozenset[Concern]]:
    """What each action needs attention for; a week ends on Sunday, what is finished holds none up."""
    unfinished = frozenset(action.id for action in actions if not action.is_finished)
    return {
        action.id: frozenset(_concerns(action, today, unfinished) if not action.is_finished else ())
        for action in actions
    }


def _concerns(action: PlannedAction, today: date, unfinished: frozenset[UUID]) -> Iterable[Concern]:
    sunday = today + timedelta(days=6 - today.weekday())
    if action.due_on is not None and action.due_on < today:
        yield Concern.OVERDUE
    if action.due_on is not None and today <= action.due_on <= sunday:
        yield Concern.THIS_WEEK
    if action.status is ActionStatus.BLOCKED:
        yield Concern.BLOCKED
    if action.owner_id is None:
        yield Concern.WITHOUT_OWNER
    if not unfinished.isdisjoint(action.needs):
        yield Concern.WAITING


def waits_for(needs: Mapping[UUID, Iterable[UUID]], one: UUID, other: UUID) -> bool:
    """Whether one action depends on another, be it through others in between."""
    seen: set[UUID] = set()
    ahead = [one]
    while ahead:
        for needed in needs.get(ahead.pop(), ()):
            if needed == other:
                return True
            if needed not in seen:
                seen.add(needed)
                ahead.append(needed)
    return False
