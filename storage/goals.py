"""The goals of the current round: what shall be reached by when, with which resources, and who backs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import Work, intent
from storage.ranks import rank_between
from storage.revisions import PLAN
from storage.rounds import current_round
from storage.store import Store
from touchpoints.kpi_scale import GoalFigures, check_goal
from touchpoints.model import Goal, GoalInput, Person, Segment, Touchpoint

_ABOUT_SCALE = {"kpi_kind", "metric", "from_value", "to_value"}


@dataclass(frozen=True)
class GoalEntry:
    """A goal with the names of what it is about and who backs it; None where nobody said."""

    id: UUID
    version: int
    name: str
    touchpoint_id: UUID | None
    touchpoint: str | None
    segment_id: UUID | None
    segment: str | None
    kpi_kind: str
    metric: str
    from_value: float | None
    to_value: float | None
    due_on: date | None
    money: Decimal | None
    person_days: Decimal | None
    approach: str
    sponsor_id: UUID | None
    sponsor: str | None

    @property
    def figures(self) -> GoalFigures:
        """From where to where it leads, and how that is seen."""
        return GoalFigures(self.kpi_kind, self.from_value, self.to_value, self.metric)


def list_goals(store: Store, actor: Actor, project_id: UUID) -> tuple[GoalEntry, ...]:
    """The goals of the current round in their order; none whose touchpoint lies in the bin."""
    with store.reading(actor, project_id) as session:
        round_ = current_round(session, project_id)
        return tuple(GoalEntry(*row) for row in session.execute(_list(), {"round": round_.id}))


@intent("add goal", PLAN)
def add_goal(work: Work, values: Mapping[str, Any]) -> UUID:
    """Add a goal at the end of the list; values as GoalInput, without the round.

    Raises UnusableInput, OffTheGoalsScale.
    """
    round_ = current_round(work.session, work.project)
    given = checked(GoalInput, dict(values) | {"round_id": round_.id})
    _check_scale(given)
    last = work.session.exec(select(func.max(col(Goal.rank))).where(Goal.round_id == round_.id)).one()
    rank = rank_between(last, None)
    return work.add(Goal(**given.model_dump(), rank=rank, project_id=work.project)).id


@intent("change goal", PLAN)
def change_goal(work: Work, goal_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields of a goal; raises UnusableInput, OffTheGoalsScale, VersionConflict."""
    stored = work.find(Goal, goal_id).model_dump(include=set(GoalInput.model_fields))
    given = checked(GoalInput, stored | dict(changes))
    if _ABOUT_SCALE & set(changes):
        _check_scale(given)
    work.save(Goal, goal_id, shown_version, given.model_dump(include=set(changes)))


@intent("throw goal away", PLAN)
def bin_goal(work: Work, goal_id: UUID) -> None:
    """Throw a goal into the bin."""
    work.bin(work.find(Goal, goal_id))


@intent("restore goal", PLAN)
def restore_goal(work: Work, goal_id: UUID) -> None:
    """Take a goal out of the bin."""
    work.restore(work.find(Goal, goal_id))


def _check_scale(given: GoalInput) -> None:
    check_goal(GoalFigures(given.kpi_kind, given.from_value, given.to_value, given.metric))


# Read at every run of the page, and putting it together takes longer than running it.
@cache
def _list() -> Any:  # noqa: ANN401 - a select of seventeen columns
    columns = (
        *(Goal.id, Goal.version, Goal.name, Goal.touchpoint_id, Touchpoint.name),
        *(Goal.segment_id, Segment.name, Goal.kpi_kind, Goal.metric, Goal.from_value, Goal.to_value),
        *(Goal.due_on, Goal.money, Goal.person_days, Goal.approach, Goal.sponsor_id, Person.name),
    )
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Touchpoint, col(Touchpoint.id) == Goal.touchpoint_id)
        .outerjoin(Segment, col(Segment.id) == Goal.segment_id)
        .outerjoin(Person, col(Person.id) == Goal.sponsor_id)
        .where(Goal.round_id == bindparam("round"), col(Goal.binned_at).is_(None))
        .where(col(Touchpoint.binned_at).is_(None))
        .order_by(Goal.rank)
    )
