"""A walk along a guide: its links are followed to where each question is answered, and back again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE, Actor
from storage.store import Store
from tests.pages._screen import is_shown, open_page, press_in_dialog, run_dialog, texts
from touchpoints.guide import QUESTIONS, Step

ANSWERED = ":material/check_circle: answered"
_GUIDES = {
    Step.CURRENT_STATE: "guide",
    Step.TARGET_STRATEGY: "target_guide",
    Step.TODO_PLAN: "plan_guide",
    Step.MONITORING: "monitoring_guide",
}


class Walk:
    """Goes to and fro between the guide of a step and the pages that its links lead to."""

    def __init__(self, frame: AppTest, store: Store, project: UUID, step: Step) -> None:
        self.frame, self.store, self.project, self.step = frame, store, project, step
        frame.default_timeout = 60

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        """What every intent begins with."""
        return self.store, COMMAND_LINE, self.project

    def look(self) -> Mapping[str, str]:
        """What the guide says of each question of its step."""
        open_page(self.frame, _GUIDES[self.step], self.project)
        lines = texts(self.frame)
        return {
            one.id: next(line for line in lines if f"· {one.id} " in line) for one in QUESTIONS[self.step]
        }

    def open_ids(self) -> list[str]:
        """The questions that are still open."""
        return [id_ for id_, line in self.look().items() if ANSWERED not in line]

    def follow(self, id_: str) -> AppTest:
        """From the guide to where a question is answered; what is open is shown alone there."""
        self.look()
        ids = [one.id for one in QUESTIONS[self.step]]
        links = dict(zip(ids, [one.proto for one in self.frame.main.page_link][-len(ids) :], strict=True))
        query = dict(parse_qsl(links[id_].query_string))
        open_page(self.frame, links[id_].page, **query)
        assert is_shown(self.frame, f"The guide: **{id_} ") == (query.get("missing") == id_)
        return self.frame

    def choose_row(self, row: int) -> None:
        """Choose a row of the only table, which simulated pages draw but do not let be chosen."""
        [table] = self.frame.dataframe
        self._tell(table.proto.id, {"selection": {"rows": [row], "columns": [], "cells": []}})

    def type_into(self, cells: Mapping[int, Mapping[str, object]]) -> None:
        """Type into the only grid, which simulated pages draw but do not let be edited."""
        [grid] = self.frame.data_editor
        edited = {str(row): dict(values) for row, values in cells.items()}
        self._tell(grid.proto.id, {"edited_rows": edited, "added_rows": [], "deleted_rows": []})

    def _tell(self, widget: str, state: Mapping[str, object]) -> None:
        states = self.frame._tree.get_widget_states()
        states.widgets.append(WidgetState(id=widget, string_value=json.dumps(state)))
        self.frame._run(states)
        assert not self.frame.exception, self.frame.exception

    def field(self, label: str) -> Any:
        """The last field with this label: that of an open drawer is drawn after the page's."""
        frame = self.frame
        kinds = (frame.text_input, frame.text_area, frame.number_input, frame.selectbox)
        found = [one for kind in (*kinds, frame.date_input, frame.multiselect) for one in kind]
        return [one for one in found if one.label == label][-1]

    def part(self, key: str, part: object) -> None:
        """Go to a part of the open drawer."""
        self.frame.segmented_control(key).set_value(part)
        run_dialog(self.frame)

    def fill_in(self, within: str = "", **fields: object) -> None:
        """Fill fields of the open drawer in by their labels, and save."""
        for label, value in fields.items():
            self.field(label).set_value(value)
        press_in_dialog(self.frame, "Save", within)


Act = Callable[[Walk], None]


def answer_one_by_one(walk: Walk, acts: Mapping[str, Act]) -> None:
    """Each question is open until what a user does on the screen answers it."""
    assert list(acts) == [one.id for one in QUESTIONS[walk.step]]
    for id_, act in acts.items():
        assert id_ in walk.open_ids(), id_
        act(walk)
        assert id_ not in walk.open_ids(), id_
    assert walk.open_ids() == []
