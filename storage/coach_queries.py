"""The statements by which the coach reads a project, each put together once, which takes longest."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, and_, bindparam, case, func, select

from storage.presence import is_there
from storage.tables import table_of
from touchpoints.coach_facts import SIDES
from touchpoints.conditions import CONDITIONS
from touchpoints.model import (
    Aspect,
    Encounter,
    Finding,
    FindingKind,
    Goal,
    Importance,
    Kpi,
    Measurement,
    Option,
    Person,
    Phase,
    Project,
    Segment,
    Segmentation,
    SegmentationValue,
    Survey,
    Target,
    TeamAnswer,
    Touchpoint,
    TouchpointDecision,
    Voice,
    Wave,
)
from touchpoints.model.coach import TouchpointConditions

_PROJECT: BindParameter[Any] = bindparam("project")
_ROUND: BindParameter[Any] = bindparam("round")


def _of(entity: type[Any], *names: str) -> Select[Any]:
    """Columns of the rows of a project that do not lie in the bin."""
    table = table_of(entity)
    query = select(*(table.c[name] for name in names)).where(table.c.project_id == _PROJECT)
    return query.where(table.c.binned_at.is_(None))


@cache
def currency() -> Select[Any]:
    """The currency of the project."""
    table = table_of(Project)
    return select(table.c.currency).where(table.c.id == _PROJECT)


@cache
def phases() -> Select[Any]:
    """The phases in their order."""
    return _of(Phase, "id", "name").order_by(table_of(Phase).c.rank)


@cache
def touchpoints() -> Select[Any]:
    """What customers meet now, in the order of the journey, with all of which there is one for each."""
    one, phase, importance = table_of(Touchpoint), table_of(Phase), table_of(Importance)
    target, decision = table_of(Target), table_of(TouchpointDecision)
    conditions = table_of(TouchpointConditions)
    names = ("id", "name", "phase_id", "depth", "contact_type", "owner_id", "sponsor_id")
    is_for_all = target.c.segment_id.is_(None)
    return (
        select(
            *(one.c[name] for name in names),
            *(target.c.level, decision.c.decision, importance.c.team_points, importance.c.customer_mentions),
            *(decision.c[f"looked_at_{side}"] for side in SIDES),
            *(conditions.c[name] for name in CONDITIONS),
        )
        .join(phase, phase.c.id == one.c.phase_id)
        .outerjoin(target, and_(target.c.touchpoint_id == one.c.id, target.c.round_id == _ROUND, is_for_all))
        .outerjoin(decision, and_(decision.c.touchpoint_id == one.c.id, decision.c.round_id == _ROUND))
        .outerjoin(importance, and_(importance.c.touchpoint_id == one.c.id, importance.c.round_id == _ROUND))
        .outerjoin(conditions, conditions.c.touchpoint_id == one.c.id)
        .where(one.c.project_id == _PROJECT, is_there())
        .order_by(phase.c.rank, one.c.rank)
    )


@cache
def team_answers() -> Select[Any]:
    """How many of the team gave which point to the experience."""
    table = table_of(TeamAnswer)
    return select(table.c.touchpoint_id, table.c.point, table.c.n).where(
        table.c.project_id == _PROJECT, table.c.round_id == _ROUND, table.c.aspect == Aspect.EXPERIENCE
    )


@cache
def encounters() -> Select[Any]:
    """Which segments, of how many customers, meet which touchpoint how often."""
    table, segment = table_of(Encounter), table_of(Segment)
    query = _of(Encounter, "touchpoint_id", "segment_id", "frequency", "period")
    return (
        query.add_columns(segment.c.customers)
        .join(segment, segment.c.id == table.c.segment_id)
        .where(segment.c.binned_at.is_(None))
    )


@cache
def segments() -> Select[Any]:
    """The segments with their classifications, and the group of the surveys that each is."""
    views = ("abc", "attractiveness", "position", "lifetime_value", "lifetime_value_is_assumed")
    more = ("classified_on", "treatment", "customers", "contribution")
    segment, group, segmentation = table_of(Segment), table_of(SegmentationValue), table_of(Segmentation)
    query = _of(Segment, "id", "name", *views, *more).order_by(segment.c.rank)
    return (
        query.add_columns(segmentation.c.name.label("by"), group.c.label)
        .outerjoin(group, group.c.id == segment.c.surveyed_as_id)
        .outerjoin(segmentation, segmentation.c.id == group.c.segmentation_id)
    )


@cache
def goals() -> Select[Any]:
    """The goals of the round."""
    table = table_of(Goal)
    query = _of(Goal, "id", "name", "touchpoint_id", "sponsor_id").where(table.c.round_id == _ROUND)
    return query.order_by(table.c.rank)


@cache
def options() -> Select[Any]:
    """The options of the round."""
    table, sides = table_of(Option), (f"touches_{side}" for side in SIDES)
    return _of(Option, "id", "touchpoint_id", "size", *sides).where(table.c.round_id == _ROUND)


@cache
def kpis() -> Select[Any]:
    """The KPIs, with the last day that has a value by hand, and the last one that says not of how many."""
    kpi, value = table_of(Kpi), table_of(Measurement)
    days = (
        select(
            value.c.kpi_id,
            func.max(value.c.ends_on).label("last"),
            func.max(case((value.c.n.is_(None), value.c.ends_on))).label("last_without_n"),
        )
        .where(value.c.project_id == _PROJECT, value.c.binned_at.is_(None))
        .group_by(value.c.kpi_id)
        .subquery()
    )
    query = _of(Kpi, "id", "name", "kind", "method", "source", "question_id")
    return (
        query.add_columns(days.c.last, days.c.last_without_n)
        .outerjoin(days, days.c.kpi_id == kpi.c.id)
        .order_by(kpi.c.rank)
    )


@cache
def surveys() -> Select[Any]:
    """The surveys that have a wave, with how many of their waves have no day."""
    survey, wave = table_of(Survey), table_of(Wave)
    without_day = func.count(case((wave.c.starts_on.is_(None), 1))).label("waves_without_day")
    return (
        select(survey.c.id, survey.c.name, survey.c.source, survey.c.origin, without_day)
        .join(wave, wave.c.survey_id == survey.c.id)
        .where(survey.c.project_id == _PROJECT, wave.c.binned_at.is_(None))
        .group_by(survey.c.id, survey.c.name, survey.c.source, survey.c.origin)
        .order_by(survey.c.name)
    )


@cache
def findings() -> Select[Any]:
    """The findings, with the day on which whoever had handed one in was answered."""
    finding, voice = table_of(Finding), table_of(Voice)
    answered = select(func.max(voice.c.answered_on)).where(
        voice.c.finding_id == finding.c.id, voice.c.binned_at.is_(None)
    )
    query = _of(Finding, "id", "text", "kind", "touchpoint_id", "from_contact_staff")
    return query.add_columns(answered.scalar_subquery().label("answered_on")).order_by(finding.c.text)


@cache
def voices() -> Select[Any]:
    """What was handed in; an idea that is a finding by now is read as that, a warning keeps its author."""
    table, finding = table_of(Voice), table_of(Finding)
    names = ("id", "kind", "text", "touchpoint_id", "came_on", "answered_on", "finding_id")
    is_idea = and_(
        finding.c.id == table.c.finding_id, finding.c.kind == FindingKind.IDEA, finding.c.binned_at.is_(None)
    )
    return (
        _of(Voice, *names)
        .outerjoin(finding, is_idea)
        .where(finding.c.id.is_(None))
        .order_by(table.c.came_on, table.c.id)
    )


@cache
def departments() -> Select[Any]:
    """The departments that the people of the project belong to."""
    table = table_of(Person)
    return _of(Person, "department").where(table.c.department != "").distinct()
