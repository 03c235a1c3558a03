"""Makes archives and workbooks that are none, were damaged, or ask for too much."""

from __future__ import annotations

import random
import struct
import zipfile
from pathlib import Path

from tests.storage.survey_files import _workbooks as workbooks
from tests.storage.survey_files._kinds import KINDS, MEGABYTE, Kind, kind, simple, unchanging, write
from tests.storage.survey_files._workbooks import TWO_ROWS, header, pack, parts, sheet, write_sheet

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Archives that are no workbook, or one that is not read.
simple("old_workbook", ".xlsx", OLE + bytes(5000), "WorkbookOfOtherKind")
simple(
    "workbook_behind_password",
    ".xlsx",
    OLE + bytes(3000) + "EncryptedPackage".encode("utf-16-le"),
    "WorkbookLocked",
)


def archive(name: str, suffix: str, inside: dict[str, str | bytes], *errors: str) -> None:
    """Register an archive of these parts."""
    KINDS.append(Kind(name, suffix, lambda path, **_size: pack(path, inside), errors))


def one_sheet(xml: str, **how: object) -> dict[str, str | bytes]:
    return parts({"Answers": xml}, **how)  # type: ignore[arg-type] # passed on


def without(inside: dict[str, str | bytes], name: str) -> dict[str, str | bytes]:
    return {key: value for key, value in inside.items() if key != name}


GOOD = one_sheet(sheet(TWO_ROWS))
archive("archive_of_tables", ".csv", {"answers.csv": "a,b\n1,2\n"}, "FileOfOtherKind")
archive("text_document", ".xlsx", {"word/document.xml": "<w/>"}, "FileOfOtherKind")
archive("binary_workbook", ".xlsx", {"xl/workbook.bin": b"\0"}, "WorkbookOfOtherKind")
archive("open_document", ".xlsx", {"content.xml": "<x/>"}, "WorkbookOfOtherKind")
archive("no_relations", ".xlsx", without(GOOD, "xl/_rels/workbook.xml.rels"), "FileBroken", "SheetsEmpty")
archive("sheet_lost", ".xlsx", without(GOOD, "xl/worksheets/sheet1.xml"), "FileBroken", "SheetsEmpty")
archive("no_sheets", ".xlsx", parts({}), "SheetsEmpty")
archive("sheets_empty", ".xlsx", parts({"One": sheet(""), "Two": sheet("")}), "SheetsEmpty")
archive("sheets_hidden", ".xlsx", one_sheet(sheet(TWO_ROWS), hidden=True), "SheetsEmpty")
archive("names_only", ".xlsx", one_sheet(sheet(header("a", "b"))), "HeaderOnly")
archive("repeated_names", ".xlsx", one_sheet(sheet(header("a", "a"))), "ColumnNamesRepeated")
archive("xml_torn", ".xlsx", one_sheet(sheet(TWO_ROWS)[:-60]), "FileBroken", "SheetsEmpty", "HeaderOnly")
archive("xml_of_nothing", ".xlsx", one_sheet("no XML at all"), "FileBroken", "SheetsEmpty")
SHARED_99 = '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'
archive("shared_text_out_of_range", ".xlsx", one_sheet(sheet(SHARED_99)), "FileBroken", "SheetsEmpty")
archive(
    "cell_beyond_the_alphabet",
    ".xlsx",
    one_sheet(sheet(header("a") + '<row r="2"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>')),
    *("FileBroken", "TooManyColumns", "FileTooLarge"),
)
archive(
    "row_of_four_billion",
    ".xlsx",
    one_sheet(sheet(header("a") + '<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>')),
    *("FileBroken", "FileTooLarge", "TooManyRows"),
)
FAR_AWAY = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
FAR_TO_THE_RIGHT = '<row r="3"><c r="XFD3"><v>1</v></c></row>'
LONG = '<row r="2">' + workbooks.text_cell("A2", "x" * 40_000) + "</row>"
archive("cell_far_away", ".xlsx", one_sheet(sheet(TWO_ROWS + FAR_AWAY)), "FileTooLarge")
archive("cell_far_to_the_right", ".xlsx", one_sheet(sheet(TWO_ROWS + FAR_TO_THE_RIGHT)), "TooManyColumns")
archive("text_too_long", ".xlsx", one_sheet(sheet(header("a") + LONG)), "CellTooLong")
ENTITIES = '<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
MULTIPLYING = sheet(header("a") + '<row r="2">' + workbooks.text_cell("A2", "&j;") + "</row>").replace(
    "<worksheet", f"<!DOCTYPE x [{ENTITIES}]><worksheet"
)
archive("entities_that_multiply", ".xlsx", one_sheet(MULTIPLYING), "FileBroken", "HeaderOnly", "SheetsEmpty")


@unchanging(".xlsx", "FileBroken")
def archive_cut_off(path: Path) -> None:
    pack(path, GOOD)
    write(path, path.read_bytes()[:-300])


