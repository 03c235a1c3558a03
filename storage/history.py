"""Who changed what when: the history of a project, per entry, never filtered or counted per person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.access import Actor
from storage.store import Store
from touchpoints.model import Account, ChangeKind, HistoryEntry


@dataclass(frozen=True)
class PastChange:
    """One line of the history; `who` is None where no account did it, as with the command line."""

    at: datetime
    who: str | None
    kind: ChangeKind
    entity: str
    entity_id: UUID
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def list_changes(store: Store, actor: Actor, project_id: UUID, limit: int = 200) -> tuple[PastChange, ...]:
    """The latest changes of a project, newest first."""
    query = (
        select(HistoryEntry, Account.name)
        .outerjoin(Account, col(Account.id) == HistoryEntry.account_id)
        .where(HistoryEntry.project_id == project_id)
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
