"""A list is read as it was meant: names, phases and notes, with doubles found and nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests._hostile_texts import HOSTILE
from touchpoints.cells import read_cells
from touchpoints.name_keys import name_key
from touchpoints.pasting import LONGEST_NAME, MOST_LINES, PastedLine, read_pasted

PHASES = ["Inform", "Decide and buy", "Receive and use"]


def read(text: str, *existing: str) -> list[PastedLine]:
    return list(read_pasted(text, PHASES, existing))


def names(text: str) -> list[str]:
    return [line.name for line in read(text)]


def places(text: str) -> list[tuple[str | None, str]]:
    return [(line.phase, line.name) for line in read(text)]


def test_one_touchpoint_a_line_with_bullets_numbers_and_blank_lines() -> None:
    assert names("Counter\n\n  - Oven\n2. Van\r\n• Parcel\n") == ["Counter", "Oven", "Van", "Parcel"]
    assert names("24-hour desk\n3D printer") == ["24-hour desk", "3D printer"]


def test_a_phase_alone_or_a_line_with_a_colon_heads_what_follows() -> None:
    text = "Lonely\nINFORM\nLeaflet\nAfter sales:\nRepair"
    assert places(text) == [(None, "Lonely"), ("Inform", "Leaflet"), ("After sales", "Repair")]
    assert [line.is_new_phase for line in read(text)] == [False, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Decide and Buy\tCounter\tOpen from six\nInform\tLeaflet\t",
        "Counter\tdecide and buy\tOpen from six\nLeaflet\tINFORM\t",
        "Kontaktpunkt\tBemerkung\tPhase\nCounter\tOpen from six\tDecide and bye\nLeaflet\t\tinform",
        "decide and buy;Counter;Open from six\nInform;Leaflet",
    ],
)
def test_columns_of_a_spreadsheet_in_any_order(text: str) -> None:
    assert places(text) == [("Decide and buy", "Counter"), ("Inform", "Leaflet")]
    assert [line.note for line in read(text)] == ["Open from six", ""]
    assert not any(line.is_new_phase for line in read(text))


def test_phases_that_the_project_does_not_have_are_found_by_their_coming_again() -> None:
    text = "Arrive\tTrain\nArrive\tTaxi\nStay\tRoom\nStay\tBreakfast"
    assert places(text)[0] == ("Arrive", "Train")
    assert all(line.is_new_phase for line in read(text))
    assert places("Arrive\tTrain\tby rail\nStay\tRoom\tquiet") == [("Arrive", "Train"), ("Stay", "Room")]


def test_a_first_column_that_is_different_in_every_row_is_the_name() -> None:
    assert places("Train\tevery hour\nTaxi\tby call\nRoom\tat noon") == [
        (None, "Train"),
        (None, "Taxi"),
        (None, "Room"),
    ]


def test_a_line_without_a_divider_in_a_table_is_a_name_and_makes_no_phase() -> None:
    assert places("Inform\tLeaflet\nLost property\nInform\tPoster") == [
        ("Inform", "Leaflet"),
        (None, "Lost property"),
        ("Inform", "Poster"),
    ]
    assert not any(line.is_new_phase for line in read("Inform\tLeaflet\nLost property\nInform\tPoster"))


def test_a_sentence_is_no_phase_unless_its_column_says_so() -> None:
    sentence = "Everything that happens until the customer has paid"
    [line, _] = read(f"{sentence}\tCounter\nInform\tPoster")
    assert (line.phase, line.name, line.note) == (None, "Counter", sentence)
    assert places(f"{sentence}:\nCounter")[1] == (None, "Counter")
    assert places(f"Phase\tTouchpoint\n{sentence}\tCounter") == [(sentence, "Counter")]


def test_a_line_break_within_a_cell_of_a_spreadsheet_ends_no_line() -> None:
    assert read_cells('Inform\t"Leaf\nlet"\r\nInform\tVan') == [["Inform", "Leaf\nlet"], ["Inform", "Van"]]
    assert names('Inform\t"Leaf\nlet"\nInform\tVan') == ["Leaf let", "Van"]
    assert names('Inform\tThe 9" plate\nInform\tVan') == ['The 9" plate', "Van"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Counter", "  COUNTERS "),
        ("Check-in", "check in"),
        ("App", "Apps"),
        ("Inquiry", "Inquiries"),
        ("Website", "websites"),
        ("Parkplatz", "Parkplätze"),
        ("Parkplaetze", "Parkplätze"),
        ("Rechnung", "Rechnungen"),
        ("Kasse", "Kassen"),
        ("Haus", "Häuser"),
        ("Strasse", "Straßen"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_capitals_spaces_umlauts_and_plurals_make_no_second_touchpoint(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
    assert read(other, one)[0].same_as == one


@pytest.mark.parametrize(
    ("one", "other"), [("Bus", "Bar"), ("Bank", "Bench"), ("Shop", "Shop floor"), ("?", "!")]
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_double_within_the_list_is_named_by_the_first_one() -> None:
    assert [line.same_as for line in read("Counter\nOven\ncounters")] == [None, None, "Counter"]


def test_a_long_name_is_cut_and_a_long_list_ends() -> None:
    [line] = read("x" * 121)
    assert (len(line.name), line.is_cut) == (LONGEST_NAME, True)
    assert len(read("\n".join(f"Point {number}" for number in range(MOST_LINES + 5)))) == MOST_LINES


def test_two_hundred_and_fifty_lines_are_all_read() -> None:
    text = "\n".join(f"{PHASES[number % 3]}\tPoint {number}" for number in range(250))
    assert len(read(text)) == 250
    assert {line.phase for line in read(text)} == set(PHASES)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_line_is_one_touchpoint_without_invisible_characters(text: str) -> None:
    [line] = read(text.replace(";", ","))
    assert line.name
    assert "\x00" not in line.name


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    for line in read(text):
        assert line.name
        assert len(line.name) <= LONGEST_NAME
