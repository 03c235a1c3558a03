"""Excel workbooks (.xlsx), one sheet of them, with values as a person would type them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from storage.survey_files.columns import Places, Table, column_names
from storage.survey_files.container import check_container
from storage.survey_files.errors import FileBroken, SheetMissing, SheetsEmpty, WorkbookLocked
from storage.survey_files.options import ReadOptions
from storage.survey_files.signatures import OLE, ZIP
from storage.survey_files.typed_text import as_typed

if TYPE_CHECKING:
    import pandas as pd

id = "workbook"  # noqa: A001 - every format has an id
suffixes = (".xlsx", ".xlsm")

_BATCH = 10_000


def sniff(head: bytes) -> bool:
    """Whether these bytes may begin a workbook; old and locked ones too, so that they get their sentence."""
    return head.startswith((ZIP, OLE))


def read(
    path: Path,
    options: ReadOptions,
    columns: Collection[str] | None = None,
    progress: Callable[[float], None] = lambda _share: None,
) -> pd.DataFrame:
    """The table of one sheet; see storage.survey_files.formats for its shape."""
    check_container(path)
    workbook = _open(path)
    sheets = [sheet.name for sheet in workbook.sheets_metadata if _is_shown(sheet)]
    sheet = _choose(workbook, sheets, options.sheet)
    rows = sheet.iter_rows()
    header, first_row = _read_header(rows)
    names = column_names(header)
    table = Table(names, header, columns, first_row)
    filled = _fill(table, rows, sheet.total_height, options.rows, progress)
    frame = table.frame(filled)
    frame.attrs.update(sheets=sheets, sheet=sheet.name)
    return frame


def _open(path: Path) -> Any:  # noqa: ANN401 - calamine's classes are imported in the child alone
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError:
        raise WorkbookLocked from None
    except CalamineError:
        raise FileBroken from None


def _is_shown(sheet: Any) -> bool:  # noqa: ANN401 - see _open
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    return bool(sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet)


def _choose(workbook: Any, shown: list[str], wanted: str | None) -> Any:  # noqa: ANN401 - see _open
    """The wanted sheet, hidden ones included, or the first that is shown and holds something."""
    if wanted is not None and wanted not in workbook.sheet_names:
        raise SheetMissing(sheet=wanted, sheets=", ".join(shown))
    for name in shown if wanted is None else [wanted]:
        sheet = _load(workbook, name)
        if sheet.start is not None:
            return sheet
    raise SheetsEmpty


def _load(workbook: Any, name: str) -> Any:  # noqa: ANN401 - see _open
    from python_calamine import CalamineError  # noqa: PLC0415

    try:
        return workbook.get_sheet_by_name(name)
    except CalamineError:
        raise FileBroken from None


def _read_header(rows: Iterator[list[Any]]) -> tuple[list[str], int]:
    """The first row that holds something, and the number of the row below it."""
    for number, row in enumerate(rows, start=1):
        cells = [as_typed(cell) for cell in row]
        if any(cell.strip() for cell in cells):
            return cells, number + 1
    raise SheetsEmpty


def _fill(
    table: Table, rows: Iterator[list[Any]], height: int, limit: int | None, progress: Callable[[float], None]
) -> int:
    """Read the rows into the table; returns how many there are up to the last that holds something."""
    filled = 0
    while batch := list(islice(rows, _BATCH if limit is None else max(0, limit - table.rows))):
        cells = list(zip(*batch, strict=True))
        for place in table.columns:
            table.add(place, *_distinct(_typed(cells[place])))
        last = next(
            (at for at in range(len(batch), 0, -1) if any(cell != "" for cell in batch[at - 1])), None
        )
        filled = filled if last is None else table.rows + last
        table.grow(len(batch))
        progress(min(1.0, table.rows / max(1, height)))
    return filled


def _typed(cells: Sequence[Any]) -> list[str]:
    """The cells as texts; equal numbers are put into words once, since most columns repeat a few of them."""
    # Only floats: True and 1.0 are equal, but not written alike.
    texts = {number: as_typed(number) for number in {cell for cell in cells if type(cell) is float}}
    return [texts[cell] if type(cell) is float else as_typed(cell) for cell in cells]


def _distinct(texts: list[str]) -> tuple[list[str], Places]:
    """The different texts, and for each cell the place of its text among them."""
    places: dict[str, int] = {}
    found = [places.setdefault(text, len(places)) for text in texts]
    return list(places), np.array(found, dtype=np.int32)
