"""How far projects are, read for all of them at once whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from storage.access import Actor
from storage.step_facts import as_facts, facts_of_touchpoints, kinds_of_findings
from storage.store import Store
from storage.tables import table_of
from touchpoints.current_state import ProjectFacts, TouchpointFacts
from touchpoints.model import Touchpoint


def current_state_facts(store: Store, actor: Actor) -> Mapping[UUID, ProjectFacts]:
    """What step 1 of each project holds, touchpoints alike as one; a project without any is absent."""
    touchpoints: dict[UUID, list[TouchpointFacts]] = defaultdict(list)
    findings: dict[UUID, set[str]] = defaultdict(set)
    with store.reading(actor) as session:
        for row in session.connection().execute(_alike()):
            touchpoints[row.project_id].append(as_facts(row))
        for project_id, kind in session.connection().execute(_findings()):
            findings[project_id].add(kind)
    return {
        project_id: ProjectFacts(tuple(touchpoints[project_id]), frozenset(findings[project_id]))
        for project_id in {*touchpoints, *findings}
    }


# Putting the statements together costs more than running them, so they are kept.
@cache
def _alike() -> Select[Any]:
    """The touchpoints of which the same is known, as one row with their number."""
    facts = facts_of_touchpoints(table_of(Touchpoint).c.project_id).subquery()
    return select(*facts.c, func.count().label("number")).group_by(*facts.c)


@cache
def _findings() -> Select[Any]:
    return kinds_of_findings()
