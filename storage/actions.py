"""The actions of a project: who does what from when until when, with which budget, for which result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, or_
from sqlmodel import Session, col, select

from storage.access import Actor, Right
from storage.action_parts import write_budget, write_factors
from storage.checking import checked
from storage.intents import Work, intent
from storage.kpis import link_to_kpis_of_goal
from storage.ranks import rank_between
from storage.revisions import PLAN
from storage.rounds import current_round
from storage.store import Store
from touchpoints.model import (
    Action,
    ActionInput,
    ActionNeed,
    ActionPerson,
    Answer,
    BudgetKind,
    BudgetLine,
    Comment,
    Lever,
    Part,
    Person,
    Round,
    Touchpoint,
)
from touchpoints.plan import FINISHED, Cost, PlannedAction, Span


@dataclass(frozen=True)
class PersonOf:
    """Somebody who stands behind an action."""

    id: UUID
    name: str


@dataclass(frozen=True)
class ActionEntry(PlannedAction):
    """An action with everything that a view of the plan shows of it; `round` is the number of its round.

    `is_taken_over` says that it was planned in an earlier round than the one that is on.
    """

    version: int
    rank: str
    round: int
    goal_id: UUID | None
    option_id: UUID | None
    finding_id: UUID | None
    review_decision_id: UUID | None
    team: str
    person_days: Decimal | None
    customer_gain: str
    staff_gain: str
    expected_result: str
    measure: str
    blocked_by: str
    changes_work: Answer | None
    learning_days: Decimal | None
    lever: Lever | None
    took_part: tuple[PersonOf, ...]
    committed: tuple[PersonOf, ...]
    comments: int
    is_taken_over: bool


# What other tables hold; all the rest of an entry is read with its row.
_PARTS = ("budget", "needs", "took_part", "committed", "comments")
_COLUMNS = tuple(name for name in ActionEntry.__dataclass_fields__ if name not in _PARTS)


def list_actions(
    store: Store, actor: Actor, project_id: UUID, *, every_round: bool = False
) -> tuple[ActionEntry, ...]:
    """The actions of the current round and what it took over from earlier ones, in order of rank.

    Taken over is what was unfinished when the round began, so what was done after that day, too. With
    `every_round` those that were finished in earlier rounds as well.
    """
    with store.reading(actor, project_id) as session:
        round_ = current_round(session, project_id)
        asked = {"project": project_id, "round": round_.number, "began": round_.started_on or date.max}
        rows = list(session.execute(_actions(every_round=every_round), asked))
        parts = _read_parts(session, project_id)
        return tuple(ActionEntry(**dict(zip(_COLUMNS, row, strict=True)), **parts(row.id)) for row in rows)


def _read_parts(session: Session, project_id: UUID) -> Callable[[UUID], dict[str, Any]]:
    """What other tables hold about an action, by its id; one query for each kind of part."""
    asked = {"project": project_id}
    budgets: dict[UUID, dict[BudgetKind, Cost]] = defaultdict(dict)
    needs: dict[UUID, list[UUID]] = defaultdict(list)
    people: dict[tuple[UUID, Part], list[PersonOf]] = defaultdict(list)
    for action, kind, planned, spent in session.execute(_budgets(), asked):
        budgets[action][kind] = Cost(planned, spent)
    for action, needed in session.execute(_needs(), asked):
        needs[action].append(needed)
    for action, part, *person in session.execute(_people(), asked):
        people[action, part].append(PersonOf(*person))
    comments: dict[UUID, int] = {action: n for action, n in session.execute(_comments(), asked)}  # noqa: C416 - rows are no pairs to mypy
    return lambda id_: {
        "budget": budgets.get(id_, {}),
        "needs": tuple(needs.get(id_, ())),
        "took_part": tuple(people.get((id_, Part.TOOK_PART), ())),
        "committed": tuple(people.get((id_, Part.COMMITTED), ())),
        "comments": comments.get(id_, 0),
    }


@intent("add action", PLAN, Right.FOLLOW_UP)
def add_action(
    work: Work,
    values: Mapping[str, Any],
    budget: Mapping[BudgetKind, Decimal] | None = None,
    factors: Collection[UUID] = (),
) -> UUID:
    """Add an action to the current round, last in the plan, with its planned budget by kind.

    `values` are those of ActionInput without the round, `factors` what it removes at its touchpoint. One
    that serves a goal shall move the KPIs of this goal. Raises UnusableInput, FactorElsewhere.
    """
    round_ = current_round(work.session, work.project)
    given = checked(ActionInput, {**values, "round_id": round_.id})
    last = select(func.max(Action.rank)).where(Action.project_id == work.project)
    rank = rank_between(work.session.exec(last).one(), None)
    action = work.add(Action(**given.model_dump(), project_id=work.project, rank=rank))
    for kind, planned in (budget or {}).items():
        if planned:
            write_budget(work, action, kind, planned, Decimal(0))
    write_factors(work, action, factors)
    link_to_kpis_of_goal(work, action)
    return action.id


@intent("change action", PLAN, Right.FOLLOW_UP)
def change_action(work: Work, action_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields of an action; raises UnusableInput, VersionConflict.

    With another goal it shall move the KPIs of this goal, as one that is added with it.
    """
    row = work.find(Action, action_id)
    goal_before = row.goal_id
    stored = row.model_dump(include=set(ActionInput.model_fields))
    given = checked(ActionInput, stored | dict(changes))
    work.save(Action, action_id, shown_version, given.model_dump(include=set(changes)))
    if row.goal_id != goal_before:
        link_to_kpis_of_goal(work, row, goal_before)


