"""What counting a survey file gives: a check for people to read, and counts to store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from touchpoints.messages import Message
from touchpoints.statistics.scale import Scale
from touchpoints.survey.reasons import Reason, say_reason


class CountCell(NamedTuple):
    """How many answers fell on a point: of all, of one segment, or of a declared pair of segments.

    The sums of the weights and of their squares are None in a wave without weights.
    """

    wave: str
    question: str
    segmentation: str | None
    segment: str | None
    second_segmentation: str | None
    second_segment: str | None
    point: int
    n: int
    weight: float | None
    weight_squared: float | None


class MeanCell(NamedTuple):
    """A mean that came without its answers, of all or of one segment; sd is None where it is not known."""

    wave: str
    question: str
    segmentation: str | None
    segment: str | None
    n: int
    mean: float
    sd: float | None


class Comment(NamedTuple):
    """What somebody wrote behind an answer; neither who nor which answer."""

    wave: str
    question: str
    text: str


@dataclass(frozen=True)
class Question:
    """A question with its scale; the key is another one on another scale.

    `kind` is rating, overall, nps, csat, ces or recommendation; `touchpoint` is None where it is about none.
    """

    key: str
    kind: str
    touchpoint: str | None
    phase: str | None
    text: str
    scale: Scale
    version: str | None = None


@dataclass(frozen=True)
class WaveFound:
    """A wave of the file, with its first and last day where its name tells them."""

    name: str
    rows: int
    is_weighted: bool
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True)
class SegmentationFound:
    """A segmentation and how many rows each of its segments has, in the order to be shown."""

    name: str
    column: str
    segments: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class LeftOut:
    """Answers of a column (or item) that were not taken, and why; `rows` are the first five row numbers.

    For the wave, weight and segmentation columns and for items that are missing it counts rows, not answers.
    """

    column: str
    reason: Reason
    count: int
    rows: tuple[int, ...]
    examples: tuple[str, ...] = ()
    scale: Scale | None = None

    @property
    def message(self) -> Message:
        """The reason as a text."""
        return say_reason(self.reason, self.scale)


@dataclass(frozen=True)
class SurveyCheck:
    """What would be stored, what is left out and why."""

    rows_read: int
    answers_taken: int
    left_out: tuple[LeftOut, ...]
    ignored: tuple[str, ...]
    touchpoints: tuple[str, ...]
    waves: tuple[WaveFound, ...]
    segmentations: tuple[SegmentationFound, ...]


@dataclass(frozen=True)
class SurveyResult:
    """The counts of a survey file; no respondent is in it."""

    survey: str
    check: SurveyCheck
    questions: tuple[Question, ...]
    cells: tuple[CountCell, ...]
    means: tuple[MeanCell, ...] = ()
    comments: tuple[Comment, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The result as lists and plain values, for the way between processes."""
        return {
            "survey": self.survey,
            "check": check_to_dict(self.check),
            "questions": [question_to_list(question) for question in self.questions],
            "cells": [list(cell) for cell in self.cells],
            "means": [list(cell) for cell in self.means],
            "comments": [list(comment) for comment in self.comments],
        }

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> SurveyResult:
        """The result that to_dict wrote."""
        return cls(
            survey=raw["survey"],
            check=check_from_dict(raw["check"]),
            questions=tuple(question_from_list(row) for row in raw["questions"]),
            cells=tuple(CountCell(*row) for row in raw["cells"]),
            means=tuple(MeanCell(*row) for row in raw["means"]),
            comments=tuple(Comment(*row) for row in raw["comments"]),
        )


def scale_to_list(scale: Scale | None) -> list[int] | None:
    """Low, high, best."""
    return None if scale is None else [scale.low, scale.high, scale.best]


def scale_from_list(row: list[int] | None) -> Scale | None:
    """The scale that scale_to_list wrote."""
    return None if row is None else Scale(*row)


def question_to_list(question: Question) -> list[Any]:
    """The fields of a question in their order."""
    about = [question.key, question.kind, question.touchpoint, question.phase, question.text]
    return [*about, scale_to_list(question.scale), question.version]


def question_from_list(row: list[Any]) -> Question:
    """The question that question_to_list wrote."""
    key, kind, touchpoint, phase, text, scale, version = row
    return Question(key, kind, touchpoint, phase, text, Scale(*scale), version)


def check_to_dict(check: SurveyCheck) -> dict[str, Any]:
    """The check as plain values."""
    return {
        "rows_read": check.rows_read,
        "answers_taken": check.answers_taken,
        "left_out": [left_out_to_list(line) for line in check.left_out],
        "ignored": list(check.ignored),
        "touchpoints": list(check.touchpoints),
        "waves": [wave_to_list(wave) for wave in check.waves],
        "segmentations": [
            [found.name, found.column, [list(segment) for segment in found.segments]]
            for found in check.segmentations
        ],
    }


def check_from_dict(raw: Mapping[str, Any]) -> SurveyCheck:
    """The check that check_to_dict wrote."""
    return SurveyCheck(
        rows_read=raw["rows_read"],
        answers_taken=raw["answers_taken"],
        left_out=tuple(left_out_from_list(row) for row in raw["left_out"]),
        ignored=tuple(raw["ignored"]),
        touchpoints=tuple(raw["touchpoints"]),
        waves=tuple(wave_from_list(row) for row in raw["waves"]),
        segmentations=tuple(
            SegmentationFound(name, column, tuple((segment, rows) for segment, rows in segments))
            for name, column, segments in raw["segmentations"]
        ),
    )


def left_out_to_list(line: LeftOut) -> list[Any]:
    """The fields of a line in their order."""
    reason, scale = line.reason.value, scale_to_list(line.scale)
    return [line.column, reason, line.count, list(line.rows), list(line.examples), scale]


def left_out_from_list(row: list[Any]) -> LeftOut:
    """The line that left_out_to_list wrote."""
    column, reason, count, rows, examples, scale = row
    return LeftOut(column, Reason(reason), count, tuple(rows), tuple(examples), scale_from_list(scale))


def wave_to_list(wave: WaveFound) -> list[Any]:
    """The fields of a wave in their order, days in ISO form."""
    days = [None if day is None else day.isoformat() for day in (wave.starts, wave.ends)]
    return [wave.name, wave.rows, wave.is_weighted, *days]


def wave_from_list(row: list[Any]) -> WaveFound:
    """The wave that wave_to_list wrote."""
    name, rows, is_weighted, *days = row
    return WaveFound(name, rows, is_weighted, *(day and date.fromisoformat(day) for day in days))
