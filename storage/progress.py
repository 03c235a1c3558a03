"""How far projects are, read for all of them at once whatever their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from storage.access import Actor, Right
from storage.step_facts import as_facts, facts_of_touchpoints, kinds_of_findings
from storage.store import Store
from storage.tables import table_of
from storage.thing_facts import read_thing_facts
from touchpoints.model import Touchpoint
from touchpoints.project_facts import ProjectFacts, ThingFacts, TouchpointFacts


def facts_of_all(store: Store, actor: Actor) -> Mapping[UUID, ProjectFacts]:
    """What each project that the actor may see holds, touchpoints and things alike as one.

    A project without any is absent.
    """
    touchpoints: dict[UUID, list[TouchpointFacts]] = defaultdict(list)
    findings: dict[UUID, set[str]] = defaultdict(set)
    things: dict[UUID, list[ThingFacts]] = defaultdict(list)
    with store.reading(actor) as session:
        for row in session.connection().execute(_alike()):
            touchpoints[row.project_id].append(as_facts(row))
        for project_id, kind in session.connection().execute(_findings()):
            findings[project_id].add(kind)
        for project_id, facts in read_thing_facts(session):
            things[project_id].append(facts)
    return {
        id_: ProjectFacts(tuple(touchpoints[id_]), frozenset(findings[id_]), tuple(things[id_]))
        for id_ in {*touchpoints, *findings, *things}
        if actor.may(Right.READ, id_)
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
