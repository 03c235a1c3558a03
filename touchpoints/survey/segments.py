"""Which segments each row belongs to, and the groups of rows that are counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from touchpoints.messages import Message, message
from touchpoints.survey.cells import code_key
from touchpoints.survey.columns import LONGEST_SEGMENTATION
from touchpoints.survey.frame import Codes, Column
from touchpoints.survey.reasons import Reason
from touchpoints.survey.rules import SegmentationRule
from touchpoints.survey.tables import tidy
from touchpoints.survey.waves import natural_key

MOST_SEGMENTS = 200
MOST_TEXTS = 2000


@dataclass(frozen=True)
class Segments:
    """A segmentation, its segments in the order to be shown, and the segment of each row (-1: none)."""

    rule: SegmentationRule
    column: Column
    names: tuple[str, ...]
    codes: Codes
    reasons: tuple[Reason | None, ...]

    @property
    def name(self) -> str:
        """The name of the segmentation."""
        return self.rule.name


@dataclass(frozen=True)
class Grouping:
    """Groups of rows to be counted: by wave, and within it by no, one or two segmentations.

    `codes` is 0 for rows in no group, else 1 + the place of the group in `groups`; `groups` holds the number
    of the wave and the segments.
    """

    names: tuple[str | None, str | None]
    groups: tuple[tuple[int, str | None, str | None], ...]
    codes: Codes


def read_segments(rule: SegmentationRule, column: Column, faults: list[Message]) -> Segments:
    """The segment of each row; notes a column that has too many values, or too long ones."""
    if len(column.texts) > MOST_TEXTS:
        faults.append(too_many(column.name, len(column.texts) - 1))
        return Segments(rule, column, (), np.full(len(column.codes), -1), (None,) * len(column.texts))
    reader = SegmentReader.of(rule)
    found = [reader.read(text) for text in column.texts]
    used = zip(found, column.rows_of_texts, strict=True)
    names = order_names(rule, {name for (name, _), rows in used if name and rows})
    faults.extend(faults_of_names(column.name, names))
    places = {name: place for place, name in enumerate(names)}
    codes = column.translate([places.get(name, -1) for name, _ in found]).astype(np.int64)
    return Segments(rule, column, names, codes, tuple(reason for _, reason in found))


@dataclass(frozen=True)
class SegmentReader:
    """Reads the cells of a segmentation."""

    labels: Mapping[str, str]
    missing: frozenset[str]

    @classmethod
    def of(cls, rule: SegmentationRule) -> SegmentReader:
        """A reader with the codes in the form in which they are compared."""
        labels = {code_key(code): label for code, label in rule.labels.items()}
        return cls(labels, frozenset(code_key(code) for code in rule.missing))

    def read(self, text: str) -> tuple[str, Reason | None]:
        """The name of the segment, or "" and why there is none."""
        key = code_key(text)
        if not key:
            return "", Reason.BLANK
        if key in self.missing:
            return "", Reason.NO_ANSWER
        return self.labels.get(key) or tidy(text), None


def order_names(rule: SegmentationRule, names: set[str]) -> tuple[str, ...]:
    """Named segments in the order of their labels, the others after them, numbers in their natural order."""
    labelled = [label for label in dict.fromkeys(rule.labels.values()) if label in names]
    return (*labelled, *sorted(names - set(labelled), key=natural_key))


def faults_of_names(column: str, names: Sequence[str]) -> list[Message]:
    """What is wrong with the names of a column's segments."""
    faults = [too_many(column, len(names))] if len(names) > MOST_SEGMENTS else []
    if any(len(name) > LONGEST_SEGMENTATION for name in names):
        faults.append(
            message(
                "{column} has values of over {longest} characters; give them short labels, or ignore it.",
                column=column,
                longest=LONGEST_SEGMENTATION,
            )
        )
    return faults


def too_many(column: str, count: int) -> Message:
    """A column that cannot be a segmentation."""
    return message(
        "{column} has {count} different values, {most} are possible; fold them by labels or ignore it.",
        column=column,
        count=count,
        most=MOST_SEGMENTS,
    )


def group_rows(wave: Codes, members: Sequence[Segments]) -> Grouping:
    """The rows grouped by wave and by up to two segmentations."""
    combined, is_in = wave.copy(), wave >= 0
    for segments in members:
        combined = combined * len(segments.names) + segments.codes
        is_in &= segments.codes >= 0
    codes, found = number_groups(np.where(is_in, combined, -1))
    names = [segments.name for segments in members]
    return Grouping(
        names=(names[0] if names else None, names[1] if len(names) > 1 else None),
        groups=tuple(group_of(int(value), members) for value in found),
        codes=codes,
    )


def number_groups(combined: Codes) -> tuple[Codes, npt.NDArray[np.int64]]:
    """Rows numbered 1.. by their group, 0 where it is -1, and the groups that occur."""
    codes, found = pd.factorize(combined, sort=True)
    if len(found) and found[0] == -1:
        return codes.astype(np.int64), found[1:]
    return codes.astype(np.int64) + 1, found


def group_of(combined: int, members: Sequence[Segments]) -> tuple[int, str | None, str | None]:
    """The wave and the segments that make up one number."""
    segments: list[str | None] = []
    for one in reversed(members):
        combined, place = divmod(combined, len(one.names))
        segments.insert(0, one.names[place])
    first, second, *_ = [*segments, None, None]
    return combined, first, second
