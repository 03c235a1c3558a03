"""A survey file as columns of distinct texts with one code a row, so that each text is read only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from touchpoints.messages import Message, message
from touchpoints.survey.faults import FrameFaults

Codes = npt.NDArray[np.int64]
USUAL_FIRST_ROW = 2


@dataclass(frozen=True)
class Column:
    """The texts of a column and, for each row, which of them it holds; the last is blank, for code -1."""

    name: str
    texts: tuple[str, ...]
    codes: npt.NDArray[Any]

    def translate(self, values: Sequence[float]) -> npt.NDArray[Any]:
        """One value a row, given one for each text."""
        values_of_rows: npt.NDArray[Any] = np.asarray(values)[self.codes]
        return values_of_rows

    @property
    def rows_of_texts(self) -> npt.NDArray[np.int64]:
        """How many rows hold each text."""
        places = np.where(self.codes < 0, len(self.texts) - 1, self.codes)
        return np.bincount(places, minlength=len(self.texts))

    def text(self, row: int) -> str:
        """What stands in a row."""
        return self.texts[int(self.codes[row])]


def column_of(frame: pd.DataFrame, name: str) -> Column:
    """A column of the frame."""
    cells = frame[name].cat
    return Column(name, (*cells.categories.tolist(), ""), cells.codes.to_numpy())


def first_row_of(frame: pd.DataFrame) -> int:
    """The number that a person sees beside the first row of the frame."""
    return int(frame.attrs.get("first_row", USUAL_FIRST_ROW))


def require_columns(frame: pd.DataFrame, wanted: Sequence[str]) -> None:
    """Raise FrameFaults for every wanted column that the file lacks, and for names that it has twice."""
    present = [str(name) for name in frame.columns]
    faults = [*absent_columns(present, wanted), *doubled_columns(present)]
    if faults:
        raise FrameFaults(faults)


def absent_columns(present: Sequence[str], wanted: Sequence[str]) -> Iterator[Message]:
    """A message for each wanted column that is not there, with the names most like it."""
    for name in wanted:
        if name in present:
            continue
        closest = get_close_matches(name, present, n=3, cutoff=0.5)
        if closest:
            names = ", ".join(closest)
            yield message("There is no column {column}; did you mean {closest}?", column=name, closest=names)
        else:
            yield message("There is no column {column}.", column=name)


def doubled_columns(present: Sequence[str]) -> Iterator[Message]:
    """A message for each name that two columns have."""
    for name in dict.fromkeys(present):
        if present.count(name) > 1:
            yield message("Several columns are called {column}; give each its own name.", column=name)
