"""What a reader of survey files may be told, and the sizes beyond which it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 200 * MEGABYTE
MAX_ROWS = 2_000_000
MAX_COLUMNS = 2_000
MAX_NAME_LENGTH = 1_000
# A spreadsheet holds no longer text in a cell.
MAX_CELL_LENGTH = 32_767
MAX_ROW_BYTES = 4 * MEGABYTE


@dataclass(frozen=True)
class ReadOptions:
    """What need not be guessed about a file; `rows` stops after so many rows."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    rows: int | None = None

    @classmethod
    def of(cls, hints: Mapping[str, object], rows: int | None = None) -> ReadOptions:
        """The options among other keys, as MAP.toml has them; a key without a text counts as left out."""
        encoding, delimiter, sheet = (
            str(hints[key]) if hints.get(key) else None for key in ("encoding", "delimiter", "sheet")
        )
        return cls(encoding, delimiter, sheet, rows)
