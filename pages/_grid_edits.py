"""What was typed into an editable grid since it was last asked: the grid itself tells every edit again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

_BEGUN_ANEW = "grid-begun-anew"


def new_edits(key: str) -> dict[int, dict[str, Any]]:
    """The cells that were edited since the last call, by row and column.

    An edit told a second time would overwrite what somebody else has entered there meanwhile.
    """
    told: Mapping[int, Mapping[str, Any]] = st.session_state.get(f"{key}-told", {})
    edited = {row: dict(cells) for row, cells in st.session_state[key]["edited_rows"].items()}
    st.session_state[f"{key}-told"] = edited
    fresh = {row: _changed(cells, told.get(row, {})) for row, cells in edited.items()}
    return {row: cells for row, cells in fresh.items() if cells}


def grid_key(name: str) -> str:
    """The key of a grid, until it begins anew."""
    return f"{name}-{st.session_state.get(f'{_BEGUN_ANEW}-{name}', 0)}"


def begin_anew(name: str) -> None:
    """Let a grid forget its edits, where one was taken back or not carried out."""
    counter = f"{_BEGUN_ANEW}-{name}"
    st.session_state[counter] = st.session_state.get(counter, 0) + 1


def _changed(cells: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in cells.items() if column not in told or told[column] != value}
