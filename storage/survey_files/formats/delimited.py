"""Tables as text: cells between commas, semicolons, tabs or bars, in any usual encoding."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from storage.survey_files.columns import Table, column_names
from storage.survey_files.delimiter import checked_delimiter, find_delimiter
from storage.survey_files.encoding import find_encoding, marked_encoding
from storage.survey_files.errors import FileBroken, FileCutOff, FileEmpty, RowOfOtherLength, RowTooLong
from storage.survey_files.options import MAX_ROW_BYTES, MEGABYTE, ReadOptions
from storage.survey_files.rows import Rows
from storage.survey_files.signatures import kind_of

if TYPE_CHECKING:
    import pandas as pd

id = "delimited"  # noqa: A001 - every format has an id
suffixes = (".csv", ".tsv", ".txt")

_SAMPLE = 64 * 1024


def sniff(head: bytes) -> bool:
    """Whether these first bytes are text."""
    return kind_of(head) is None and (b"\0" not in head or marked_encoding(head) is not None)


def read(
    path: Path,
    options: ReadOptions,
    columns: Collection[str] | None = None,
    progress: Callable[[float], None] = lambda _share: None,
) -> pd.DataFrame:
    """The table of a text file; see storage.survey_files.formats for its shape."""
    encoding = find_encoding(path, options.encoding)
    with path.open(encoding=encoding, newline="") as text:
        delimiter = _delimiter(text, options.delimiter)
        header, first_row = _read_header(text, delimiter)
        names = column_names(header)
        table = Table(names, header, columns, first_row)
        below = Rows(text, delimiter, len(names), path.stat().st_size, progress)
        _Parser(below, table, delimiter).run(options.rows)
    frame = table.frame(options.rows)
    frame.attrs.update(encoding=encoding, delimiter=delimiter)
    return frame


def _delimiter(text: TextIO, wanted: str | None) -> str:
    """The delimiter; leaves the text at its first row."""
    sample = text.read(_SAMPLE)
    text.seek(0)
    if sample[:4].lower() == "sep=":  # Excel's own way of naming the delimiter, in a line of its own
        wanted = wanted or sample[4:5]
        text.readline()
    return checked_delimiter(wanted) if wanted else find_delimiter(sample, is_whole=len(sample) < _SAMPLE)


def _read_header(text: TextIO, delimiter: str) -> tuple[list[str], int]:
    """The cells of the first row that is not blank, and the number of the row below it."""
    rows = csv.reader(_lines(text), delimiter=delimiter)
    try:
        for number, cells in enumerate(rows, start=1):
            if any(cell.strip() for cell in cells) or len(cells) > 1:
                return cells, number + 1
    except csv.Error:  # a name beyond the module's limit of 131,072 characters
        raise RowTooLong(row=1, limit=MAX_ROW_BYTES // MEGABYTE) from None
    raise FileEmpty


def _lines(text: TextIO) -> Iterator[str]:
    while line := text.readline(MAX_ROW_BYTES):
        if len(line) == MAX_ROW_BYTES:
            raise RowTooLong(row=1, limit=MAX_ROW_BYTES // MEGABYTE)
        yield line


class _Parser:
    """Arrow's parser at work: unlike pandas' own it tells rows that are too short, and it is faster."""

    def __init__(self, below: Rows, table: Table, delimiter: str) -> None:
        self._below, self._table, self._delimiter = below, table, delimiter
        self._has_ended = False
        self._wrong: RowOfOtherLength | None = None

    def run(self, limit: int | None) -> None:
        """Read all rows, or at least the first `limit`, into the table."""
        import pyarrow as pa  # noqa: PLC0415 - in the child alone

        try:
            for batch in self._open():
                self._take(batch)
                if limit is not None and self._table.rows >= limit:
                    return
        except pa.ArrowInvalid as fault:
            raise self._fault(str(fault)) from None
        if not self._has_ended:
            raise FileCutOff

    def _open(self) -> Any:  # noqa: ANN401 - pyarrow has no types
        import pyarrow as pa  # noqa: PLC0415 - see run
        from pyarrow import csv as arrow  # noqa: PLC0415 - see run

        names = [str(place) for place in range(len(self._table.names))]
        texts = pa.dictionary(pa.int32(), pa.string())
        return arrow.open_csv(
            self._below,
            arrow.ReadOptions(use_threads=False, block_size=MAX_ROW_BYTES, column_names=names),
            arrow.ParseOptions(
                delimiter=self._delimiter, newlines_in_values=True, invalid_row_handler=self._judge
            ),
            arrow.ConvertOptions(
                check_utf8=False,
                strings_can_be_null=False,
                column_types=dict.fromkeys(names, texts),
                include_columns=[str(place) for place in self._table.columns],
            ),
        )

    def _judge(self, row: Any) -> str:  # noqa: ANN401 - pyarrow has no types
        """What to do about a row of another length: the end mark is left out, any other ends the reading."""
        if row.text == self._below.end_mark:
            self._has_ended = True
            return "skip"
        number = (row.number or 1) + self._table.first_row - 1
        self._wrong = RowOfOtherLength(row=number, found=row.actual_columns, expected=row.expected_columns)
        return "error"

    def _take(self, batch: Any) -> None:  # noqa: ANN401 - pyarrow has no types
        for place in self._table.columns:
            cells = batch.column(str(place))
            self._table.add(place, cells.dictionary.to_pylist(), cells.indices.to_numpy())
        self._table.grow(batch.num_rows)

    def _fault(self, words: str) -> Exception:
        if self._wrong is not None:
            return self._wrong
        if "straddl" in words:
            row = self._table.first_row + self._table.rows
            return RowTooLong(row=row, limit=MAX_ROW_BYTES // MEGABYTE)
        return FileBroken()
