"""What all entities share: an own registry, cleaned input, ids, versions, and the bin."""

import unicodedata
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID, uuid4

from pydantic import ConfigDict, field_validator
from sqlalchemy import MetaData
from sqlalchemy.orm import declared_attr, registry
from sqlmodel import Field, SQLModel

from touchpoints.model.types import Instant

_NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
# An own registry, so that Streamlit's live reload does not meet "table is already defined".
ENTITIES = registry(metadata=MetaData(naming_convention=_NAMES))
_BIDI = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def clean_text(text: str) -> str:
    """Text as every database, spreadsheet and screen takes it: NFC, no control and no bidi characters."""
    shown = text.translate(_BIDI)
    kept = (c for c in shown if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    # Composed last: what was taken out may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", "".join(kept)).strip()


class Input(SQLModel):
    """Validated values a user gave; a table class is built on each such class."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, hide_input_in_errors=True)  # type: ignore[assignment] # SQLModel keeps its own type private

    @field_validator("*", mode="before")
    @classmethod
    def _clean(cls, value: Any) -> Any:  # noqa: ANN401 - any field
        return clean_text(value) if isinstance(value, str) else value


class PlainRow(SQLModel, registry=ENTITIES):
    """A row without id and version of its own: counts and marks that are only ever replaced."""


class Row(PlainRow):
    """A row with an id that tells nothing and a version that makes a lost update impossible."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    version: int | None = Field(default=None, nullable=False)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined] # set by SQLAlchemy


class ProjectRow(Row):
    """A row that belongs to one project and goes with it."""

    project_id: UUID = Field(foreign_key="project.id", ondelete="CASCADE", index=True)


class BinnableRow(ProjectRow):
    """A row that can be thrown into the bin, where it stays for 30 days."""

    bin_days: ClassVar[int] = 30
    binned_at: datetime | None = Field(default=None, sa_type=Instant)
