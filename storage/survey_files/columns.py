"""From the cells of a file to a frame with one categorical column of tidy texts for each column."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from storage.survey_files.errors import (
    CellTooLong,
    ColumnNamesRepeated,
    ColumnNameTooLong,
    HeaderMissing,
    TooManyColumns,
    TooManyRows,
)
from storage.survey_files.options import MAX_CELL_LENGTH, MAX_COLUMNS, MAX_NAME_LENGTH, MAX_ROWS

if TYPE_CHECKING:
    import pandas as pd

Places = npt.NDArray[Any]

_LINE_BREAKS_AND_TABS = "\n\r\t"
_JOINERS = "\u200c\u200d"  # Persian, Indian scripts and emoji need them


def tidy(text: str) -> str:
    """A text without blanks around it, control and direction characters, composed as people type it (NFC)."""
    text = text.strip()
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", "".join(filter(_is_kept, text))).strip()


def _is_kept(character: str) -> bool:
    allowed = character in _LINE_BREAKS_AND_TABS or character in _JOINERS
    return allowed or unicodedata.category(character) not in ("Cc", "Cf", "Cs")


def column_names(header: Sequence[str]) -> list[str]:
    """One name for each cell of the first row; an empty one is called by its place, as "Column 7".

    Raises TooManyColumns, ColumnNameTooLong, HeaderMissing or ColumnNamesRepeated.
    """
    if len(header) > MAX_COLUMNS:
        raise TooManyColumns(columns=len(header), limit=MAX_COLUMNS)
    for place, name in enumerate(header, start=1):
        if len(name) > MAX_NAME_LENGTH:
            raise ColumnNameTooLong(column=place, length=len(name), limit=MAX_NAME_LENGTH)
    tidied = [tidy(name) for name in header]
    if not any(tidied):
        raise HeaderMissing
    names = [name or f"Column {place}" for place, name in enumerate(tidied, start=1)]
    repeated = [name for name, times in Counter(names).items() if times > 1]
    if repeated:
        raise ColumnNamesRepeated(names=", ".join(repeated[:10]))
    return names


class Column:
    """The cells of one column, kept as codes into its different texts, so that memory follows variety."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._parts: list[Places] = []

    def add(self, texts: Sequence[str], places: Places) -> None:
        """More cells: their different texts, and for each cell the place of its text among them."""
        codes = self._codes
        tidied = [tidy(text) for text in texts]
        lookup = [codes.setdefault(text, len(codes)) for text in tidied]
        smallest = np.min_scalar_type(-len(codes) - 1)
        self._parts.append(np.array(lookup, dtype=smallest)[places])

    def cells(self, length: int) -> pd.Categorical:
        """The first `length` cells as a categorical."""
        import pandas as pd  # noqa: PLC0415 - the child imports it in its own order

        codes = np.concatenate(self._parts)[:length] if self._parts else np.array([], dtype=np.int8)
        self._parts.clear()
        texts = pd.Index(list(self._codes), dtype=object)
        return pd.Categorical.from_codes(codes, categories=texts, validate=False)

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds a text."""
        return not any(self._codes)


class Table:
    """The columns that are read, growing batch by batch."""

    def __init__(
        self, names: Sequence[str], header: Sequence[str], wanted: Iterable[str] | None, first_row: int
    ) -> None:
        asked = set(names if wanted is None else wanted)
        self.names = list(names)
        self.first_row = first_row
        self.rows = 0
        self.columns = {place: Column() for place, name in enumerate(names) if name in asked}
        self._nameless = {place for place, name in enumerate(header) if not tidy(name)}

    def add(self, place: int, texts: Sequence[str], places: Places) -> None:
        """More cells of the column at a place; raises CellTooLong."""
        for number, text in enumerate(texts):
            if len(text) > MAX_CELL_LENGTH:
                row = self.first_row + self.rows + int(np.argmax(places == number))
                raise CellTooLong(row=row, limit=MAX_CELL_LENGTH)
        self.columns[place].add(texts, places)

    def grow(self, rows: int) -> None:
        """Count the rows of a batch whose cells were added; raises TooManyRows."""
        self.rows += rows
        if self.rows > MAX_ROWS:
            raise TooManyRows(limit=MAX_ROWS)

    def frame(self, rows: int | None = None) -> pd.DataFrame:
        """The frame, cut to a number of rows; columns with neither name nor content are left out.

        Columns that nobody wanted are there by name, but blank: they cost nothing, and a wrong name in a
        mapping can be answered with those that the file has.
        """
        import pandas as pd  # noqa: PLC0415 - see Column

        rows = self.rows if rows is None else min(rows, self.rows)
        blank = pd.Categorical.from_codes(
            np.zeros(rows, dtype=np.int8), categories=pd.Index([""], dtype=object)
        )
        cells = {}
        for place, name in enumerate(self.names):
            column = self.columns.get(place)
            if place in self._nameless and (column is None or column.is_empty):
                continue
            cells[name] = blank if column is None else column.cells(rows)
        frame = pd.DataFrame(cells, copy=False)
        frame.attrs["first_row"] = self.first_row
        return frame
