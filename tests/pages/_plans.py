"""A plan of a small project for the tests of its screens, and what is stored of it."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.actions import ActionEntry, add_action, list_actions
from storage.store import Store


def add(store: Store, project: UUID, name: str, **values: Any) -> UUID:
    """An action by hand."""
    return add_action(store, COMMAND_LINE, project, {"name": name, **values})


def stored(store: Store, project: UUID) -> dict[str, ActionEntry]:
    """The actions of the plan by name."""
    return {entry.name: entry for entry in list_actions(store, COMMAND_LINE, project)}


def type_into(frame: AppTest, row: int, **cells: Any) -> AppTest:
    """Type into the grid, which simulated pages draw but do not let be edited."""
    states = typed(frame, row, **cells)
    frame._run(states)
    assert not frame.exception, frame.exception
    return frame


def typed(frame: AppTest, row: int, **cells: Any) -> Any:
    """The states of all widgets, with cells of the only grid edited."""
    [grid] = frame.data_editor
    state = json.dumps({"edited_rows": {str(row): cells}, "added_rows": [], "deleted_rows": []})
    states = frame._tree.get_widget_states()
    states.widgets.append(WidgetState(id=grid.proto.id, string_value=state))
    return states
