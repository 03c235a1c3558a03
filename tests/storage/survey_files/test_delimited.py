"""Tables as text: what is read, whatever stands between the cells and however the letters are written."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from storage.survey_files import errors
from storage.survey_files.options import ReadOptions
from storage.survey_files.reading import read_frame

GERMAN = "Kontaktpunkt;Zufriedenheit;Größe\nGepäck;4,5;groß\nSchalter;3;\n"


def read(path: Path, content: bytes, *columns: str, **options: str) -> pd.DataFrame:
    path.write_bytes(content)
    return read_frame(path, ReadOptions(**options), columns or None)


def rows(frame: pd.DataFrame) -> list[list[str]]:
    return frame.astype(object).to_numpy().tolist()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers.csv"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_reads_any_usual_delimiter(path: Path, delimiter: str) -> None:
    frame = read(path, f"Alter{delimiter}Note\n18{delimiter}4\n".encode())
    assert list(frame.columns) == ["Alter", "Note"]
    assert rows(frame) == [["18", "4"]]
    assert frame.attrs == {"first_row": 2, "encoding": "utf-8", "delimiter": delimiter, "format": "delimited"}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("cp1252", "cp1252"),
    ],
)
def test_reads_any_usual_encoding(path: Path, written: str, found: str) -> None:
    frame = read(path, GERMAN.encode(written))
    assert list(frame.columns) == ["Kontaktpunkt", "Zufriedenheit", "Größe"]
    assert rows(frame) == [["Gepäck", "4,5", "groß"], ["Schalter", "3", ""]]
    assert frame.attrs["encoding"] == found


def test_takes_bytes_that_windows_does_not_know_for_latin_1(path: Path) -> None:
    frame = read(path, b"Ort;Note\nK\xf6ln\x81;4\n")
    assert frame.attrs["encoding"] == "iso8859-1"
    assert rows(frame) == [["Köln", "4"]]


def test_every_column_is_a_categorical_of_texts(path: Path) -> None:
    frame = read(path, b"a,b\n 1 ,x\n1,\n2,x\n")
    assert all(isinstance(kind, pd.CategoricalDtype) for kind in frame.dtypes)
    assert list(frame["a"].cat.categories) == ["1", "2"]
    assert rows(frame) == [["1", "x"], ["1", ""], ["2", "x"]]


def test_texts_that_pandas_takes_for_nothing_stay_texts(path: Path) -> None:
    assert rows(read(path, b"a,b\nNA,null\nnan,None\n")) == [["NA", "null"], ["nan", "None"]]


def test_reads_quotations_with_delimiters_line_breaks_and_quotation_marks(path: Path) -> None:
    frame = read(path, b'a;b\r\n"x;y";"one\ntwo"\r\n"say ""hi""";5" pipe\r\n')
    assert rows(frame) == [["x;y", "one\ntwo"], ['say "hi"', '5" pipe']]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_reads_any_line_end(path: Path, line_end: str) -> None:
    assert rows(read(path, line_end.join(["a,b", "1,2", "3,4"]).encode())) == [["1", "2"], ["3", "4"]]


def test_reads_mixed_line_ends(path: Path) -> None:
    assert rows(read(path, b"a,b\r\n1,2\n3,4\r5,6")) == [["1", "2"], ["3", "4"], ["5", "6"]]


def test_a_text_of_one_column_is_a_table(path: Path) -> None:
    assert rows(read(path, b"Note\n4\n5, or so\n")) == [["4"], ["5, or so"]]


def test_heeds_the_line_in_which_excel_names_the_delimiter(path: Path) -> None:
    frame = read(path, b"sep=;\r\na;b\r\n1,5;2\r\n")
    assert rows(frame) == [["1,5", "2"]]
    assert frame.attrs["first_row"] == 2


