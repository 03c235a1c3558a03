"""Workbooks: the values of one sheet, as a person would type them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest

from storage.survey_files import errors
from storage.survey_files.options import ReadOptions
from storage.survey_files.reading import read_frame
from storage.survey_files.typed_text import as_typed
from tests.storage.survey_files._workbooks import (
    OFFICE,
    PACKAGE,
    TWO_ROWS,
    header,
    pack,
    parts,
    sheet,
    write_sheet,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.xlsx"


def save(path: Path, *rows: list[object], title: str = "Answers") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return book


def texts(path: Path, **options: str) -> list[list[str]]:
    return read_frame(path, ReadOptions(**options)).astype(object).to_numpy().tolist()


def test_reads_a_sheet(path: Path) -> None:
    save(path, ["Alter", " Größe "], [18, "groß"], [44.5, None])
    frame = read_frame(path, ReadOptions())
    assert list(frame.columns) == ["Alter", "Größe"]
    assert texts(path) == [["18", "groß"], ["44.5", ""]]
    assert frame.attrs == {"first_row": 2, "sheets": ["Answers"], "sheet": "Answers", "format": "workbook"}


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (4.0, "4"),
        (-0.0, "0"),
        (4.25, "4.25"),
        (0.1 + 0.2, "0.3"),
        (1e20, "1e+20"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2018, 5, 1), "2018-05-01"),
        (datetime(2018, 5, 1), "2018-05-01"),  # noqa: DTZ001 - cells have no zone
        (datetime(2018, 5, 1, 13, 5), "2018-05-01 13:05:00"),  # noqa: DTZ001 - as above
        (time(7, 30), "07:30:00"),
        (timedelta(hours=30, minutes=2), "30:02:00"),
        ("=1+1", "=1+1"),
    ],
)
def test_values_are_texts_as_a_person_would_type_them(value: object, typed: str) -> None:
    assert as_typed(value) == typed


def test_dates_in_a_file_are_dates(path: Path) -> None:
    save(path, ["Tag"], [date(2018, 5, 1)], [datetime(2018, 5, 1, 9, 30)])  # noqa: DTZ001 - cells have no zone
    assert texts(path) == [["2018-05-01"], ["2018-05-01 09:30:00"]]


def test_formulas_give_what_they_gave_when_the_file_was_saved(path: Path) -> None:
    rows = header("a", "b") + '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>A2</f></c></row>'
    write_sheet(path, rows + '<row r="3"><c r="A3" t="str"><f>x</f><v>good</v></c></row>')
    assert texts(path) == [["2", ""], ["good", ""]]


def test_a_cell_in_error_holds_no_answer(path: Path) -> None:
    write_sheet(
        path, header("a", "b") + '<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2"><v>1</v></c></row>'
    )
    assert texts(path) == [["", "1"]]


def test_truth_and_one_stay_apart_in_a_column(path: Path) -> None:
    save(path, ["Note"], [True], [1], [False], [0.0], [True])
    assert texts(path) == [["TRUE"], ["1"], ["FALSE"], ["0"], ["TRUE"]]


def test_takes_the_first_shown_sheet_with_data(path: Path) -> None:
    book = save(path, title="Empty")
    hidden = book.create_sheet("Hidden")
    hidden.append(["no"])
    hidden.sheet_state = "hidden"
    answers = book.create_sheet("Answers")
    for row in (["Note"], [4]):
        answers.append(row)
    book.save(path)
    frame = read_frame(path, ReadOptions())
    assert frame.attrs["sheet"] == "Answers"
    assert frame.attrs["sheets"] == ["Empty", "Answers"]


def test_takes_the_sheet_it_is_told(path: Path) -> None:
    pack(path, parts({"One": sheet(TWO_ROWS), "Two": sheet(TWO_ROWS.replace("<v>4</v>", "<v>5</v>"))}))
    assert texts(path, sheet="Two") == [["5"]]
    with pytest.raises(errors.SheetMissing) as met:
        texts(path, sheet="Three")
    assert met.value.values == {"sheet": "Three", "sheets": "One, Two"}


def test_counts_rows_as_the_spreadsheet_does(path: Path) -> None:
    save(path, [], [], [None, "Note"], [None, 4], [], [None, 5])
    frame = read_frame(path, ReadOptions())
    assert frame.attrs["first_row"] == 4
    assert list(frame["Note"]) == ["4", "", "5"]


def test_leaves_out_rows_at_the_end_that_hold_nothing(path: Path) -> None:
    empty = '<row r="3"><c r="A3" t="str"><f>x</f><v></v></c></row>'
    write_sheet(path, TWO_ROWS + empty)
    assert texts(path) == [["4"]]


def test_a_wrong_dimension_harms_nothing(path: Path) -> None:
    pack(path, parts({"Answers": sheet(TWO_ROWS, more='<dimension ref="A1:XFD1048576"/>')}))
    assert texts(path) == [["4"]]


def test_links_to_elsewhere_are_not_followed(path: Path) -> None:
    made = parts({"Answers": sheet(TWO_ROWS)})
    made["xl/worksheets/_rels/sheet1.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" TargetMode="External"'
        f' Type="{OFFICE}/hyperlink" Target="http://192.0.2.1/x"/></Relationships>'
    )
    pack(path, made)
    assert texts(path) == [["4"]]


def test_reads_more_than_one_batch(path: Path) -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}"><v>{row % 7}</v></c></row>' for row in range(2, 25_002))
    write_sheet(path, header("Note") + cells)
    shares: list[float] = []
    frame = read_frame(path, ReadOptions(), progress=shares.append)
    assert len(frame) == 25_000
    assert frame["Note"].iloc[-1] == str(25_001 % 7)
    assert shares == sorted(shares)


def test_stops_after_the_wanted_rows(path: Path) -> None:
    save(path, ["Note"], *([number] for number in range(50)))
    assert len(read_frame(path, ReadOptions(rows=20))) == 20
