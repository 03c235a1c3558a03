"""Makes texts that are no tables, were damaged, or ask for too much."""

from __future__ import annotations

import gzip
import random
import sqlite3
from pathlib import Path

from tests.storage.survey_files._kinds import FITS, MEGABYTE, kind, simple, unchanging, write

# Text that is none, or no table.
simple("empty", ".csv", b"", "FileEmpty")
simple("blank_lines_only", ".csv", b"\r\n \r\n\t\r\n" * 50, "FileEmpty")
simple("byte_order_mark_only", ".csv", b"\xef\xbb\xbf", "FileEmpty")
simple("header_only", ".csv", b"Alter;Note\r\n", "HeaderOnly")
simple("header_and_blank_rows", ".csv", b"Alter;Note\r\n;\r\n;\r\n", "HeaderOnly")
simple("delimiters_only", ".csv", b";;;\r\n" * 1000, "HeaderMissing")
simple("zero_bytes_at_the_start", ".csv", b"\0" * 5000, "FileOfOtherKind")
simple("zero_byte_far_inside", ".csv", b"a,b\n" + b"1,2\n" * 5000 + b"1,\x002\n", "NotText")
simple("picture", ".csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "FileOfOtherKind")
simple("program", ".csv", b"\x7fELF\x02\x01\x01" + bytes(500), "FileOfOtherKind")
simple("compressed_text", ".csv", gzip.compress(b"a,b\n1,2\n"), "FileOfOtherKind")
simple("pdf", ".csv", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "FileOfOtherKind")
simple(
    "web_page_called_workbook", ".xls", b"<html><table><tr><td>4</td></tr></table></html>", "FileOfOtherKind"
)
simple("json", ".csv", b'{"answers": [1, 2, 3]}', "FileOfOtherKind")
simple("random_bytes", ".csv", random.Random(1).randbytes(100_000), "FileOfOtherKind")
simple("utf16_without_mark", ".csv", "a,b\n1,2\n".encode("utf-16-le"), "FileOfOtherKind")
simple("half_surrogates", ".csv", b"\xff\xfea\0,\0b\0\n\0\x00\xd8,\0\x31\0\n\0", "NotText")

# Text that was damaged.
simple("quotation_never_closed", ".csv", b'a,b\n1,"good\n2,bad\n3,fair\n', "FileCutOff")
simple("cut_in_a_row", ".csv", b"a,b,c\n1,2,3\n4,5,6\n7,8", "RowOfOtherLength")
simple("cut_in_a_character", ".csv", "a,b\n1,schön\n2,grün\n3,ü".encode()[:-1], "FileCutOff")
simple("cut_in_a_wide_character", ".csv", "a,b\n1,2\n".encode("utf-16")[:-1], "FileCutOff")
simple("row_too_long", ".csv", b"a,b\n1,2\n1,2,3\n1,2\n", "RowOfOtherLength")
simple("row_too_short", ".csv", b"a,b\n1,2\n1\n1,2\n", "RowOfOtherLength")
simple("two_tables_below_each_other", ".csv", b"a;b;c\n1;2;3\n\nx;y\n1;2\n", "RowOfOtherLength")
simple("names_repeated", ".csv", b"Note,Alter, Note \n1,2,3\n", "ColumnNamesRepeated")
simple("name_too_long", ".csv", b"a," + b"x" * 5000 + b"\n1,2\n", "ColumnNameTooLong")
simple("quotation_in_the_header", ".csv", b'"a,b\n' + b"1,2\n" * 100_000, "RowTooLong")


@kind(".csv", "RowTooLong", "ColumnNameTooLong")
def one_line(path: Path, *, full: bool) -> None:
    write(path, b"x" * (50 if full else 5) * MEGABYTE)


@kind(".csv", "RowTooLong", "CellTooLong")
def one_cell(path: Path, *, full: bool) -> None:
    write(path, b"a,b\n1," + b"x" * (50 if full else 5) * MEGABYTE + b"\n1,2\n")


@kind(".csv", "CellTooLong")
def long_cell(path: Path, *, full: bool) -> None:
    write(path, b"a,b\n1,2\n1," + b"x" * (3_000_000 if full else 40_000) + b"\n")


@kind(".csv", "RowTooLong", "RowOfOtherLength")
def one_row_of_delimiters(path: Path, *, full: bool) -> None:
    write(path, b"a,b\n1,2\n" + b"," * (50 if full else 3) * MEGABYTE + b"x\n")


@kind(".csv", "RowTooLong", "CellTooLong")
def quotation_over_the_rest(path: Path, *, full: bool) -> None:
    write(path, b'a,b\n1,2\n3,"' + b"1,2\n" * (12_000_000 if full else 1_500_000))


@kind(".csv", "RowTooLong", "RowOfOtherLength", "FileCutOff", "HeaderOnly", "CellTooLong")
def quotation_marks_only(path: Path, *, full: bool) -> None:
    write(path, b'"' * ((50 if full else 1) * MEGABYTE + 1))


@kind(".csv", "TooManyColumns")
def many_columns(path: Path, *, full: bool) -> None:
    count = 200_000 if full else 20_000
    write(path, ",".join(f"q{n}" for n in range(count)).encode() + b"\n" + b"1," * (count - 1) + b"1\n")


@kind(".csv", "TooManyRows")
def many_rows(path: Path, *, full: bool) -> None:
    write(path, b"a,b\n" + b"1,2\n" * (5_000_000 if full else 2_100_000))


@kind(".csv", "FileTooLarge", "FileTooSlow")
def nothing_alike(path: Path, *, full: bool) -> None:
    """Cells that are all different: codes into different texts save nothing."""
    rows = 1_900_000 if full else 450_000
    with path.open("w") as file:
        file.write("a,b,c,d,e\n")
        file.writelines(f"{n:08},x{n:08},y{n:08},z{n:08},w{n:08}\n" for n in range(rows))


@kind(".csv", FITS, "FileTooLarge", "FileTooSlow")
def wide_and_deep(path: Path, *, full: bool) -> None:
    row = b",".join([b"1"] * 1990) + b"\n"
    with path.open("wb") as file:
        file.write(b",".join(b"q%d" % n for n in range(1990)) + b"\n")
        for _ in range(500 if full else 10):
            file.write(row * 100)


@kind(".csv", "FileOverLimit")
def over_the_size_limit(path: Path, *, full: bool) -> None:
    with path.open("wb") as file:
        file.truncate((4000 if full else 201) * MEGABYTE)


@unchanging(".csv", "FileOfOtherKind")
def database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE answers (score)")
    connection.commit()
    connection.close()
