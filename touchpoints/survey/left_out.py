"""The lines of the check that say what was left out, why, how much of it and where it begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from touchpoints.statistics.scale import Scale
from touchpoints.survey.frame import Codes, Column
from touchpoints.survey.reasons import Reason
from touchpoints.survey.result import LeftOut
from touchpoints.survey.rows import REASONS, code_of_reason

ROWS_SHOWN = 5
LONGEST_EXAMPLE = 40
# Reasons whose cells show what is wrong with them.
OF_THE_CELL = (
    Reason.NO_ANSWER,
    Reason.NOT_A_NUMBER,
    Reason.NOT_WHOLE,
    Reason.OUTSIDE_SCALE,
)


@dataclass(frozen=True)
class Place:
    """Cells of a column under the name that people know them by: all of them, or those of some rows."""

    name: str
    column: Column
    first_row: int
    positions: Codes | None = None
    scale: Scale | None = None


def lines_of(
    place: Place, reasons: npt.NDArray[np.int16], times: npt.NDArray[np.float64] | None = None
) -> Iterator[LeftOut]:
    """A line for each reason that stands, as a negative code, in the cells of a place."""
    for reason in REASONS:
        found = np.flatnonzero(reasons == code_of_reason(reason))
        if len(found):
            yield line_of(place, reason, found, times)


def line_of(place: Place, reason: Reason, found: Codes, times: npt.NDArray[np.float64] | None) -> LeftOut:
    """The line for one reason and the cells that it was found in."""
    rows = found if place.positions is None else place.positions[found]
    counts_rows = times is None or reason is Reason.NO_COUNT
    return LeftOut(
        column=place.name,
        reason=reason,
        count=len(found) if counts_rows or times is None else int(times[found].sum()),
        rows=tuple(int(row) + place.first_row for row in rows[:ROWS_SHOWN]),
        examples=examples_of(place.column, rows) if reason in OF_THE_CELL else (),
        scale=place.scale if reason is Reason.OUTSIDE_SCALE else None,
    )


def examples_of(column: Column, rows: Codes) -> tuple[str, ...]:
    """Up to five different texts from the first rows; looking further would not make the fault clearer."""
    texts = dict.fromkeys(column.text(int(row)) for row in rows[:200])
    return tuple(text[:LONGEST_EXAMPLE] for text in list(texts)[:ROWS_SHOWN])
