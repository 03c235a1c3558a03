"""Counts a survey file by its mapping: the check for people to read, and the counts to store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from touchpoints.survey.asked import Asked, items_left, questions_asked, read_answers
from touchpoints.survey.comments import comments_of, shuffle
from touchpoints.survey.frame import column_of, require_columns
from touchpoints.survey.left_out import Place, lines_of
from touchpoints.survey.means import read_sd, tally_means, total_n
from touchpoints.survey.reasons import Reason
from touchpoints.survey.result import (
    Comment,
    CountCell,
    LeftOut,
    MeanCell,
    SegmentationFound,
    SurveyCheck,
    SurveyResult,
    WaveFound,
)
from touchpoints.survey.rows import Rows, code_of_reason, read_rows
from touchpoints.survey.rules import Layout, Role, SurveyMapping
from touchpoints.survey.tally import Material, aggregated_material, tally_question
from touchpoints.survey.waves import read_span

__all__ = ["SurveyResult", "count"]


@dataclass
class Counted:
    """What counting has found so far."""

    taken: int = 0
    cells: list[CountCell] = field(default_factory=list)
    means: list[MeanCell] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)


def count(frame: pd.DataFrame, mapping: SurveyMapping, *, seed: int = 0) -> SurveyResult:
    """The check and the counts of a file; comments are shuffled with the seed.

    Raises FrameFaults where the file lacks columns that the mapping names, or has them with values that
    cannot serve (a segmentation of thousands of values, an item without a scale).
    """
    require_columns(frame, mapping.columns)
    rows = read_rows(frame, mapping)
    asked = questions_asked(frame, mapping)
    counted = Counted(left_out=list(lines_of_rows(frame, mapping, rows)))
    material = material_of(frame, mapping, rows)
    if mapping.layout is Layout.MEANS:
        count_means(frame, mapping, material, asked, counted)
    else:
        count_answers(mapping, material, asked, counted)
    return SurveyResult(
        survey=mapping.survey,
        check=check_of(frame, mapping, rows, asked, counted),
        questions=tuple(one.question for one in asked),
        cells=tuple(counted.cells),
        means=tuple(counted.means),
        comments=shuffle(counted.comments, seed),
    )


def material_of(frame: pd.DataFrame, mapping: SurveyMapping, rows: Rows) -> Material:
    """What is counted, by the layout."""
    if mapping.layout in (Layout.WIDE, Layout.LONG):
        return Material(rows)
    return aggregated_material(frame, rows, mapping.parts[Role.COUNT], mapping.hints.decimal)


def count_answers(
    mapping: SurveyMapping, material: Material, asked: Sequence[Asked], counted: Counted
) -> None:
    """Count every question."""
    for one in asked:
        answers = read_answers(one, mapping.hints.decimal)
        tally = tally_question(material, one, answers.meanings[one.codes])
        counted.taken += tally.taken
        counted.cells += tally.cells
        times = None if material.times is None else one.of_rows(material.times)
        counted.left_out += lines_of(place_of(material.rows, one), tally.reasons, times)
        counted.comments += comments_of(material.rows, one, answers)


def count_means(
    frame: pd.DataFrame, mapping: SurveyMapping, material: Material, asked: Sequence[Asked], counted: Counted
) -> None:
    """Take over the means of every question."""
    decimal = mapping.hints.decimal
    sd = read_sd(frame, mapping.parts.get(Role.SD), decimal)
    for one in asked:
        cells, reasons = tally_means(material, one, sd, decimal)
        counted.taken += total_n(cells)
        counted.means += cells
        times = None if material.times is None else one.of_rows(material.times)
        counted.left_out += lines_of(place_of(material.rows, one), reasons, times)


def place_of(rows: Rows, one: Asked) -> Place:
    """The cells that hold the answers to a question."""
    return Place(one.rule.source, one.column, rows.first_row, one.positions, one.question.scale)


def lines_of_rows(frame: pd.DataFrame, mapping: SurveyMapping, rows: Rows) -> Iterator[LeftOut]:
    """What is left out of wave, weight, segmentation and item columns; here rows are counted."""
    for name, reason in ((mapping.wave.column, Reason.NO_WAVE), (mapping.weight, Reason.NO_WEIGHT)):
        if name is not None:
            hindered = np.where(rows.hindrance == code_of_reason(reason), rows.hindrance, 0)
            yield from lines_of(Place(name, column_of(frame, name), rows.first_row), hindered)
    for segments in rows.segmentations:
        codes = [0 if reason is None else code_of_reason(reason) for reason in segments.reasons]
        place = Place(segments.rule.column, segments.column, rows.first_row)
        yield from lines_of(place, segments.column.translate(codes))
    if mapping.layout is not Layout.WIDE:
        items = column_of(frame, mapping.parts[Role.ITEM])
        yield from lines_of(Place(items.name, items, rows.first_row), items_left(items, mapping))


def check_of(
    frame: pd.DataFrame, mapping: SurveyMapping, rows: Rows, asked: Sequence[Asked], counted: Counted
) -> SurveyCheck:
    """The check of a file that has been counted."""
    used = set(mapping.columns) - set(mapping.ignored)
    touchpoints = (one.question.touchpoint for one in asked)
    return SurveyCheck(
        rows_read=len(frame),
        answers_taken=counted.taken,
        left_out=tuple(counted.left_out),
        ignored=tuple(str(name) for name in frame.columns if name not in used),
        touchpoints=without_repetition(touchpoints),
        waves=tuple(waves_found(rows)),
        segmentations=tuple(segmentations_found(rows)),
    )


def without_repetition(names: Iterable[str | None]) -> tuple[str, ...]:
    """Each name once, in the order of the file."""
    return tuple(dict.fromkeys(name for name in names if name is not None))


def waves_found(rows: Rows) -> Iterator[WaveFound]:
    """The waves with their rows and, where their name tells them, their days."""
    counts = np.bincount(rows.wave[rows.wave >= 0], minlength=len(rows.waves))
    for name, number, is_weighted in zip(rows.waves, counts, rows.weighted, strict=True):
        span = read_span(name)
        yield WaveFound(name, int(number), is_weighted, *(span or (None, None)))


def segmentations_found(rows: Rows) -> Iterator[SegmentationFound]:
    """The segmentations with the rows of each segment."""
    for segments in rows.segmentations:
        counts = np.bincount(segments.codes[segments.codes >= 0], minlength=len(segments.names))
        found = tuple((name, int(number)) for name, number in zip(segments.names, counts, strict=True))
        yield SegmentationFound(segments.name, segments.rule.column, found)
