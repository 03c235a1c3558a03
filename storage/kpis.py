"""The KPIs of a project: what is measured, how and for whom, its target, the actions that shall move it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.checking import checked
from storage.intents import Work, intent, values_of
from storage.kpi_scales import what_follows
from storage.ranks import rank_between
from storage.revisions import PLAN
from storage.store import Store
from touchpoints.effect import ActionSpan
from touchpoints.errors import TouchpointsError
from touchpoints.kpi_kinds import all_kinds, kind_of
from touchpoints.kpi_scale import Figures, GoalFigures, direction_of
from touchpoints.messages import N_
from touchpoints.model import (
    Action,
    ActionStatus,
    ChangeKind,
    Direction,
    Goal,
    Kpi,
    KpiAction,
    KpiInput,
    Person,
    Question,
    Touchpoint,
)
from touchpoints.statistics import Scale


class ImpossibleValue(TouchpointsError):
    """A value lies outside what its kind of KPI can be."""

    sentence = N_(
        "This kind of KPI has no such value. NPS lies between −100 and +100, a share between 0 and 1."
    )


@dataclass(frozen=True)
class KpiEntry:
    """A KPI with the names of its touchpoint and owner, and the actions that are linked to it.

    `scale` is that of the question that feeds it, where its values are points of it: then the best end says
    which way is better.
    """

    id: UUID
    version: int
    name: str
    kind: str
    touchpoint_id: UUID | None
    touchpoint: str | None
    goal_id: UUID | None
    question_id: UUID | None
    definition: str
    unit: str
    direction: Direction
    method: str
    source: str
    interval_months: int | None
    audience: str
    owner_id: UUID | None
    owner: str | None
    baseline: float | None
    target: float | None
    target_on: date | None
    smallest_change: float | None
    customer_base: int | None
    action_ids: tuple[UUID, ...]
    scale: Scale | None = None
    goal: GoalFigures | None = None

    @property
    def figures(self) -> Figures:
        """What was told of it before it is measured."""
        return Figures(self.baseline, self.target, self.smallest_change)


def list_kpis(store: Store, actor: Actor, project_id: UUID) -> tuple[KpiEntry, ...]:
    """The KPIs that are not in the bin, in their order."""
    asked = {"project": project_id}
    with store.reading(actor, project_id) as session:
        linked: dict[UUID, list[UUID]] = defaultdict(list)
        for kpi, action in session.execute(_links(), asked):
            linked[kpi].append(action)
        return tuple(_entry(row, tuple(linked[row.id])) for row in session.execute(_kpis(), asked))


def _entry(row: Any, action_ids: tuple[UUID, ...]) -> KpiEntry:  # noqa: ANN401 - a row of many columns
    *facts, low, high, best, goal_kind, start, end = row
    goal = None if goal_kind is None else GoalFigures(goal_kind, start, end)
    entry, kind = KpiEntry(*(*facts, action_ids, None, goal)), all_kinds().get(row.kind)
    if low is None or kind is None or not kind.is_in_points:
        return entry
    scale = Scale(low, high, best)
    return replace(entry, scale=scale, direction=direction_of(scale))


def list_action_spans(store: Store, actor: Actor, project_id: UUID) -> tuple[ActionSpan, ...]:
    """The actions of all rounds in time, as the effect of one of them is asked."""
    with store.reading(actor, project_id) as session:
        return tuple(
            ActionSpan(str(id_), name, str(touchpoint) if touchpoint else None, starts_on, done_on, dropped)
            for id_, name, touchpoint, starts_on, done_on, dropped in session.execute(
                _spans(), {"project": project_id}
            )
        )


@intent("add KPI", PLAN, Right.FOLLOW_UP)
def add_kpi(work: Work, values: Mapping[str, Any], action_ids: Collection[UUID] = ()) -> UUID:
    """Add a KPI at the end of the list, linked with actions and with those that serve its goal.

    Where a question feeds it, levels of its goal become points of that scale.
    Raises UnusableInput, UnknownKind, ImpossibleValue, OffTheScale.
    """
    given = _checked(values)
    fed = {"question_id"} if given.question_id else set()
    given = given.model_copy(update=what_follows(work, given, fed))
    last = work.session.exec(select(func.max(col(Kpi.rank))).where(Kpi.project_id == work.project)).one()
    kpi = work.add(Kpi(**given.model_dump(), rank=rank_between(last, None), project_id=work.project))
    _link(work, kpi.id, [*action_ids, *_actions_of_goal(work, given.goal_id)])
    return kpi.id


@intent("change KPI", PLAN, Right.FOLLOW_UP)
def change_kpi(work: Work, kpi_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited fields; figures and direction follow the scale of another question.

    Raises UnusableInput, UnknownKind, ImpossibleValue, OffTheScale, VersionConflict.
    """
    row = work.find(Kpi, kpi_id)
    stored, known = row.model_dump(include=set(KpiInput.model_fields)), values_of(row)
    given = _checked(stored | dict(changes))
    follows = what_follows(work, given, set(changes), KpiInput.model_construct(**stored))
    besides = {name: value for name, value in follows.items() if name not in changes}
    typed = given.model_copy(update=follows).model_dump(include=set(changes))
    work.save(Kpi, kpi_id, shown_version, typed, besides)
    if besides:
        # Nobody typed them, yet whoever looks for an old target has to find what became of it.
        now = values_of(row)
        of = {name: known[name] for name in besides}, {name: now[name] for name in besides}
        work.note(ChangeKind.CHANGED, row, *of)


