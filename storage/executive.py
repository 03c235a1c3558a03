"""What an executive's page is made of, read in one go: KPIs, plan, savings, and what waits for a decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor
from storage.actions import ActionEntry, list_actions
from storage.findings import list_findings
from storage.goals import list_goals
from storage.kpi_board import KpiStanding, read_kpi_board
from storage.options import list_options
from storage.presence import is_there
from storage.reviews import ReviewEntry, list_reviews
from storage.store import Store
from touchpoints.effect import Yardstick
from touchpoints.executive.facts import (
    Backed,
    BlockedAction,
    ExecutiveFacts,
    OpenChoice,
    UnstartedDecision,
)
from touchpoints.executive.watched_kpi import WatchedKpi, next_of
from touchpoints.kpi_course import KpiCourse
from touchpoints.kpi_kinds import KpiKind
from touchpoints.kpi_status import is_overdue
from touchpoints.model import ActionStatus, Depth, FindingKind, Touchpoint
from touchpoints.option import OptionEntry
from touchpoints.savings import savings_of

# One option alone is no choice.
_ENOUGH = 2


def read_executive_facts(
    store: Store, actor: Actor, project_id: UUID, currency: str, today: date
) -> ExecutiveFacts:
    """The facts of one project today, its amounts in its currency; what other pages read, each asked once."""
    where = (store, actor, project_id)
    actions, goals = list_actions(*where), list_goals(*where)
    by_id = {action.id: action for action in actions}
    # A kind that this installation does not have cannot be judged.
    kpis = ((one, one.kind) for one in read_kpi_board(*where) if one.kind is not None)
    wastes = [one for one in list_findings(*where) if one.kind is FindingKind.WASTE]
    with_goal = {goal.touchpoint_id for goal in goals}
    return ExecutiveFacts(
        today=today,
        currency=currency,
        kpis=tuple(_watched(one, kind, by_id, currency, today) for one, kind in kpis),
        actions=actions,
        savings=savings_of(wastes, list_actions(*where, every_round=True)),
        goals=tuple(Backed(goal.id, goal.name, goal.sponsor_id is not None) for goal in goals),
        key_touchpoints=tuple(one for one in _read_key_touchpoints(*where) if one.id not in with_goal),
        choices=tuple(_open_choices(list_options(*where))),
        blocked=tuple(_blocked(actions)),
        unstarted=tuple(_unstarted(list_reviews(*where))),
    )


def _watched(
    standing: KpiStanding,
    kind: KpiKind,
    actions: Mapping[UUID, ActionEntry],
    currency: str,
    today: date,
) -> WatchedKpi:
    """A KPI with what is done for it next."""
    kpi, last = standing.kpi, standing.values.last
    return WatchedKpi(
        kpi.id,
        _course(standing, kind, currency, today),
        Yardstick(kind, kpi.direction, kpi.smallest_change),
        today,
        kpi.owner,
        next_of(actions[id_] for id_ in kpi.action_ids if id_ in actions),
        waits=is_overdue(last.ends_on if last else None, kpi.interval_months, today),
    )


def _course(standing: KpiStanding, kind: KpiKind, currency: str, today: date) -> KpiCourse:
    kpi = standing.kpi
    return KpiCourse(
        kpi.name,
        kind,
        kind.unit_of(kpi.unit, currency),
        standing.values.values,
        standing.status,
        kpi.target,
        kpi.target_on,
        kpi.baseline,
        standing.effects,
        today,
    )


def _open_choices(options: Iterable[OptionEntry]) -> Iterator[OpenChoice]:
    """Touchpoints with options for one goal, none of which is chosen; each touchpoint once."""
    at: Mapping[tuple[UUID, UUID | None], list[OptionEntry]] = defaultdict(list)
    for option in options:
        at[option.touchpoint_id, option.goal_id].append(option)
    found: dict[UUID, OpenChoice] = {}
    for (touchpoint_id, _), alike in at.items():
        if len(alike) >= _ENOUGH and not any(option.is_chosen for option in alike):
            found.setdefault(touchpoint_id, OpenChoice(touchpoint_id, alike[0].touchpoint, len(alike)))
    yield from found.values()


def _blocked(actions: Iterable[ActionEntry]) -> Iterator[BlockedAction]:
    for action in actions:
        if action.status is ActionStatus.BLOCKED:
            yield BlockedAction(action.id, action.name, action.blocked_by)


def _unstarted(reviews: Sequence[ReviewEntry]) -> Iterator[UnstartedDecision]:
    """Of the last review that was held and decided something, as on the agenda of the next one."""
    held = [one for one in reviews if one.held_on is not None and one.decisions]
    last = max(held, key=lambda one: one.held_on or date.min, default=None)
    for decision in last.decisions if last else ():
        if last and not decision.actions:
            yield UnstartedDecision(last.id, decision.text, last.held_on)


def _read_key_touchpoints(store: Store, actor: Actor, project_id: UUID) -> tuple[Backed, ...]:
    with store.reading(actor, project_id) as session:
        rows = session.execute(_key_touchpoints(), {"project": project_id})
        return tuple(Backed(id_, name, sponsor is not None) for id_, name, sponsor in rows)


@cache
def _key_touchpoints() -> Any:  # noqa: ANN401 - a select of three columns
    is_key = col(Touchpoint.depth) == Depth.KEY
    return (
        select(Touchpoint.id, Touchpoint.name, Touchpoint.sponsor_id)
        .where(Touchpoint.project_id == bindparam("project"), is_key, is_there())
        .order_by(Touchpoint.name)
    )
