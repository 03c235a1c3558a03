"""A block of cells is read by its names or its place, and a cell that cannot be read spoils nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from touchpoints.encounter_block import Block, Told, read_block, read_told

ROWS, COLUMNS = ["Website", "Counter", "Bill"], ["Families", "Companies"]


def read(text: str, start: tuple[int, int] = (0, 0), decimal: str = ".") -> Block:
    return read_block(text, ROWS, COLUMNS, decimal, start)


@pytest.mark.parametrize(
    ("text", "decimal", "told"),
    [
        ("24", ".", 24),
        (" 1,5 ", ",", 1.5),
        ("1.5", ",", 1.5),
        ("1.200", ",", 1200),
        ("1,200", ".", 1200),
        ("3 ×", ".", 3),
        ("0", ".", 0),
    ],
)
def test_a_number_is_read_in_the_language_of_the_page(text: str, decimal: str, told: float) -> None:
    assert read_told(text, decimal) == Told(told)


@pytest.mark.parametrize("text", ["x", "X", "✓", "Ja", "yes"])
def test_a_mark_says_that_they_meet(text: str) -> None:
    assert read_told(text, ".") == Told(None)


@pytest.mark.parametrize("text", ["often", "-1", "1e9", "100000000", "", "=1+1", "nan"])
def test_what_is_no_frequency_is_not_read(text: str) -> None:
    assert read_told(text, ".") is None


def test_cells_alone_go_from_the_first_or_from_where_one_stands() -> None:
    assert read("1\t2\n3\t").cells == {(0, 0): Told(1), (0, 1): Told(2), (1, 0): Told(3)}
    assert read("1\n2", (1, 1)).cells == {(1, 1): Told(1), (2, 1): Told(2)}


def test_names_at_the_edges_lead_the_cells_to_their_places_in_any_order() -> None:
    text = "\tcompanies\tFamily\tOthers\nCounters\t4\t12\t7\nwebsites\tx\t\t7\nUnknown\t9\t9\t9"
    assert read(text).cells == {(1, 1): Told(4), (1, 0): Told(12), (0, 1): Told(None)}


def test_a_block_the_other_way_round_is_turned() -> None:
    assert read("\tBill\tCounter\nCompanies\t1\t4").cells == {(2, 1): Told(1), (1, 1): Told(4)}


def test_a_cell_that_cannot_be_read_keeps_all_from_being_stored() -> None:
    block = read("1\toften")
    assert (block.cells, [fault.values for fault in block.faults]) == ({}, [{"cell": "often"}])


def test_a_block_that_is_too_large_is_refused() -> None:
    block = read("1\t2\t3")
    assert not block.cells
    assert len(block.faults) == 1


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    assert all(row < len(ROWS) and column < len(COLUMNS) for row, column in read(text).cells)
