"""Makes workbooks part by part, so that a test can make each part as no spreadsheet program would."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

CONTENT_TYPES = f"""{HEAD}<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
ROOT = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""


NAMES = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
RELATIONS = f'<Relationships xmlns="{PACKAGE}/relationships">'
SHARED = f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'


def sheet(rows: str, more: str = "") -> str:
    """The XML of a sheet with these rows."""
    return f'{HEAD}<worksheet xmlns="{MAIN}">{more}<sheetData>{rows}</sheetData></worksheet>'


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def header(*names: str) -> str:
    """The first row, with a name in column A, B, ..."""
    return (
        '<row r="1">'
        + "".join(text_cell(f"{chr(65 + at)}1", name) for at, name in enumerate(names))
        + "</row>"
    )


TWO_ROWS = header("Score") + '<row r="2"><c r="A2"><v>4</v></c></row>'


def parts(
    sheets: Mapping[str, str], *, hidden: bool = False, shared: str | None = None
) -> dict[str, str | bytes]:
    """The parts of a workbook by name."""
    state = ' state="hidden"' if hidden else ""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}"{state} r:id="rId{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": f"{HEAD}<workbook {NAMES}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{HEAD}{RELATIONS}{links}</Relationships>",
    }
    made |= {f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets.values(), 1)}
    if shared is not None:
        made["xl/sharedStrings.xml"] = shared
        made["xl/_rels/workbook.xml.rels"] = str(made["xl/_rels/workbook.xml.rels"]).replace(
            "</Relationships>", SHARED
        )
    return made


def pack(path: Path, made: Mapping[str, str | bytes]) -> None:
    """Write the parts into an archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)


def write_sheet(path: Path, rows: str, **how: object) -> None:
    """A workbook with one sheet."""
    pack(path, parts({"Answers": sheet(rows)}, **how))  # type: ignore[arg-type] # passed on
