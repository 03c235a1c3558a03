"""The list at the beginning of a file: who made it when, and of each table its columns, rows and checksum."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from storage.database.migrate import known_schemas
from storage.project_file.errors import DataFileDamaged, DataFileTooNew, WrongKindOfFile

FORMAT = 1
MANIFEST = "manifest.json"
Kind = Literal["touchpoints project", "touchpoints installation"]
PROJECT: Final = "touchpoints project"
INSTALLATION: Final = "touchpoints installation"
SUFFIXES: dict[Kind, str] = {PROJECT: ".touchpoints", INSTALLATION: ".touchpoints-backup"}


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TableEntry(_Entry):
    """One table: its name, its columns in the order of each line, and what must come out of it."""

    name: str = Field(max_length=80)
    columns: tuple[str, ...] = Field(max_length=200)
    rows: int = Field(ge=0)
    sha256: str = Field(max_length=64)


class ProjectEntry(_Entry):
    """Which project the file is about."""

    id: UUID
    name: str = Field(min_length=1, max_length=120)
    language: str = Field(max_length=10)


class LinkToReissue(_Entry):
    """Somebody, or something, that had a way in which does not move along; `role` where there is one."""

    kind: Literal["member", "group", "voices", "feedback"]
    name: str = Field(default="", max_length=200)
    role: str | None = Field(default=None, max_length=40)


class Manifest(_Entry):
    """What a file says of itself."""

    format: Kind
    format_version: int
    schema_number: str = Field(max_length=10)
    product: str = Field(max_length=40)
    made_at: datetime
    project: ProjectEntry | None = None
    links: tuple[LinkToReissue, ...] = Field(default=(), max_length=10_000)
    tables: tuple[TableEntry, ...] = Field(max_length=200)

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(table.rows for table in self.tables)

    def as_bytes(self) -> bytes:
        """As it stands in the file, to be read by people, too."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_bytes(cls, content: bytes, kind: Kind) -> Self:
        """Raises WrongKindOfFile, DataFileTooNew, DataFileDamaged."""
        try:
            said = json.loads(content)
        except (ValueError, RecursionError):
            raise WrongKindOfFile(suffix=SUFFIXES[kind]) from None
        # Looked at first, since a newer version may say all else in another way.
        _check_maker(said if isinstance(said, dict) else {}, kind)
        try:
            return cls.model_validate(said)
        except ValidationError:
            raise DataFileDamaged(place=MANIFEST) from None


def _check_maker(said: Mapping[str, Any], kind: Kind) -> None:
    if said.get("format") != kind:
        raise WrongKindOfFile(suffix=SUFFIXES[kind])
    known, schema, version = known_schemas(), said.get("schema_number"), said.get("format_version")
    if not isinstance(schema, str) or not isinstance(version, int):
        raise DataFileDamaged(place=MANIFEST)
    if version > FORMAT or schema > known[-1]:
        product = str(said.get("product"))[:40]
        raise DataFileTooNew(product=product, found=schema[:10], known=known[-1])
