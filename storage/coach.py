"""What the coach's rules look at: a project read with a query for each kind of thing, never one per thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session

from storage import coach_queries as queries
from storage.access import Actor
from storage.actions import ActionEntry, list_actions
from storage.rounds import current_round
from storage.store import Store
from touchpoints.coach_facts import (
    SIDES,
    ActionFact,
    CoachFacts,
    FindingFact,
    GoalFact,
    KpiFact,
    OptionFact,
    PhaseFact,
    SegmentFact,
    SurveyFact,
    TouchpointFact,
)
from touchpoints.conditions import CONDITIONS, Conditions
from touchpoints.frequency import converted
from touchpoints.journey import JourneyPoint
from touchpoints.kpi_kinds import Writing, all_kinds
from touchpoints.model import ActionStatus, Answer, FindingKind, Origin, VoiceKind

# So long somebody who brought an idea waits without asking himself whether anybody reads it.
_PATIENCE = timedelta(days=14)
# A segment of one customer is one whose figures were told for one of them.
_ONE = 1
Read = Callable[[Any], Sequence[Any]]


def read_coach_facts(
    store: Store, actor: Actor, project_id: UUID, today: date, points: Iterable[JourneyPoint] = ()
) -> CoachFacts:
    """The project as the coach sees it; `points` are the customers' ratings now, if there are any."""
    actions = list_actions(store, actor, project_id)
    with store.reading(actor, project_id) as session:
        asked = {"project": project_id, "round": current_round(session, project_id).id}

        def read(query: Any) -> Sequence[Any]:  # noqa: ANN401 - any select
            return session.execute(query, asked).all()

        options = tuple(_option(row) for row in read(queries.options()))
        return CoachFacts(
            today=today,
            currency=_currency(session, project_id),
            phases=tuple(PhaseFact(str(row.id), row.name) for row in read(queries.phases())),
            touchpoints=_touchpoints(read, points),
            segments=tuple(_segment(row) for row in read(queries.segments())),
            goals=tuple(_goal(row) for row in read(queries.goals())),
            options=options,
            actions=tuple(_action(one) for one in actions if one.status is not ActionStatus.DROPPED),
            kpis=tuple(_kpi(row) for row in read(queries.kpis())),
            surveys=tuple(_survey(row) for row in read(queries.surveys())),
            findings=(*_findings(read, actions, options), *_voices(read, actions, today)),
            departments=len(read(queries.departments())),
        )


def _currency(session: Session, project_id: UUID) -> str:
    currency: str = session.execute(queries.currency(), {"project": project_id}).scalar_one()
    return currency


def _touchpoints(read: Read, points: Iterable[JourneyPoint]) -> tuple[TouchpointFact, ...]:
    rated = {point.touchpoint_id: point for point in points if point.is_measured}
    by_team = _team_means(read(queries.team_answers()))
    visits: dict[UUID, float] = defaultdict(float)
    meetings: dict[UUID, float] = defaultdict(float)
    segments: dict[UUID, set[str]] = defaultdict(set)
    for row in read(queries.encounters()):
        often = converted(row.frequency or 0, row.period, "year")
        if (row.customers or 0) > _ONE:
            meetings[row.touchpoint_id] += often * row.customers
        else:
            visits[row.touchpoint_id] = max(visits[row.touchpoint_id], often)
        segments[row.touchpoint_id].add(str(row.segment_id))
    return tuple(
        TouchpointFact(
            **_stored(row),
            **_experience(rated.get(str(row.id)), by_team.get(row.id)),
            visits=visits[row.id],
            meetings=meetings[row.id],
            segment_ids=frozenset(segments[row.id]),
        )
        for row in read(queries.touchpoints())
    )