@unchanging(".xlsx", "FileBroken")
def archive_scrambled(path: Path) -> None:
    """The directory is in order, what it leads to is not."""
    pack(path, GOOD)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as opened:
        for part in opened.infolist():
            start = part.header_offset + 30 + len(part.filename)
            content[start : start + part.compress_size] = b"\xff" * part.compress_size
    write(path, bytes(content))


@unchanging(".xlsx", "WorkbookLocked")
def archive_behind_password(path: Path) -> None:
    pack(path, GOOD)
    content = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(signature)
        while start >= 0:
            content[start + flags] |= 1
            start = content.find(signature, start + 4)
    write(path, bytes(content))


@unchanging(".xlsx", "FileBroken")
def same_part_twice(path: Path) -> None:
    pack(path, GOOD)
    with zipfile.ZipFile(path, "a") as opened:
        opened.NameToInfo.clear()  # without it Python would warn of the second one
        opened.writestr("xl/workbook.xml", "<other/>")


@kind(".xlsx", "WorkbookSuspicious", "FileTooLarge")
def thousands_of_parts(path: Path, *, full: bool) -> None:
    pack(path, GOOD | {f"xl/media/{n}.bin": b"" for n in range(500_000 if full else 20_000)})


@kind(".xlsx", "WorkbookSuspicious")
def bomb(path: Path, *, full: bool) -> None:
    """Blanks in a sheet: a thousand times as much unpacked."""
    _stream(path, GOOD, "xl/worksheets/sheet1.xml", [" " * MEGABYTE] * (3000 if full else 60))


@kind(".xlsx", "FileTooLarge", "FileTooSlow", "FileBroken", "SheetsEmpty")
def bomb_that_lies(path: Path, *, full: bool) -> None:
    """As the bomb, but its directory says that it unpacks to a kilobyte."""
    bomb(path, full=full)
    content = bytearray(path.read_bytes())
    start = content.rfind(b"PK\x01\x02")
    content[start + 24 : start + 28] = struct.pack("<I", 1024)
    write(path, bytes(content))


@kind(".xlsx", "HeaderOnly", "FileTooLarge", "FileTooSlow", "WorkbookSuspicious")
def tiny_cells(path: Path, *, full: bool) -> None:
    """Cells without content in plenty, each a few bits in the archive."""
    row = "<row>" + "<c/>" * 1000 + "</row>"
    _stream_sheet(path, [header("a")], [row] * (20_000 if full else 2_000))


@kind(".xlsx", "FileTooLarge", "FileTooSlow", "WorkbookSuspicious")
def tiny_numbers(path: Path, *, full: bool) -> None:
    """Twenty million cells of one digit, packed no better than honest answers are."""
    draw = random.Random(1)
    rows = ["".join(f"<c><v>{draw.randrange(10)}</v></c>" for _ in range(1000)) for _ in range(20)]
    _stream_sheet(path, [header("a")], [f"<row>{row}</row>" for row in rows] * (1500 if full else 700))


@kind(".xlsx", "FileTooLarge", "FileTooSlow")
def shared_texts(path: Path, *, full: bool) -> None:
    """Texts that no cell shows are loaded all the same."""
    draw = random.Random(1)
    texts = [f"<si><t>{draw.getrandbits(1600):x}</t></si>" for _ in range(8)]
    some = ["".join(draw.choices(texts, k=1000)) for _ in range(4)]
    head = f'{workbooks.HEAD}<sst xmlns="{workbooks.MAIN}">'
    made = one_sheet(sheet(TWO_ROWS), shared="")
    _stream(path, made, "xl/sharedStrings.xml", [head, *(some * (290 if full else 260)), "</sst>"])


@kind(".xlsx", "FileTooLarge", "FileTooSlow", "FileBroken", "SheetsEmpty", "HeaderOnly", "WorkbookSuspicious")
def nested_deeply(path: Path, *, full: bool) -> None:
    depth = 5_000_000 if full else 500_000
    write_sheet(path, header("a") + "<row>" + "<x>" * depth + "</x>" * depth + "</row>")


@unchanging(".xlsx", "FileTooLarge")
def rows_and_columns_far_apart(path: Path) -> None:
    """Each cell alone is harmless; together they span a billion."""
    far = '<row r="3"><c r="BXX3"><v>1</v></c></row><row r="600000"><c r="A600000"><v>1</v></c></row>'
    write_sheet(path, TWO_ROWS + far)


def _stream_sheet(path: Path, first: list[str], rows: list[str]) -> None:
    head, tail = sheet("|").split("|")
    _stream(path, GOOD, "xl/worksheets/sheet1.xml", [head, *first, *rows, tail])


def _stream(path: Path, others: dict[str, str | bytes], name: str, blocks: list[str]) -> None:
    """An archive with one part that is too large to be put together in memory."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as opened:
        for other, content in without(others, name).items():
            opened.writestr(other, content)
        with opened.open(name, "w", force_zip64=True) as part:
            for block in blocks:
                part.write(block.encode())