def test_counts_rows_as_a_person_does(path: Path) -> None:
    assert read(path, b"\r\n\r\na,b\r\n1,2\r\n").attrs["first_row"] == 4
    with pytest.raises(errors.RowOfOtherLength) as met:
        read(path, b'\na,b\n1,"x\ny"\n1,2,3\n')
    assert met.value.values == {"row": 4, "found": 3, "expected": 2}


def test_leaves_out_blank_rows_at_the_end(path: Path) -> None:
    assert rows(read(path, b"a;b\n1;\n2;\n;\n;\n \n")) == [["1", ""], ["2", ""]]


def test_keeps_blank_rows_between_others(path: Path) -> None:
    assert rows(read(path, b"a;b\n1;2\n;\n3;4\n")) == [["1", "2"], ["", ""], ["3", "4"]]


def test_names_a_nameless_column_by_its_place_if_it_holds_something(path: Path) -> None:
    frame = read(path, b"a,,c,\n1,x,3,\n4,,6,\n")
    assert list(frame.columns) == ["a", "Column 2", "c"]


def test_reads_only_the_wanted_columns_but_names_all(path: Path) -> None:
    frame = read(path, b"a,b,c\n1,2,3\n4,5,6\n", "c", "unknown")
    assert list(frame.columns) == ["a", "b", "c"]
    assert rows(frame) == [["", "", "3"], ["", "", "6"]]


def test_stops_after_the_wanted_rows(path: Path) -> None:
    path.write_bytes(b"a,b\n" + b"1,2\n" * 5000)
    assert len(read_frame(path, ReadOptions(rows=20))) == 20


def test_reads_more_than_one_block_and_tells_how_far_it_is(path: Path) -> None:
    shares: list[float] = []
    path.write_bytes(b"a,b\n" + b"".join(b"%d,x\n" % number for number in range(1_000_000)))
    frame = read_frame(path, ReadOptions(), progress=shares.append)
    assert len(frame) == 1_000_000
    assert frame["a"].iloc[999_999] == "999999"
    assert frame["a"].nunique() == 1_000_000
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_letters_are_composed_and_directions_dropped(path: Path) -> None:
    frame = read(path, "Gro\u0308ße,b\n\u202eab\u0007c,🧑\u200d✈️\n".encode())
    assert list(frame.columns) == ["Größe", "b"]
    assert rows(frame) == [["abc", "🧑\u200d✈️"]]


def test_what_looks_like_a_formula_stays_a_text(path: Path) -> None:
    assert rows(read(path, b"a,b\n=1+1,@x\n-5,+3\n")) == [["=1+1", "@x"], ["-5", "+3"]]


@pytest.mark.parametrize("word", [";", "semicolon"])
def test_takes_the_delimiter_it_is_told(path: Path, word: str) -> None:
    assert list(read(path, b"a,b;c\n1,2;3\n", delimiter=word).columns) == ["a,b", "c"]


def test_takes_the_encoding_it_is_told(path: Path) -> None:
    assert rows(read(path, "a;b\nGrün;1\n".encode("mac-roman"), encoding="mac-roman")) == [["Grün", "1"]]
    assert list(read(path, b"\xef\xbb\xbfa;b\n1;2\n", encoding="UTF8").columns) == ["a", "b"]


def test_refuses_what_it_is_told_wrongly(path: Path) -> None:
    with pytest.raises(errors.EncodingUnknown):
        read(path, b"a,b\n1,2\n", encoding="rot13")
    with pytest.raises(errors.EncodingWrong):
        read(path, b"a,b\n\xff,2\n", encoding="utf-8")
    with pytest.raises(errors.DelimiterUnknown):
        read(path, b"a,b\n1,2\n", delimiter="x")


def test_names_all_repeated_columns(path: Path) -> None:
    with pytest.raises(errors.ColumnNamesRepeated) as met:
        read(path, b"a,b,a,c,b\n1,2,3,4,5\n")
    assert met.value.values == {"names": "a, b"}