def _stored(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of queries.touchpoints
    values = row._asdict()
    return {
        "id": str(row.id),
        "name": row.name,
        "phase_id": str(row.phase_id),
        "depth": row.depth,
        "contact_type": row.contact_type,
        "has_owner": row.owner_id is not None,
        "has_sponsor": row.sponsor_id is not None,
        "has_importance": row.team_points is not None or row.customer_mentions is not None,
        "target": None if row.level is None else float(row.level),
        "decision": row.decision,
        "looked_at": _sides(values, Answer.YES, Answer.IN_PART),
        "sides_not_known": _sides(values, Answer.NOT_KNOWN),
        "conditions": _conditions(values),
    }


def _sides(values: Mapping[str, Any], *answers: Answer) -> frozenset[str]:
    """The sides of a target of which one of these was said."""
    return frozenset(side for side in SIDES if values[f"looked_at_{side}"] in answers)


def _conditions(values: Mapping[str, Any]) -> Conditions:
    """Those of a touchpoint that has no row of them are all open."""
    return Conditions(**{name: values[name] for name in CONDITIONS if values[name] is not None})


def _team_means(rows: Iterable[Any]) -> dict[UUID, float]:
    sums: dict[UUID, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in rows:
        total, n = sums[row.touchpoint_id]
        sums[row.touchpoint_id] = (total + row.point * row.n, n + row.n)
    return {id_: total / n for id_, (total, n) in sums.items()}


def _experience(point: JourneyPoint | None, by_team: float | None) -> dict[str, Any]:
    """What customers say, or the team where they were not asked."""
    if point is None:
        return {"experience": by_team}
    return {"experience": point.mean.value if point.mean else None, "level": point.level, "n": point.n}


def _segment(row: Any) -> SegmentFact:  # noqa: ANN401 - a row of queries.segments
    values = row._asdict()
    contribution, customers = values.pop("contribution"), values.pop("customers")
    by, label = values.pop("by"), values.pop("label")
    told = {
        "id": str(row.id),
        "has_list": contribution is not None and bool(customers),
        "surveyed_as": None if by is None else (by, label),
    }
    return SegmentFact(**values | told)


def _goal(row: Any) -> GoalFact:  # noqa: ANN401 - a row of queries.goals
    return GoalFact(str(row.id), row.name, _text(row.touchpoint_id), row.sponsor_id is not None)


def _option(row: Any) -> OptionFact:  # noqa: ANN401 - a row of queries.options
    sides = frozenset(side for side in SIDES if getattr(row, f"touches_{side}"))
    return OptionFact(str(row.id), str(row.touchpoint_id), row.size, sides)


def _action(action: ActionEntry) -> ActionFact:
    return ActionFact(
        id=str(action.id),
        name=action.name,
        touchpoint_id=_text(action.touchpoint_id),
        goal_id=_text(action.goal_id),
        finding_id=_text(action.finding_id),
        team=action.team,
        is_done=action.is_finished,
        done_on=action.done_on,
        has_owner=action.owner_id is not None,
        has_due_day=action.due_on is not None,
        has_resources=action.person_days is not None or any(one.planned for one in action.budget.values()),
        has_customer_gain=bool(action.customer_gain),
        has_staff_gain=bool(action.staff_gain),
        said_to_change_work=action.changes_work,
        learning_days=action.learning_days,
        lever=action.lever,
        budget={kind: cost.planned for kind, cost in action.budget.items()},
    )


def _kpi(row: Any) -> KpiFact:  # noqa: ANN401 - a row of queries.kpis
    kind = all_kinds().get(row.kind)
    is_of_answers = kind is not None and kind.writing in (Writing.SHARE, Writing.SCORE)
    lacks_n = is_of_answers and row.last is not None and row.last == row.last_without_n
    has_source = bool(row.source) or row.question_id is not None
    return KpiFact(str(row.id), row.name, bool(row.method), has_source, lacks_n)


def _survey(row: Any) -> SurveyFact:  # noqa: ANN401 - a row of queries.surveys
    has_dates = not row.waves_without_day
    return SurveyFact(str(row.id), row.name, bool(row.source), has_dates, row.origin is Origin.BOUGHT)


def _findings(
    read: Read, actions: Sequence[ActionEntry], options: Iterable[OptionFact]
) -> Iterable[FindingFact]:
    """An idea has its answer in an action, in options at its touchpoint, or in what its author was told."""
    taken_up = {action.finding_id for action in actions}
    worked_on = {option.touchpoint_id for option in options}
    for row in read(queries.findings()):
        touchpoint = _text(row.touchpoint_id)
        yield FindingFact(
            id=str(row.id),
            text=row.text,
            kind=row.kind,
            touchpoint_id=touchpoint,
            from_contact_staff=row.from_contact_staff,
            is_answered=row.id in taken_up or touchpoint in worked_on or row.answered_on is not None,
        )


def _voices(read: Read, actions: Sequence[ActionEntry], today: date) -> Iterable[FindingFact]:
    """What people handed in by the public address, but for what waits for its answer as an idea already."""
    taken_up = {action.finding_id for action in actions if action.finding_id}
    for row in read(queries.voices()):
        yield FindingFact(
            id=str(row.id),
            text=row.text,
            kind=FindingKind.IDEA if row.kind is VoiceKind.IDEA else None,
            touchpoint_id=_text(row.touchpoint_id),
            from_contact_staff=True,
            is_voice=True,
            is_answered=row.answered_on is not None
            or row.finding_id in taken_up
            or today - row.came_on < _PATIENCE,
        )


def _text(id_: UUID | None) -> str | None:
    return None if id_ is None else str(id_)
