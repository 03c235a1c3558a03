"""What the steps have so far: touchpoint by touchpoint of one project, and counted for all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, Table, bindparam, exists, or_, select
from sqlmodel import Session, SQLModel

from storage.access import Actor
from storage.presence import is_of_now, is_there
from storage.store import Store
from storage.strategy_facts import who_has_strategy
from storage.tables import table_of
from storage.thing_facts import read_thing_facts
from touchpoints.model import (
    AnswerCount,
    AnswerMean,
    Aspect,
    Encounter,
    Factor,
    Finding,
    Handover,
    Importance,
    Phase,
    ProcessStep,
    Question,
    TeamAnswer,
    Touchpoint,
    Wave,
)
from touchpoints.project_facts import ProjectFacts, TouchpointFacts


def read_project_facts(store: Store, actor: Actor, project_id: UUID) -> ProjectFacts:
    """The facts of each touchpoint of the current journey, in the order of the journey."""
    with store.reading(actor, project_id) as session:
        return project_facts_in(session, project_id)


def project_facts_in(session: Session, project_id: UUID) -> ProjectFacts:
    """The same for whoever is about to change something."""
    asked = {"asked": project_id}
    connection = session.connection()
    touchpoints = tuple(as_facts(row) for row in connection.execute(_one_by_one(), asked))
    findings = frozenset(kind for _, kind in connection.execute(_findings(), asked))
    things = tuple(facts for _, facts in read_thing_facts(session, project_id))
    return ProjectFacts(touchpoints, findings, things)


# Putting the statements together costs more than running them, so they are kept.
@cache
def _one_by_one() -> Select[Any]:
    touchpoints, phases = table_of(Touchpoint), table_of(Phase)
    query = facts_of_touchpoints(touchpoints.c.id, asked=bindparam("asked"))
    return query.order_by(phases.c.rank, touchpoints.c.rank)


@cache
def _findings() -> Select[Any]:
    return kinds_of_findings().where(table_of(Finding).c.project_id == bindparam("asked"))


def as_facts(row: Row[Any]) -> TouchpointFacts:
    """A row of `facts_of_touchpoints`."""
    values = row._asdict()
    id_ = values.pop("id", None)
    values.pop("project_id", None)
    return TouchpointFacts(id=str(id_) if id_ else "", **values)


def facts_of_touchpoints(*first: ColumnElement[Any], asked: ColumnElement[UUID] | None = None) -> Select[Any]:
    """Columns named as in TouchpointFacts, after those given; of the project asked for, or of all."""
    touchpoints, phases = table_of(Touchpoint), table_of(Phase)
    facts = {name: touchpoints.c.id.in_(_within(query, asked)) for name, query in _who_has().items()}
    query = select(
        *first,
        touchpoints.c.depth,
        phases.c.is_before_contact,
        *(condition.label(name) for name, condition in facts.items()),
    ).join(phases, phases.c.id == touchpoints.c.phase_id)
    return _within(query.where(is_there()), asked)


def _within(query: Select[Any], asked: ColumnElement[UUID] | None) -> Select[Any]:
    """What belongs to one project, by the table of the first column."""
    table = query.selected_columns[0].table
    return query if asked is None else query.where(table.c.project_id == asked)


def kinds_of_findings() -> Select[Any]:
    """Project and kind of each finding; one without a kind is a comment that nobody has sorted yet."""
    findings = table_of(Finding)
    query = select(findings.c.project_id, findings.c.kind).distinct()
    is_sorted = findings.c.binned_at.is_(None) & findings.c.kind.is_not(None)
    return query.where(is_sorted, ~_is_gone(findings.c.touchpoint_id))


# Lists that are made once, instead of a look for every fact of every touchpoint.
def _who_has() -> Mapping[str, Select[Any]]:
    parts: Mapping[str, type[SQLModel]] = {
        "has_steps": ProcessStep,
        "has_handovers": Handover,
        "has_factors": Factor,
    }
    aspects = {
        "is_coordination_rated": Aspect.COORDINATION,
        "is_brand_rated": Aspect.BRAND,
        "is_promise_rated": Aspect.PROMISE,
        "is_experience_rated": Aspect.EXPERIENCE,
    }
    return {
        "has_encounter": _met(),
        **{name: _with_part(table_of(entity)) for name, entity in parts.items()},
        **{name: _rated(aspect) for name, aspect in aspects.items()},
        "has_importance": _important(),
        "is_measured": _measured(),
        **who_has_strategy(),
    }


def _with_part(table: Table) -> Select[Any]:
    return select(table.c.touchpoint_id).where(table.c.binned_at.is_(None))


def _met() -> Select[Any]:
    """Told on which occasion or how often; that they meet answers neither."""
    met = table_of(Encounter)
    return _with_part(met).where((met.c.occasion != "") | met.c.frequency.is_not(None))


def _rated(aspect: Aspect) -> Select[Any]:
    team = table_of(TeamAnswer)
    return select(team.c.touchpoint_id).where(team.c.aspect == aspect, is_of_now(team.c.round_id))


def _important() -> Select[Any]:
    given = table_of(Importance)
    is_given = given.c.team_points.is_not(None) | given.c.customer_mentions.is_not(None)
    return select(given.c.touchpoint_id).where(is_given, is_of_now(given.c.round_id))


def _measured() -> Select[Any]:
    """Asked about in a wave that does not lie in the bin, and answered."""
    questions, waves = table_of(Question), table_of(Wave)
    counted: Iterable[Table] = (table_of(AnswerCount), table_of(AnswerMean))
    is_answered = (
        exists().where(
            table.c.question_id == questions.c.id,
            waves.c.id == table.c.wave_id,
            waves.c.binned_at.is_(None),
        )
        for table in counted
    )
    return select(questions.c.touchpoint_id).where(questions.c.touchpoint_id.is_not(None), or_(*is_answered))


def _is_gone(touchpoint_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    return exists().where(table_of(Touchpoint).c.id == touchpoint_id, ~is_there())
