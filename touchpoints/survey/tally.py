"""Counts the answers to one question by wave, segment and point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from touchpoints.survey.asked import Asked
from touchpoints.survey.cells import read_number
from touchpoints.survey.frame import Codes, column_of
from touchpoints.survey.reasons import Reason
from touchpoints.survey.result import CountCell
from touchpoints.survey.rows import Rows, code_of_reason
from touchpoints.survey.segments import Grouping
from touchpoints.survey.totals import Mask, bits_of, named_in_rows, rows_of_total

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[Any]


@dataclass(frozen=True)
class Material:
    """What is counted: the rows, and of an aggregated file how often each stands and what it names."""

    rows: Rows
    times: Floats | None = None
    named: Codes | None = None


@dataclass(frozen=True)
class Tally:
    """The cells of one question, how many answers they hold, and a reason for each row that is in none."""

    cells: tuple[CountCell, ...]
    taken: int
    reasons: npt.NDArray[np.int16]


def aggregated_material(frame: pd.DataFrame, rows: Rows, count_column: str, decimal: str | None) -> Material:
    """The material of a file whose rows stand for several answers; a row without their number is hindered."""
    column = column_of(frame, count_column)
    times = column.translate([whole_number(text, decimal) for text in column.texts])
    no_count = (rows.hindrance == 0) & np.isnan(times)
    hindrance = np.where(no_count, code_of_reason(Reason.NO_COUNT), rows.hindrance)
    return Material(
        rows=replace(rows, hindrance=hindrance.astype(np.int16)),
        times=np.nan_to_num(times),
        named=named_in_rows(rows.segmentations, len(rows)),
    )


def whole_number(text: str, decimal: str | None) -> float:
    """The whole number from 0 that a cell holds, NaN where it is none."""
    number = read_number(text, decimal)
    return number if number is not None and number >= 0 and number == int(number) else float("nan")


def hindered(meanings: npt.NDArray[np.int16], hindrance: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
    """The meanings, with the hindrance of the row in place of a point that cannot count."""
    return np.where((meanings >= 0) & (hindrance < 0), hindrance, meanings)


def tally_question(material: Material, asked: Asked, meanings: npt.NDArray[np.int16]) -> Tally:
    """The cells of a question, given what each of its rows says: a point from 0, or a reason below 0."""
    reasons = hindered(meanings, asked.of_rows(material.rows.hindrance))
    is_taken = reasons >= 0
    width = asked.question.scale.high - asked.question.scale.low + 1
    # Rows that do not count get a point of their own beyond the scale, dropped later: faster than selecting.
    points = np.where(is_taken, reasons, width).astype(np.int64)
    cells: list[CountCell] = []
    used = is_taken if material.named is None else np.zeros(len(points), dtype=bool)
    for grouping in material.rows.groupings:
        if material.named is None:
            cells += cells_of(material, asked, grouping, points)
            continue
        chosen = rows_of_grouping(material, asked, grouping, is_taken)
        used |= chosen
        cells += cells_of(material, asked, grouping, np.where(chosen, points, width))
    reasons[is_taken & ~used] = code_of_reason(Reason.REPEATED)
    overall = sum(cell.n for cell in cells if cell.segmentation is None)
    return Tally(tuple(cells), overall, reasons)


def rows_of_grouping(material: Material, asked: Asked, grouping: Grouping, is_taken: Mask) -> Mask:
    """Which rows of a question make up the totals of a grouping: all, where a row is one answer."""
    if material.named is None:
        return is_taken
    needed = bits_of(grouping.names, material.rows.segmentations)
    named, wave = asked.of_rows(material.named), asked.of_rows(material.rows.wave)
    chosen = np.zeros(len(is_taken), dtype=bool)
    chosen[is_taken] = rows_of_total(named[is_taken], wave[is_taken], needed)
    return chosen


def cells_of(material: Material, asked: Asked, grouping: Grouping, points: Codes) -> Iterator[CountCell]:
    """A cell for each group and point that some answer falls on."""
    scale = asked.question.scale
    width = scale.high - scale.low + 2
    keys = asked.of_rows(grouping.codes) * width + points
    sums = sums_of(material, asked, keys, (len(grouping.groups) + 1) * width)
    for key in np.flatnonzero(sums[0]):
        group, point = divmod(int(key), width)
        if group == 0 or point == width - 1:
            continue
        wave, first, second = grouping.groups[group - 1]
        n, weight, squared = (float(column[key]) for column in sums)
        is_weighted = material.rows.weighted[wave]
        yield CountCell(
            material.rows.waves[wave],
            asked.question.key,
            grouping.names[0],
            first,
            grouping.names[1],
            second,
            point + scale.low,
            round(n),
            weight if is_weighted else None,
            squared if is_weighted else None,
        )


def sums_of(material: Material, asked: Asked, keys: Codes, size: int) -> tuple[Numbers, Numbers, Numbers]:
    """n, the sum of the weights and the sum of their squares in each bin."""
    times = None if material.times is None else asked.of_rows(material.times)
    n: Numbers = np.bincount(keys, times, minlength=size)
    if material.rows.weight is None:
        return n, n, n
    weight = asked.of_rows(material.rows.weight)
    often = weight if times is None else weight * times
    return (
        n,
        np.bincount(keys, often, minlength=size),
        np.bincount(keys, often * weight, minlength=size),
    )