@intent("throw KPI away", PLAN, Right.FOLLOW_UP)
def bin_kpi(work: Work, kpi_id: UUID) -> None:
    """Throw a KPI into the bin; its values stay with it."""
    work.bin(work.find(Kpi, kpi_id))


@intent("restore KPI", PLAN, Right.FOLLOW_UP)
def restore_kpi(work: Work, kpi_id: UUID) -> None:
    """Take a KPI out of the bin."""
    work.restore(work.find(Kpi, kpi_id))


@intent("link actions to KPI", PLAN, Right.FOLLOW_UP)
def link_actions(work: Work, kpi_id: UUID, action_ids: Collection[UUID]) -> None:
    """Say which actions shall move a KPI: just these."""
    work.find(Kpi, kpi_id)
    stored = {
        row.action_id: row for row in work.session.exec(select(KpiAction).where(KpiAction.kpi_id == kpi_id))
    }
    for action_id, row in stored.items():
        if action_id not in action_ids:
            _unlink(work, row)
    work.session.flush()
    _link(work, kpi_id, [id_ for id_ in action_ids if id_ not in stored])


def link_to_kpis_of_goal(work: Work, action: Action, goal_before: UUID | None = None) -> None:
    """Link an action with what shows whether its goal is reached, and no longer with that of another one."""
    linked = select(KpiAction).where(KpiAction.action_id == action.id)
    stored = {row.kpi_id: row for row in work.session.exec(linked)}
    wanted, left = _kpis_of(work, action.goal_id), _kpis_of(work, goal_before)
    for kpi_id in (id_ for id_ in left if id_ in stored and id_ not in wanted):
        _unlink(work, stored[kpi_id])
    for kpi_id in (id_ for id_ in wanted if id_ not in stored):
        _link(work, kpi_id, [action.id])


def _kpis_of(work: Work, goal_id: UUID | None) -> Sequence[UUID]:
    """What shows whether a goal is reached."""
    if goal_id is None:
        return ()
    measured = select(Kpi.id).where(Kpi.goal_id == goal_id, col(Kpi.binned_at).is_(None))
    return work.session.exec(measured.order_by(Kpi.rank)).all()


def _actions_of_goal(work: Work, goal_id: UUID | None) -> Sequence[UUID]:
    """What was not dropped of the actions that serve a goal."""
    if goal_id is None:
        return ()
    serving = select(Action.id).where(
        Action.goal_id == goal_id,
        Action.status != ActionStatus.DROPPED,
        col(Action.binned_at).is_(None),
    )
    return work.session.exec(serving.order_by(Action.rank)).all()


def _unlink(work: Work, row: KpiAction) -> None:
    work.note(ChangeKind.ERASED, row, before=values_of(row))
    work.session.delete(row)


def _link(work: Work, kpi_id: UUID, action_ids: Collection[UUID]) -> None:
    for action_id in dict.fromkeys(action_ids):
        work.add(KpiAction(kpi_id=kpi_id, action_id=action_id, project_id=work.project))


def _checked(values: Mapping[str, Any]) -> KpiInput:
    given = checked(KpiInput, values)
    kind = kind_of(given.kind)
    if not all(kind.is_possible(value) for value in (given.baseline, given.target) if value is not None):
        raise ImpossibleValue
    return given


# All three are read whenever something was changed: put together once.
@cache
def _kpis() -> Any:  # noqa: ANN401 - a select of many columns
    columns = (
        *(Kpi.id, Kpi.version, Kpi.name, Kpi.kind, Touchpoint.id, Touchpoint.name, Kpi.goal_id),
        *(Kpi.question_id, Kpi.definition, Kpi.unit, Kpi.direction, Kpi.method, Kpi.source),
        *(Kpi.interval_months, Kpi.audience, Kpi.owner_id, Person.name, Kpi.baseline, Kpi.target),
        *(Kpi.target_on, Kpi.smallest_change, Kpi.customer_base),
        *(Question.low, Question.high, Question.best, Goal.kpi_kind, Goal.from_value, Goal.to_value),
    )
    # A touchpoint in the bin is as good as none: the KPI itself is still measured.
    is_there = (col(Touchpoint.id) == Kpi.touchpoint_id) & col(Touchpoint.binned_at).is_(None)
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .outerjoin(Touchpoint, is_there)
        .outerjoin(Person, col(Person.id) == Kpi.owner_id)
        .outerjoin(Question, col(Question.id) == Kpi.question_id)
        .outerjoin(Goal, col(Goal.id) == Kpi.goal_id)
        .where(Kpi.project_id == bindparam("project"), col(Kpi.binned_at).is_(None))
        .order_by(Kpi.rank)
    )


@cache
def _links() -> Any:  # noqa: ANN401 - a select of two columns
    return (
        select(KpiAction.kpi_id, KpiAction.action_id)
        .join(Action, col(Action.id) == KpiAction.action_id)
        .where(KpiAction.project_id == bindparam("project"), col(Action.binned_at).is_(None))
        .order_by(col(Action.starts_on).nulls_last(), Action.rank)
    )


@cache
def _spans() -> Any:  # noqa: ANN401 - a select of six columns
    is_dropped = col(Action.status) == ActionStatus.DROPPED
    columns = (Action.id, Action.name, Action.touchpoint_id, Action.starts_on, Action.done_on, is_dropped)
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(Action.project_id == bindparam("project"), col(Action.binned_at).is_(None))
        .order_by(col(Action.starts_on).nulls_last(), Action.rank)
    )
