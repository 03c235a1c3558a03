"""The matrix of encounters is painted, typed into and pasted into, in any period, and undone."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.encounters import EncounterMatrix, Stroke, paint, read_matrix
from storage.segments import add_segment, list_segments
from storage.store import Store
from tests._hostile_texts import HOSTILE, as_kept
from tests.pages._board_hand import act
from tests.pages._screen import buttons, is_shown, open_page, press, press_in_dialog
from tests.pages.conftest import OpenFrame
from touchpoints.model import Depth, Period

MATRIX = "encounter-matrix"


class Painter:
    """Somebody before the matrix of a bakery: counter and oven by families and companies."""

    def __init__(self, frame: AppTest, store: Store, project: UUID) -> None:
        self.frame, self.store, self.project = frame, store, project
        new = [NewTouchpoint("Counter"), NewTouchpoint("Oven"), NewTouchpoint("Van")]
        add_touchpoints(store, COMMAND_LINE, project, new)
        self.rows = [one.id for one in new[:2]]
        set_depth(store, COMMAND_LINE, project, self.rows, Depth.SHORTLIST)
        self.columns = [add_segment(store, COMMAND_LINE, project, name) for name in ("Families", "Companies")]

    def look(self, **query: Any) -> None:
        open_page(self.frame, "encounters", self.project, **query)

    def do(self, kind: str, *places: tuple[int, int], **told: Any) -> None:
        cells = [[str(self.rows[row]), str(self.columns[column])] for row, column in places]
        act(self.frame, MATRIX, kind, cells=cells, **told)

    @property
    def matrix(self) -> EncounterMatrix:
        return read_matrix(self.store, COMMAND_LINE, self.project)

    def stored(self, row: int, column: int) -> list[tuple[str, float | None, str]]:
        meetings = self.matrix.cells.get((self.columns[column], self.rows[row]), ())
        return [
            (one.occasion, None if one.frequency is None else float(one.frequency), one.period.value)
            for one in meetings
        ]


@pytest.fixture
def painter(facilitator: str, open_frame: OpenFrame, store: Store, hotel: UUID) -> Painter:
    assert facilitator
    frame = open_frame()
    frame.default_timeout = 60
    made = Painter(frame, store, hotel)
    made.look()
    return made


def shown(frame: AppTest) -> list[list[str]]:
    """What the cells show, row by row."""
    [grid] = [one for one in frame.get("bidi_component") if one.proto.component_name == "matrix"]
    return [[cell[0] for cell in row] for row in json.loads(grid.proto.json)[0]["cells"]]


def test_many_cells_are_painted_with_one_choice_and_undone_at_once(painter: Painter) -> None:
    painter.frame.number_input("often").set_value(24.0)
    painter.frame.text_input("occasion").set_value("Bread")
    painter.do("painted", (0, 0), (1, 0), (1, 1))
    assert shown(painter.frame) == [["24", ""], ["24", "24"]]
    assert painter.stored(1, 1) == [("Bread", 24, "year")]
    assert is_shown(painter.frame, "3 cells were changed.")
    press(painter.frame, "Undo")
    assert shown(painter.frame) == [["", ""], ["", ""]]


def test_without_a_number_a_cell_says_that_they_meet(painter: Painter) -> None:
    painter.do("painted", (0, 1))
    assert shown(painter.frame) == [["", "✓"], ["", ""]]
    painter.do("emptied", (0, 1))
    assert shown(painter.frame) == [["", ""], ["", ""]]
    press(painter.frame, "Undo")
    assert shown(painter.frame) == [["", "✓"], ["", ""]]


def test_roles_are_painted_too_and_read_with_the_cell(painter: Painter) -> None:
    painter.frame.number_input("often").set_value(24.0)
    painter.frame.text_input("roles").set_value(" Sales, counter ")
    painter.do("painted", (0, 0), (1, 1))
    [grid] = [one for one in painter.frame.get("bidi_component") if one.proto.component_name == "matrix"]
    told = json.loads(grid.proto.json)[0]
    assert told["cells"][0][0] == ["24", "", "24 a year · with Sales, counter", "Sales, counter"]
    assert told["brush"]["detail"] == "Sales, counter"


def test_a_bare_tick_is_said_to_leave_the_question_open(painter: Painter) -> None:
    painter.do("painted", (0, 1))
    assert is_shown(painter.frame, "1 cell says only that they meet")
    painter.frame.text_input("occasion").set_value("Bread")
    painter.do("painted", (0, 1))
    assert not is_shown(painter.frame, "only that they meet")


@pytest.mark.parametrize(
    ("period", "as_shown"),
    [("day", "0.066"), ("week", "0.46"), ("month", "2"), ("year", "24"), ("hour", "24")],
)
def test_the_switch_converts_what_is_shown_and_stands_in_the_address(
    painter: Painter, period: str, as_shown: str
) -> None:
    painter.do("typed", (0, 0), text="24")
    painter.look(period=period)
    assert shown(painter.frame)[0][0] == as_shown
    assert painter.stored(0, 0) == [("", 24, "year")]


def test_a_number_is_told_in_the_period_that_is_shown(painter: Painter) -> None:
    painter.look(period="month")
    painter.do("typed", (0, 0), text="2")
    assert painter.stored(0, 0) == [("", 2, "month")]
    painter.do("typed", (0, 0), text="0")
    assert painter.stored(0, 0) == []


def test_what_is_no_number_is_said_and_changes_nothing(painter: Painter) -> None:
    painter.do("typed", (0, 0), text="**often**")
    assert is_shown(painter.frame, "“**often**” is no number.")
    assert painter.stored(0, 0) == []


def test_a_block_is_pasted_from_the_cell_on_where_one_stands(painter: Painter) -> None:
    painter.do("pasted", (0, 1), text="12\nx")
    assert shown(painter.frame) == [["", "12"], ["", "✓"]]
    press(painter.frame, "Undo")
    assert shown(painter.frame) == [["", ""], ["", ""]]


def test_a_block_with_names_is_seen_before_it_is_stored(painter: Painter) -> None:
    press(painter.frame, "Paste cells")
    painter.frame.text_area("pasted-cells").set_value("\tCompanies\tFamilies\nOven\t5\t7")
    press_in_dialog(painter.frame, "Look at it before it is stored")
    assert is_shown(painter.frame, "2 cells can be read.")
    assert painter.stored(1, 0) == []
    press_in_dialog(painter.frame, "Enter them")
    painter.look()
    assert shown(painter.frame) == [["", ""], ["7", "5"]]


def test_a_block_with_a_fault_is_not_half_stored(painter: Painter) -> None:
    painter.do("pasted", (0, 0), text="1\toften\n3\t4")
    assert is_shown(painter.frame, "Nothing was stored:")
    assert shown(painter.frame) == [["", ""], ["", ""]]


def test_cells_with_several_occasions_add_up_and_are_not_overwritten(painter: Painter) -> None:
    pair = (painter.columns[0], painter.rows[0])
    for occasion in ("Bread", "Cake"):
        paint(painter.store, COMMAND_LINE, painter.project, {pair: Stroke(6, Period.YEAR, occasion)})
    painter.look()
    assert shown(painter.frame)[0][0] == "12"
    painter.do("typed", (0, 0), text="3")
    assert is_shown(painter.frame, "has several occasions and was left as it is")
    assert len(painter.stored(0, 0)) == 2


def test_a_segment_is_added_here_and_taken_back(painter: Painter) -> None:
    painter.frame.text_input("new-segment").set_value(" Schools ")
    press(painter.frame, "Add")
    names = [one.name for one in list_segments(painter.store, COMMAND_LINE, painter.project)]
    assert names == ["Families", "Companies", "Schools"]
    press(painter.frame, "Undo")
    assert len(list_segments(painter.store, COMMAND_LINE, painter.project)) == 2


def test_without_a_shortlist_and_without_segments_the_next_step_is_said(
    facilitator: str, open_frame: OpenFrame, store: Store, hotel: UUID
) -> None:
    assert facilitator
    frame = open_page(open_frame(), "encounters", hotel)
    assert "Choose the shortlist" in buttons(frame)
    counter = NewTouchpoint("Counter")
    add_touchpoints(store, COMMAND_LINE, hotel, [counter])
    set_depth(store, COMMAND_LINE, hotel, [counter.id], Depth.KEY)
    open_page(frame, "encounters", hotel)
    frame.text_input("new-segment").set_value("Guests")
    press(frame, "Add")
    assert shown(frame) == [[""]]


def test_what_our_script_does_not_send_is_no_act(painter: Painter) -> None:
    for wrong in ({"cells": []}, {"cells": "all"}, {"cells": [["a"]]}, {"cells": [[1, 2]]}):
        act(painter.frame, MATRIX, "painted", **wrong)
    act(painter.frame, MATRIX, "erased", cells=[["a", "b"]])
    assert painter.matrix.cells == {}


def test_hostile_names_and_occasions_are_kept_letter_by_letter(painter: Painter) -> None:
    for text in HOSTILE:
        painter.frame.text_input("occasion").set_value(text)
        painter.do("painted", (0, 0))
    occasions = {occasion for occasion, *_ in painter.stored(0, 0)}
    assert {as_kept(text) for text in HOSTILE} == occasions


def test_a_segment_gets_another_name_and_can_be_thrown_away_with_undo(painter: Painter) -> None:
    press(painter.frame, "Change segments")
    press_in_dialog(painter.frame, "Change Families")
    [name] = [one for one in painter.frame.text_input if one.value == "Families"]
    name.set_value("companies")
    press_in_dialog(painter.frame, "Save", "form-")
    assert is_shown(painter.frame, "There is a customer segment “companies” already.")
    [name] = [one for one in painter.frame.text_input if one.value == "companies"]
    name.set_value("Parents")
    press_in_dialog(painter.frame, "Save", "form-")
    assert segments_of(painter) == ["Parents", "Companies"]
    press_in_dialog(painter.frame, "Change Parents")
    press_in_dialog(painter.frame, "Move to bin", "bin-")
    assert segments_of(painter) == ["Companies"]
    press_in_dialog(painter.frame, "Undo", "segments")
    assert segments_of(painter) == ["Parents", "Companies"]


def segments_of(painter: Painter) -> list[str]:
    return [one.name for one in list_segments(painter.store, COMMAND_LINE, painter.project)]
