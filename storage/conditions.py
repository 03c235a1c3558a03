"""The conditions at a touchpoint: people, data and tools, as far as somebody was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor
from storage.checking import checked
from storage.intents import VersionConflict, Work, intent
from storage.store import Store
from touchpoints.conditions import CONDITIONS, Conditions
from touchpoints.model import Answer, Touchpoint, TouchpointConditionsInput
from touchpoints.model.coach import TouchpointConditions


@dataclass(frozen=True)
class ConditionsEntry:
    """What was said of one touchpoint; version 0 where nothing was."""

    version: int = 0
    said: Conditions = field(default_factory=Conditions)


def read_conditions(store: Store, actor: Actor, project_id: UUID, touchpoint_id: UUID) -> ConditionsEntry:
    """The conditions at a touchpoint."""
    with store.reading(actor, project_id) as session:
        row = session.execute(_of_one(), {"project": project_id, "touchpoint": touchpoint_id}).first()
        return ConditionsEntry() if row is None else ConditionsEntry(row[0], Conditions(*row[1:]))


@intent("change conditions")
def change_conditions(
    work: Work, touchpoint_id: UUID, shown_version: int, changes: Mapping[str, Any]
) -> None:
    """Save what was said of the conditions, version 0 where nothing stood there.

    In a role of fewer than five people the turnover would tell of one of them, so it is forgotten there.

    Raises:
        UnusableInput, VersionConflict.
    """
    work.find(Touchpoint, touchpoint_id)
    row = work.session.exec(
        select(TouchpointConditions).where(TouchpointConditions.touchpoint_id == touchpoint_id)
    ).first()
    saved = _without_small_roles(row, changes)
    stored = row.model_dump(include=set(TouchpointConditionsInput.model_fields)) if row else {}
    given = checked(TouchpointConditionsInput, stored | saved | {"touchpoint_id": touchpoint_id})
    if row is not None:
        work.save(TouchpointConditions, row.id, shown_version, given.model_dump(include=set(saved)))
    elif shown_version:
        raise VersionConflict(dict.fromkeys(changes), dict(changes), 0)
    else:
        work.add(TouchpointConditions(**given.model_dump(), project_id=work.project))


def _without_small_roles(row: TouchpointConditions | None, changes: Mapping[str, Any]) -> dict[str, Any]:
    size = changes.get("is_role_of_five", row and row.is_role_of_five)
    return dict(changes) if size == Answer.YES else {**changes, "turnover": None}


@cache
def _of_one() -> Any:  # noqa: ANN401 - a select of many columns
    columns = (col(getattr(TouchpointConditions, name)) for name in ("version", *CONDITIONS))
    return select(*columns).where(
        TouchpointConditions.project_id == bindparam("project"),
        TouchpointConditions.touchpoint_id == bindparam("touchpoint"),
    )
