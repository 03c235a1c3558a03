"""What holds for a whole row whichever question it answers: its wave, weight and segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from touchpoints.messages import Message, message
from touchpoints.survey.cells import read_number
from touchpoints.survey.faults import FrameFaults
from touchpoints.survey.frame import Codes, column_of, first_row_of
from touchpoints.survey.reasons import Reason
from touchpoints.survey.rules import SurveyMapping, WaveRule
from touchpoints.survey.segments import Grouping, Segments, group_rows, read_segments
from touchpoints.survey.tables import tidy
from touchpoints.survey.waves import natural_key, wave_label

MOST_WAVES = 1000
REASONS = tuple(Reason)


def code_of_reason(reason: Reason) -> int:
    """A reason as a negative number, to stand in an array in place of a point."""
    return -1 - REASONS.index(reason)


@dataclass(frozen=True)
class Rows:
    """All that is known of the rows; `hindrance` is 0 or the code of the reason why nothing in a row counts.

    `weight` is None where no wave has weights, and 1 in the rows of waves without them. `groupings` starts
    with the one by wave alone.
    """

    first_row: int
    waves: tuple[str, ...]
    wave: Codes
    weighted: tuple[bool, ...]
    weight: npt.NDArray[np.float64] | None
    hindrance: npt.NDArray[np.int16]
    segmentations: tuple[Segments, ...]
    groupings: tuple[Grouping, ...]

    def __len__(self) -> int:
        return len(self.wave)


def read_rows(frame: pd.DataFrame, mapping: SurveyMapping) -> Rows:
    """Wave, weight and segments of every row; raises FrameFaults for columns that cannot serve."""
    faults: list[Message] = []
    waves, wave = read_waves(frame, mapping.wave, faults)
    segmentations = tuple(
        read_segments(rule, column_of(frame, rule.column), faults) for rule in mapping.segmentations
    )
    if faults:
        raise FrameFaults(faults)
    weighted, weight = read_weights(frame, mapping, wave, len(waves))
    return Rows(
        first_row=first_row_of(frame),
        waves=waves,
        wave=wave,
        weighted=weighted,
        weight=weight,
        hindrance=hindrances(wave, weight),
        segmentations=segmentations,
        groupings=group_all(wave, segmentations, mapping.pairs),
    )


def read_waves(frame: pd.DataFrame, rule: WaveRule, faults: list[Message]) -> tuple[tuple[str, ...], Codes]:
    """The waves in their natural order, and the number of each row's wave (-1: none)."""
    if rule.column is None:
        return (rule.constant or "",), np.zeros(len(frame), dtype=np.int64)
    column = column_of(frame, rule.column)
    labels = [wave_label(tidy(text), rule.period, rule.format) for text in column.texts]
    found = {label for label, rows in zip(labels, column.rows_of_texts, strict=True) if label and rows}
    if len(found) > MOST_WAVES:
        faults.append(
            message(
                "{column} names {count} waves, at most {most} are possible; choose a longer period.",
                column=column.name,
                count=len(found),
                most=MOST_WAVES,
            )
        )
    waves = tuple(sorted(found, key=natural_key))
    places = {label: place for place, label in enumerate(waves)}
    return waves, column.translate([places.get(label or "", -1) for label in labels]).astype(np.int64)


def read_weights(
    frame: pd.DataFrame, mapping: SurveyMapping, wave: Codes, waves: int
) -> tuple[tuple[bool, ...], npt.NDArray[np.float64] | None]:
    """Which waves have weights, and the weight of each row: NaN where a wave has weights and the row none."""
    if mapping.weight is None:
        return (False,) * waves, None
    column = column_of(frame, mapping.weight)
    weights = column.translate([positive_weight(text, mapping.hints.decimal) for text in column.texts])
    has_text = column.translate([bool(text.strip()) for text in column.texts])
    is_weighted = np.bincount(wave[(wave >= 0) & has_text], minlength=waves) > 0
    if not is_weighted.any():
        return (False,) * waves, None
    weights = np.where(is_weighted[wave], weights, 1.0)
    return tuple(bool(flag) for flag in is_weighted), weights


def positive_weight(text: str, decimal: str | None) -> float:
    """The weight that a cell holds, NaN where it is none."""
    number = read_number(text, decimal)
    return number if number is not None and number > 0 else float("nan")


def hindrances(wave: Codes, weight: npt.NDArray[np.float64] | None) -> npt.NDArray[np.int16]:
    """For each row why nothing in it counts; 0 where it does."""
    found = np.where(wave < 0, code_of_reason(Reason.NO_WAVE), 0)
    if weight is not None:
        found = np.where((found == 0) & np.isnan(weight), code_of_reason(Reason.NO_WEIGHT), found)
    return found.astype(np.int16)


def group_all(
    wave: Codes, segmentations: Sequence[Segments], pairs: Sequence[tuple[str, str]]
) -> tuple[Grouping, ...]:
    """Every grouping to be counted: all, each segmentation, each declared pair."""
    by_name = {segments.name: segments for segments in segmentations}
    members = [(), *((segments,) for segments in segmentations)]
    members += [(by_name[first], by_name[second]) for first, second in pairs]
    return tuple(group_rows(wave, group) for group in members)
