"""Who changed what when: the history of a project, per entry, never filtered or counted per person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, CompoundSelect, bindparam, union_all
from sqlalchemy import select as columns_of
from sqlmodel import col, select

from storage.access import Actor
from storage.store import Store
from touchpoints.model import (
    Account,
    Action,
    ChangeKind,
    Comment,
    Encounter,
    Factor,
    Finding,
    Goal,
    Handover,
    HistoryEntry,
    Membership,
    Option,
    OwnerChange,
    Person,
    Phase,
    ProcessStep,
    Project,
    Review,
    ReviewDecision,
    ReviewTopic,
    Round,
    Segment,
    SegmentationValue,
    Touchpoint,
    TouchpointDecision,
    Wave,
    Workshop,
)


@dataclass(frozen=True)
class PastChange:
    """One line of the history; `who` is None where no account did it, or where that is forgotten."""

    at: datetime
    who: str | None
    kind: ChangeKind
    entity: str
    entity_id: UUID
    before: Mapping[str, Any]
    after: Mapping[str, Any]


# Values that are numbers by the id of a touchpoint.
_BY_TOUCHPOINT = ("points", "mentions")


def list_changes(store: Store, actor: Actor, project_id: UUID, limit: int = 200) -> tuple[PastChange, ...]:
    """The latest changes of a project, newest first."""
    return _changes(store, actor, project_id, limit)


def list_changes_of(
    store: Store, actor: Actor, project_id: UUID, entity_id: UUID, limit: int = 200
) -> tuple[PastChange, ...]:
    """The latest changes of one entry of a project, newest first."""
    return _changes(store, actor, project_id, limit, HistoryEntry.entity_id == entity_id)


def _changes(store: Store, actor: Actor, project_id: UUID, limit: int, *where: Any) -> tuple[PastChange, ...]:  # noqa: ANN401 - conditions
    query = (
        select(HistoryEntry, Account.name)
        .outerjoin(Account, col(Account.id) == HistoryEntry.account_id)
        .where(HistoryEntry.project_id == project_id, *where)
        .order_by(col(HistoryEntry.at).desc(), col(HistoryEntry.position).desc())
        .limit(limit)
    )
    with store.reading(actor, project_id) as session:
        return tuple(
            PastChange(
                entry.at,
                who,
                entry.kind,
                entry.entity,
                entry.entity_id,
                entry.before or {},
                entry.after or {},
            )
            for entry, who in session.exec(query)
        )


def names_of(
    store: Store, actor: Actor, project_id: UUID, changes: Sequence[PastChange]
) -> Mapping[str, str]:
    """What the changed rows, and the rows that their values point at, are called now, by id.

    A change of something else than the name does not repeat the name. Rows without a name are absent.
    """
    with store.reading(actor, project_id) as session:
        wanted = {change.entity_id for change in changes} | set(_ids(changes))
        found = session.connection().execute(_names(), {"project": project_id, "wanted": list(wanted)})
        return {str(id_): name for id_, name in found}


def _ids(changes: Iterable[PastChange]) -> Iterable[UUID]:
    for change in changes:
        for values in (change.before, change.after):
            yield from (UUID(value) for field, value in values.items() if field.endswith("_id") and value)
            yield from (UUID(id_) for field in _BY_TOUCHPOINT for id_ in values.get(field, {}))


# Kinds of rows with a name, and the field that holds it.
_NAMED: tuple[tuple[Any, str], ...] = (
    *((Phase, "name"), (Touchpoint, "name"), (Wave, "label"), (Segment, "name"), (Person, "name")),
    *((Encounter, "occasion"), (ProcessStep, "text"), (Factor, "text"), (Finding, "text")),
    *((Handover, "department"), (Action, "name"), (Goal, "name"), (Option, "name"), (Comment, "text")),
    *((Round, "name"), (Review, "name"), (ReviewTopic, "text"), (ReviewDecision, "text")),
    *((Workshop, "name"), (SegmentationValue, "label")),
)
# What has no name is told by that of its touchpoint or action; a role by the account that has it, or had it.
_NAMED_BY: tuple[tuple[Any, Any, str], ...] = (
    (TouchpointDecision, Touchpoint, "touchpoint_id"),
    (OwnerChange, Action, "action_id"),
    (Membership, Account, "account_id"),
)


# Putting the statement together costs more than running it, so it is kept.
@cache
def _names() -> CompoundSelect[UUID, str]:
    wanted: BindParameter[Any] = bindparam("wanted", expanding=True)
    asked: BindParameter[Any] = bindparam("project")
    named_by = (
        columns_of(one.id, by.name)
        .join(by, by.id == getattr(one, field))
        .where(one.id.in_(wanted), one.project_id == asked)
        for one, by, field in _NAMED_BY
    )
    named = (
        columns_of(one.id, getattr(one, field)).where(one.id.in_(wanted), one.project_id == asked)
        for one, field in _NAMED
    )
    return union_all(
        columns_of(col(Project.id), col(Project.name)).where(
            col(Project.id).in_(wanted), col(Project.id) == asked
        ),
        columns_of(col(Account.id), col(Account.name)).where(col(Account.id).in_(wanted)),
        *named_by,
        *named,
    )