@intent("shift actions", PLAN, Right.FOLLOW_UP)
def shift_actions(work: Work, spans: Mapping[UUID, Span]) -> None:
    """Give several actions new dates at once; raises UnusableInput where one ends before it begins."""
    for id_, span in spans.items():
        row = work.find(Action, id_)
        dates = {"starts_on": span.starts_on, "due_on": span.due_on}
        checked(ActionInput, row.model_dump(include=set(ActionInput.model_fields)) | dates)
        work.change(row, **dates)


@intent("throw actions away", PLAN, Right.FOLLOW_UP)
def bin_actions(work: Work, ids: Sequence[UUID]) -> None:
    """Throw actions into the bin, with all that hangs on them."""
    for id_ in ids:
        work.bin(work.find(Action, id_))


@intent("restore actions", PLAN, Right.FOLLOW_UP)
def restore_actions(work: Work, ids: Sequence[UUID]) -> None:
    """Take actions out of the bin, to the places where they were."""
    for id_ in ids:
        work.restore(work.find(Action, id_))


# Read at every run of many a page, and putting these together takes longer than running them.
@cache
def _actions(*, every_round: bool) -> Any:  # noqa: ANN401 - a select of 29 columns
    joined: dict[str, Any] = {
        "round": Round.number,
        "is_taken_over": col(Round.number) < bindparam("round"),
        "touchpoint": Touchpoint.name,
        "owner": Person.name,
    }
    columns = (joined[name] if name in joined else getattr(Action, name) for name in _COLUMNS)
    query = (
        select(*columns)
        .join(Round, col(Round.id) == Action.round_id)
        .outerjoin(Touchpoint, col(Touchpoint.id) == Action.touchpoint_id)
        .outerjoin(Person, col(Person.id) == Action.owner_id)
        .where(Action.project_id == bindparam("project"), col(Action.binned_at).is_(None))
        .order_by(col(Action.rank))
    )
    is_unfinished = col(Action.status).not_in(FINISHED)
    is_of_round = or_(
        col(Round.number) == bindparam("round"), is_unfinished, col(Action.done_on) > bindparam("began")
    )
    return query if every_round else query.where(is_of_round)


@cache
def _budgets() -> Any:  # noqa: ANN401 - a select of four columns
    columns = (BudgetLine.action_id, col(BudgetLine.kind), col(BudgetLine.planned), col(BudgetLine.spent))
    return select(*columns).where(BudgetLine.project_id == bindparam("project"))


@cache
def _needs() -> Any:  # noqa: ANN401 - a select of two columns
    return (
        select(ActionNeed.action_id, ActionNeed.needs_id)
        .join(Action, col(Action.id) == ActionNeed.needs_id)
        .where(ActionNeed.project_id == bindparam("project"), col(Action.binned_at).is_(None))
        .order_by(col(Action.rank))
    )


@cache
def _people() -> Any:  # noqa: ANN401 - a select of four columns
    return (
        select(ActionPerson.action_id, ActionPerson.part, Person.id, Person.name)
        .join(Person, col(Person.id) == ActionPerson.person_id)
        .where(ActionPerson.project_id == bindparam("project"))
        .order_by(col(Person.name), col(Person.id))
    )


@cache
def _comments() -> Any:  # noqa: ANN401 - a select of two columns
    return (
        select(Comment.action_id, func.count())
        .where(Comment.project_id == bindparam("project"), col(Comment.binned_at).is_(None))
        .group_by(col(Comment.action_id))
    )
