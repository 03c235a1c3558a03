"""What goals, actions, KPIs, reviews and decisions have, counted as the guide asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Table, bindparam, exists, func, or_, select
from sqlmodel import Session

from storage.presence import is_of_now
from storage.tables import table_of
from touchpoints.model import (
    Action,
    ActionPerson,
    ActionStatus,
    BudgetLine,
    Finding,
    Goal,
    Kpi,
    Review,
    ReviewDecision,
    ReviewFinding,
    ReviewPerson,
)
from touchpoints.project_facts import Thing, ThingFacts

Marks = Mapping[str, ColumnElement[bool]]
_OVER = (ActionStatus.DONE, ActionStatus.DROPPED)


def read_thing_facts(session: Session, project_id: UUID | None = None) -> Iterator[tuple[UUID, ThingFacts]]:
    """The things of one project one by one, or of all projects: those that bear the same marks as one."""
    asked = {} if project_id is None else {"asked": project_id}
    for thing, query in _counted(is_of_one=project_id is not None).items():
        for row in session.connection().execute(query, asked):
            values = row._asdict()
            project, number, id_ = values.pop("project_id"), values.pop("number", 1), values.pop("id", "")
            marks = frozenset(mark for mark, has in values.items() if has)
            yield project, ThingFacts(thing, marks, number, str(id_))


# Putting the statements together costs more than running them, so they are kept.
@cache
def _counted(*, is_of_one: bool) -> Mapping[Thing, Select[Any]]:
    return {thing: _count(*parts, is_of_one=is_of_one) for thing, parts in _things().items()}


def _count(table: Table, is_meant: ColumnElement[bool], marks: Marks, *, is_of_one: bool) -> Select[Any]:
    """Project, one column for each mark, and the id of the thing or how many bear just these marks."""
    query = select(table.c.project_id, *(has.label(mark) for mark, has in marks.items()))
    query = query.where(table.c.binned_at.is_(None), is_meant)
    if is_of_one:
        return query.add_columns(table.c.id).where(table.c.project_id == bindparam("asked"))
    alike = query.subquery()
    return select(*alike.c, func.count().label("number")).group_by(*alike.c)


def _things() -> Mapping[Thing, tuple[Table, ColumnElement[bool], Marks]]:
    """Of each kind its table, which of its rows are meant now, and what each mark asks of a row."""
    goals, actions, kpis = table_of(Goal), table_of(Action), table_of(Kpi)
    reviews, decisions = table_of(Review), table_of(ReviewDecision)
    is_left_over = actions.c.status.not_in(_OVER)
    is_meant = (is_of_now(actions.c.round_id) | is_left_over) & (actions.c.status != ActionStatus.DROPPED)
    is_its_review = (reviews.c.id == decisions.c.review_id) & reviews.c.binned_at.is_(None)
    of_now = exists().where(is_its_review, is_of_now(reviews.c.round_id))
    is_any = kpis.c.id.is_not(None)
    return {
        Thing.GOAL: (goals, is_of_now(goals.c.round_id), {"kpi": _is_measured(goals)}),
        Thing.ACTION: (actions, is_meant, _marks_of_actions(actions)),
        Thing.KPI: (kpis, is_any, _marks_of_kpis(kpis)),
        Thing.REVIEW: (reviews, is_of_now(reviews.c.round_id), _marks_of_reviews(reviews)),
        Thing.DECISION: (decisions, of_now, {"action": _is_begun(decisions)}),
    }


def _is_measured(goals: Table) -> ColumnElement[bool]:
    kpis = table_of(Kpi)
    return exists().where(kpis.c.goal_id == goals.c.id, kpis.c.binned_at.is_(None))


def _marks_of_actions(actions: Table) -> Marks:
    lines, people = table_of(BudgetLine), table_of(ActionPerson)
    has_money = exists().where(lines.c.action_id == actions.c.id)
    return {
        "owner": actions.c.owner_id.is_not(None),
        "start": actions.c.starts_on.is_not(None),
        "due": actions.c.due_on.is_not(None),
        "budget": has_money | actions.c.person_days.is_not(None),
        "result": (actions.c.expected_result != "") & (actions.c.measure != ""),
        "people": exists().where(people.c.action_id == actions.c.id),
        "done": actions.c.status == ActionStatus.DONE,
    }


def _marks_of_kpis(kpis: Table) -> Marks:
    has_aim = kpis.c.baseline.is_not(None) & kpis.c.target.is_not(None) & kpis.c.target_on.is_not(None)
    return {
        "definition": (kpis.c.definition != "") & has_aim,
        "method": (kpis.c.method != "") & (kpis.c.source != ""),
        "interval": kpis.c.interval_months.is_not(None),
        "audience": kpis.c.audience != "",
    }


def _marks_of_reviews(reviews: Table) -> Marks:
    findings, people, written = table_of(ReviewFinding), table_of(ReviewPerson), table_of(Finding)
    has_findings = exists().where(
        findings.c.review_id == reviews.c.id,
        written.c.id == findings.c.finding_id,
        written.c.binned_at.is_(None),
    )
    has_people = exists().where(people.c.review_id == reviews.c.id)
    return {
        "minutes": or_(reviews.c.minutes != "", has_findings),
        "people": reviews.c.held_on.is_not(None) & has_people,
    }


def _is_begun(decisions: Table) -> ColumnElement[bool]:
    """Whether it became an action that has an owner."""
    actions = table_of(Action)
    return exists().where(
        actions.c.review_decision_id == decisions.c.id,
        actions.c.owner_id.is_not(None),
        actions.c.binned_at.is_(None),
    )
