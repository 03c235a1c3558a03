"""How far projects are, read as counts in one query for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, Select, exists, func, literal, or_, select, union_all

from storage.access import Actor
from storage.store import Store
from storage.tables import table_of
from touchpoints.current_state import CurrentStateFacts
from touchpoints.model import (
    AnswerCount,
    AnswerMean,
    Depth,
    Encounter,
    Factor,
    Finding,
    FindingKind,
    Phase,
    ProcessStep,
    Question,
    Touchpoint,
    Wave,
)

Counted = Select[str, UUID, int]


def current_state_facts(store: Store, actor: Actor) -> Mapping[UUID, CurrentStateFacts]:
    """What step 1 of each project holds; a project without any row is absent."""
    counts: dict[UUID, dict[str, int]] = defaultdict(dict)
    with store.reading(actor) as session:
        for kind, project_id, number in session.connection().execute(_query()):
            counts[project_id][kind] = number
    return {project_id: CurrentStateFacts(found) for project_id, found in counts.items()}


# Putting twelve counts together costs more than running them, so the statement is kept.
@cache
def _query() -> CompoundSelect[str, UUID, int]:
    return union_all(*_queries())


def _queries() -> list[Counted]:
    touchpoints = table_of(Touchpoint)
    phases = table_of(Phase)
    steps = table_of(ProcessStep)
    questions = table_of(Question)
    findings = table_of(Finding)
    is_there = touchpoints.c.binned_at.is_(None)
    before_contact = (
        _count("before_contact", touchpoints.c.project_id, is_there)
        .join(phases, phases.c.id == touchpoints.c.phase_id)
        .where(phases.c.is_before_contact)
    )
    measured = _count(
        "measured",
        questions.c.project_id,
        is_there & _is_answered(questions.c.id),
        func.count(questions.c.touchpoint_id.distinct()),
    ).join(touchpoints, touchpoints.c.id == questions.c.touchpoint_id)
    departments = _count(
        "department",
        steps.c.project_id,
        (steps.c.department != "") & steps.c.binned_at.is_(None) & ~_is_in_bin(steps.c.touchpoint_id),
        func.count(steps.c.department.distinct()),
    )
    parts = [("encounter", Encounter), ("process_step", ProcessStep), ("factor", Factor)]
    return [
        _count("touchpoint", touchpoints.c.project_id, is_there),
        *(_count_parts(kind, entity) for kind, entity in parts),
        *(_count_parts(kind.value, Finding, findings.c.kind == kind) for kind in FindingKind),
        _count("key", touchpoints.c.project_id, is_there & (touchpoints.c.depth == Depth.KEY)),
        before_contact,
        measured,
        departments,
    ]


def _count_parts(kind: str, entity: type, *conditions: ColumnElement[bool]) -> Counted:
    """What belongs to touchpoints; it does not count while its touchpoint lies in the bin."""
    table = table_of(entity)
    is_there = table.c.binned_at.is_(None) & ~_is_in_bin(table.c.touchpoint_id)
    return _count(kind, table.c.project_id, is_there).where(*conditions)


def _is_in_bin(touchpoint_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    touchpoints = table_of(Touchpoint)
    return exists().where(touchpoints.c.id == touchpoint_id, touchpoints.c.binned_at.is_not(None))


def _is_answered(question_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    """Whether a wave that does not lie in the bin holds an answer to the question."""
    waves = table_of(Wave)
    counts = table_of(AnswerCount)
    means = table_of(AnswerMean)
    return or_(
        *(
            exists().where(
                table.c.question_id == question_id, waves.c.id == table.c.wave_id, waves.c.binned_at.is_(None)
            )
            for table in (counts, means)
        )
    )


def _count(
    kind: str,
    project: ColumnElement[UUID],
    condition: ColumnElement[bool],
    number: ColumnElement[int] | None = None,
) -> Counted:
    counted = func.count() if number is None else number
    return select(literal(kind), project, counted).where(condition).group_by(project)
