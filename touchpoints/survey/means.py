"""Takes over means that came without their answers, pooling rows that speak of the same group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from touchpoints.survey.asked import Asked
from touchpoints.survey.cells import code_key, read_number
from touchpoints.survey.frame import Codes, Column, column_of
from touchpoints.survey.reasons import Reason
from touchpoints.survey.result import MeanCell
from touchpoints.survey.rows import code_of_reason
from touchpoints.survey.segments import Grouping
from touchpoints.survey.tally import Floats, Material, hindered, rows_of_grouping


def tally_means(
    material: Material, asked: Asked, sd: Floats | None, decimal: str | None
) -> tuple[tuple[MeanCell, ...], npt.NDArray[np.int16]]:
    """The means of a question by group, and a reason for each row that is in none."""
    found = [read_mean(asked, text, decimal) for text in asked.column.texts]
    means = np.array([mean for mean, _ in found])[asked.column.codes]
    reasons = hindered(
        np.array([code for _, code in found], dtype=np.int16)[asked.codes],
        asked.of_rows(without_nobody(material)),
    )
    is_taken = reasons >= 0
    used = np.zeros(len(reasons), dtype=bool)
    cells: list[MeanCell] = []
    for grouping in material.rows.groupings:
        chosen = rows_of_grouping(material, asked, grouping, is_taken)
        used |= chosen
        rows = np.arange(len(material.rows)) if asked.positions is None else asked.positions
        cells += pooled(material, asked, grouping, rows[chosen], (means, sd))
    reasons[is_taken & ~used] = code_of_reason(Reason.REPEATED)
    return tuple(cells), reasons


def without_nobody(material: Material) -> npt.NDArray[np.int16]:
    """The hindrances, and one more for the mean of no answers."""
    hindrance = material.rows.hindrance
    nobody = (material.times == 0) & (hindrance == 0)
    return np.where(nobody, code_of_reason(Reason.NO_COUNT), hindrance).astype(np.int16)


def read_mean(asked: Asked, text: str, decimal: str | None) -> tuple[float, int]:
    """The mean that a cell holds and 0, or NaN and the code of the reason why it holds none."""
    key = code_key(text)
    if not key:
        return float("nan"), code_of_reason(Reason.BLANK)
    if key in {code_key(code) for code in asked.rule.answer.missing}:
        return float("nan"), code_of_reason(Reason.NO_ANSWER)
    number = read_number(text, decimal)
    if number is None:
        return float("nan"), code_of_reason(Reason.NOT_A_NUMBER)
    is_inside = asked.question.scale.low <= number <= asked.question.scale.high
    return number, 0 if is_inside else code_of_reason(Reason.OUTSIDE_SCALE)


def read_sd(frame: pd.DataFrame, name: str | None, decimal: str | None) -> Floats | None:
    """The standard deviation of each row, NaN where it is not known; None where there is no such column."""
    if name is None:
        return None
    column: Column = column_of(frame, name)
    numbers = [read_number(text, decimal) for text in column.texts]
    return column.translate([float("nan") if number is None or number < 0 else number for number in numbers])


def pooled(
    material: Material,
    asked: Asked,
    grouping: Grouping,
    rows: Codes,
    columns: tuple[Floats, Floats | None],
) -> Iterator[MeanCell]:
    """One mean for each group, weighted by n."""
    means, sd = columns
    codes = grouping.codes[rows]
    for code in np.unique(codes[codes > 0]):
        group = rows[codes == code]
        wave, segment, _ = grouping.groups[int(code) - 1]
        times = np.ones(len(group)) if material.times is None else material.times[group]
        mean = float(np.average(means[group], weights=times))
        yield MeanCell(
            material.rows.waves[wave],
            asked.question.key,
            grouping.names[0],
            segment,
            int(times.sum()),
            mean,
            None if sd is None else pooled_sd(times, means[group], sd[group], mean),
        )


def pooled_sd(times: Floats, means: Floats, sd: Floats, mean: float) -> float | None:
    """The standard deviation of all answers from those of the parts: within them, and between their means."""
    if np.isnan(sd).any() or times.sum() < 2:
        return None
    squares = ((times - 1) * sd**2).sum() + (times * (means - mean) ** 2).sum()
    return float(np.sqrt(squares / (times.sum() - 1)))


def total_n(cells: Sequence[MeanCell]) -> int:
    """How many answers are behind the means of all."""
    return sum(cell.n for cell in cells if cell.segmentation is None)
