"""A plan of a small project for the tests of its screens, and what is stored of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.actions import ActionEntry, add_action, list_actions
from storage.store import Store

DAY = date(2026, 3, 2)


def add(store: Store, project: UUID, name: str, **values: Any) -> UUID:
    """An action by hand."""
    return add_action(store, COMMAND_LINE, project, {"name": name, **values})


def stored(store: Store, project: UUID) -> dict[str, ActionEntry]:
    """The actions of the plan by name."""
    return {entry.name: entry for entry in list_actions(store, COMMAND_LINE, project)}


def type_into(
    frame: AppTest, row: int, typed_before: Mapping[str, Mapping[str, Any]] | None = None, **cells: Any
) -> AppTest:
    """Type into the grid, which simulated pages draw but let nobody edit; it tells earlier edits again."""
    frame._run(typed(frame, row, typed_before, **cells))
    assert not frame.exception, frame.exception
    return frame


def typed(
    frame: AppTest, row: int, typed_before: Mapping[str, Mapping[str, Any]] | None = None, **cells: Any
) -> Any:
    """The states of all widgets, with cells of the only grid edited."""
    [grid] = frame.data_editor
    edited = {**(typed_before or {}), str(row): cells}
    state = json.dumps({"edited_rows": edited, "added_rows": [], "deleted_rows": []})
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=grid.proto.id, string_value=state))
    return states
