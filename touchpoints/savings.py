"""Savings: the waste that was found, and what actions save; the same money is never counted twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from touchpoints.model import ActionStatus

_MONTHS, _MINUTES = 12, 60


class Waste(Protocol):
    """A finding of waste, with what it costs in a month as far as anybody knows."""

    @property
    def id(self) -> UUID:
        """Which finding it is."""

    @property
    def minutes_per_month(self) -> Decimal | None:
        """The working time that is lost."""

    @property
    def cost_per_month(self) -> Decimal | None:
        """The money that is lost."""


class Saver(Protocol):
    """An action with what it saves in a year."""

    @property
    def status(self) -> ActionStatus:
        """How far it is."""

    @property
    def saving_per_year(self) -> Decimal | None:
        """What it saves as soon as it is done."""

    @property
    def finding_id(self) -> UUID | None:
        """The finding that it answers."""


@dataclass(frozen=True)
class Savings:
    """Money and hours in a year; `planned` is of actions not done yet, `done` of those that are.

    `unanswered` is the part of the waste that no action with a saving of its own answers.
    """

    found: int = 0
    hours: Decimal = Decimal(0)
    waste: Decimal = Decimal(0)
    unanswered: Decimal = Decimal(0)
    planned: Decimal = Decimal(0)
    done: Decimal = Decimal(0)

    @property
    def together(self) -> Decimal:
        """What can be saved in a year: what actions save, and the waste that none of them answers."""
        return self.unanswered + self.planned + self.done

    @property
    def is_known(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.found or self.together)


def savings_of(wastes: Iterable[Waste], actions: Iterable[Saver]) -> Savings:
    """The sums; dropped actions save nothing."""
    wastes = list(wastes)
    savers = [one for one in actions if one.saving_per_year and one.status is not ActionStatus.DROPPED]
    answered = {one.finding_id for one in savers}
    return Savings(
        found=len(wastes),
        hours=_MONTHS * sum((one.minutes_per_month or Decimal(0) for one in wastes), Decimal(0)) / _MINUTES,
        waste=_per_year(wastes),
        unanswered=_per_year(one for one in wastes if one.id not in answered),
        planned=_saved(one for one in savers if one.status is not ActionStatus.DONE),
        done=_saved(one for one in savers if one.status is ActionStatus.DONE),
    )


def _per_year(wastes: Iterable[Waste]) -> Decimal:
    return _MONTHS * sum((one.cost_per_month or Decimal(0) for one in wastes), Decimal(0))


def _saved(actions: Iterable[Saver]) -> Decimal:
    return sum((one.saving_per_year or Decimal(0) for one in actions), Decimal(0))
