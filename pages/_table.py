"""Rows as an Arrow table, which Streamlit passes on as it is; through pandas a table costs thrice as much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


def table_of(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """The rows, in columns as the first one names them; each column is of one type, or None."""
    import pyarrow as pa  # noqa: PLC0415 - only a table needs it

    return pa.Table.from_pylist(list(rows))
