"""Keeping what the columns of a survey file mean, for the next file with the same columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import select

from storage.access import Actor, Right
from storage.intents import Work, intent
from storage.revisions import MEASUREMENTS
from storage.store import Store
from touchpoints.model import ImportMapping


def columns_key(columns: Iterable[str]) -> str:
    """The mark of a set of column names: files with the same columns are read by the same mapping."""
    return hashlib.sha256("\0".join(sorted(columns)).encode()).hexdigest()


@intent("keep survey mapping", MEASUREMENTS)
def keep_mapping(work: Work, columns: Sequence[str], mapping: str) -> UUID:
    """Keep what the columns mean for the next file with the same columns."""
    key = columns_key(columns)
    query = select(ImportMapping).where(
        ImportMapping.project_id == work.project, ImportMapping.columns_key == key
    )
    kept = work.session.exec(query).first() or ImportMapping(
        project_id=work.project, columns_key=key, mapping=mapping, used_at=work.at
    )
    kept.mapping, kept.used_at = mapping, work.at
    work.session.add(kept)
    work.session.flush()
    return kept.id


def kept_mapping(store: Store, actor: Actor, project_id: UUID, columns: Iterable[str]) -> str | None:
    """The MAP.toml text that was last used for a file with these columns."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        query = select(ImportMapping.mapping).where(
            ImportMapping.project_id == project_id, ImportMapping.columns_key == columns_key(columns)
        )
        return session.exec(query).first()
