"""What the storage keeps about itself: history, revisions, intents already carried out."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field

from touchpoints.model.base import PlainRow, Row
from touchpoints.model.types import Instant, word_of


class ChangeKind(StrEnum):
    """What happened to a row."""

    ADDED = "added"
    CHANGED = "changed"
    BINNED = "binned"
    RESTORED = "restored"
    ERASED = "erased"
    IMPORTED = "imported"


class HistoryEntry(Row, table=True):
    """Who changed what when, with the values before and after."""

    __tablename__ = "history_entry"

    project_id: UUID | None = Field(default=None, foreign_key="project.id", ondelete="CASCADE", index=True)
    at: datetime = Field(sa_type=Instant)
    # All entries of one intent have the same moment; this is their order.
    position: int = 0
    account_id: UUID | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL")
    intent: str = Field(max_length=80)
    kind: ChangeKind = Field(sa_type=word_of(ChangeKind))
    entity: str = Field(max_length=60)
    entity_id: UUID = Field(index=True)
    before: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    after: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class Revision(PlainRow, table=True):
    """A number per project and scope that rises with every change there."""

    project_id: UUID = Field(foreign_key="project.id", ondelete="CASCADE", primary_key=True)
    scope: str = Field(max_length=80, primary_key=True)
    number: int


class IntentRecord(PlainRow, table=True):
    """An intent that was carried out, so that the same one sent twice is stored once."""

    __tablename__ = "intent_record"

    id: UUID = Field(primary_key=True)
    name: str = Field(max_length=80)
    at: datetime = Field(sa_type=Instant)
    result: str | None = Field(default=None, max_length=200)
