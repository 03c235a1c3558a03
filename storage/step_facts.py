"""What step 1 has so far, touchpoint by touchpoint, read in two queries whatever the size of the project."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, Table, cast, literal, select, union_all
from sqlmodel import Session, SQLModel

from storage.access import Actor
from storage.rounds import current_round
from storage.store import Store
from touchpoints.guide import ProjectFacts, TouchpointFacts
from touchpoints.model import (
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
)

# Touchpoint (None: the whole journey) -> kind of row -> details such as a factor's level.
_Found = dict[UUID | None, dict[str, set[str]]]


def read_project_facts(store: Store, actor: Actor, project_id: UUID) -> ProjectFacts:
    """The facts that the guide counts from."""
    touchpoints, phases = _table(Touchpoint), _table(Phase)
    places = (
        select(touchpoints.c.id, touchpoints.c.depth, phases.c.is_before_contact)
        .join(phases, phases.c.id == touchpoints.c.phase_id)
        .where(touchpoints.c.project_id == project_id, touchpoints.c.binned_at.is_(None))
        .order_by(phases.c.rank, touchpoints.c.rank)
    )
    with store.reading(actor, project_id) as session:
        found = _found(session, project_id)
        return ProjectFacts(
            touchpoints=tuple(
                _facts(id_, depth, found[id_], is_before_contact=is_before)
                for id_, depth, is_before in session.connection().execute(places)
            ),
            notes=frozenset(found[None]["finding"]),
        )


def _facts(id_: UUID, depth: str, found: dict[str, set[str]], *, is_before_contact: bool) -> TouchpointFacts:
    return TouchpointFacts(
        id=str(id_),
        depth=depth,
        is_before_contact=is_before_contact,
        has_encounter="encounter" in found,
        has_steps="step" in found,
        has_handovers="handover" in found,
        team_rated=frozenset(found.get("team", ())),
        has_importance="importance" in found,
        is_measured="measured" in found,
        factor_levels=frozenset(found.get("factor", ())),
        notes=frozenset(found.get("finding", ())),
    )


def _found(session: Session, project_id: UUID) -> _Found:
    round_id = current_round(session, project_id).id
    team, importance, questions = _table(TeamAnswer), _table(Importance), _table(Question)
    finding, factor = _table(Finding), _table(Factor)
    queries = [
        _rows("encounter", _table(Encounter), project_id),
        _rows("step", _table(ProcessStep), project_id),
        _rows("handover", _table(Handover), project_id),
        _rows("factor", factor, project_id, factor.c.level),
        _rows("finding", finding, project_id, finding.c.kind),
        _rows("measured", questions, project_id),
        _rows("team", team, project_id, team.c.aspect).where(team.c.round_id == round_id),
        _rows("importance", importance, project_id).where(
            importance.c.round_id == round_id,
            importance.c.team_points.is_not(None) | importance.c.customer_mentions.is_not(None),
        ),
    ]
    found: _Found = defaultdict(lambda: defaultdict(set))
    for kind, touchpoint, detail in session.connection().execute(union_all(*queries)):
        found[touchpoint][kind].add(detail)
    return found


def _rows(
    kind: str, table: Table, project_id: UUID, detail: ColumnElement[str] | None = None
) -> Select[str, UUID, str]:
    told = literal("") if detail is None else cast(detail, String)
    query = select(literal(kind), table.c.touchpoint_id, told).where(table.c.project_id == project_id)
    # A finding without a kind is a comment that nobody has sorted yet.
    known = query if detail is None else query.where(detail.is_not(None))
    return (known.where(table.c.binned_at.is_(None)) if "binned_at" in table.c else known).distinct()


def _table(entity: type[SQLModel]) -> Table:
    table: Table = entity.__table__  # type: ignore[attr-defined] # set by SQLAlchemy
    return table
