"""What disappoints at the touchpoints of a project, counted at once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from storage.access import Actor
from storage.store import Store
from touchpoints.model import Factor, Level


def count_disappointments(store: Store, actor: Actor, project_id: UUID) -> Mapping[UUID, int]:
    """How many factors disappoint now, by touchpoint; touchpoints without any are absent."""
    with store.reading(actor, project_id) as session:
        return dict(tuple(row) for row in session.execute(_counts(), {"project": project_id}))


@cache
def _counts() -> Any:  # noqa: ANN401 - a select of two columns
    return (
        select(Factor.touchpoint_id, func.count())
        .where(
            Factor.project_id == bindparam("project"),
            Factor.level == Level.DISAPPOINTING,
            col(Factor.is_planned).is_(False),
            col(Factor.binned_at).is_(None),
        )
        .group_by(col(Factor.touchpoint_id))
    )
