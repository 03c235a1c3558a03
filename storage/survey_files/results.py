"""What the parent learns about a file: plain values that pass through JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from touchpoints.survey.profile import ColumnProfile


@dataclass(frozen=True)
class FileTraits:
    """How a file is written: what was found out, or taken from the options.

    `encoding` and `delimiter` are None for workbooks, `sheet` is None and `sheets` empty for texts; `decimal`
    is the mark that its numbers use, None where there are no fractions or both marks are used.
    """

    format: str
    encoding: str | None
    delimiter: str | None
    decimal: str | None
    sheets: tuple[str, ...]
    sheet: str | None

    @classmethod
    def from_dict(cls, packed: Mapping[str, Any]) -> FileTraits:
        """The traits as the child tells them."""
        return cls(**{**packed, "sheets": tuple(packed["sheets"])})


@dataclass(frozen=True)
class FileDescription:
    """A file, how many rows of answers it has, and what stands in each of its columns."""

    traits: FileTraits
    rows: int
    first_row: int
    profiles: tuple[ColumnProfile, ...]


@dataclass(frozen=True)
class FilePreview:
    """The first rows of a file as texts; `first_row` is the number that a person sees beside the first."""

    traits: FileTraits
    first_row: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
