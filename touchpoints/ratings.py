"""What customers answered, per question, wave and segment, with the cells that must not be shown withheld."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import sqrt
from typing import NamedTuple

from touchpoints.statistics import FLOOR, OVERALL, POOLED, PointCounts, Scale, pooled, withheld_cells


@dataclass(frozen=True)
class AskedQuestion:
    """A question of a survey; `touchpoint_id` is None where it is not about one."""

    id: str
    survey: str
    kind: str
    touchpoint_id: str | None
    touchpoint: str | None
    text: str
    scale: Scale


@dataclass(frozen=True)
class SurveyWave:
    """A wave of a survey; waves are in order of time."""

    id: str
    survey: str
    label: str
    starts_on: date | None = None


class AnswerRow(NamedTuple):
    """Answers on one scale point: of everybody (value None) or of one segment value."""

    question: str
    wave: str
    value: str | None
    point: int
    n: int
    weight: float | None
    weight_squared: float | None


class MeanRow(NamedTuple):
    """A mean that came without its distribution."""

    question: str
    wave: str
    value: str | None
    n: int
    mean: float
    sd: float | None


@dataclass(frozen=True)
class Answers:
    """All answers of a project's surveys, overall and, where one is named, by one segmentation."""

    questions: tuple[AskedQuestion, ...]
    waves: tuple[SurveyWave, ...]
    rows: tuple[AnswerRow, ...]
    means: tuple[MeanRow, ...] = ()
    segmentation: str | None = None
    values: tuple[str, ...] = ()

    def waves_of(self, survey: str) -> tuple[SurveyWave, ...]:
        """The waves of one survey, oldest first."""
        return tuple(wave for wave in self.waves if wave.survey == survey)


@dataclass(frozen=True)
class Rating:
    """One question for one wave (None: all pooled) and one segment value (None: everybody).

    `counts` is None where the cell is withheld and where only a mean is known; then `mean` may be set.
    `waves_without_weights` are those because of which a rating over several waves is unweighted.
    """

    question: AskedQuestion
    wave: str | None
    segmentation: str | None
    value: str | None
    counts: PointCounts | None
    mean: MeanRow | None = None
    is_withheld: bool = False
    waves_without_weights: tuple[str, ...] = ()

    @property
    def n(self) -> int | None:
        """How many answered; None where that is withheld."""
        if self.counts is not None:
            return self.counts.total
        return self.mean.n if self.mean else None


# A cell is (segment value or OVERALL, wave id or POOLED), as withholding names them.
Cell = tuple[str, str]


@dataclass(frozen=True)
class _QuestionCells:
    """The cells of one question, one wave at a time."""

    counts: Mapping[Cell, PointCounts]
    means: Mapping[Cell, MeanRow]

    @cached_property
    def people(self) -> dict[Cell, int]:
        return {c: m.n for c, m in self.means.items()} | {c: k.total for c, k in self.counts.items()}

    @cached_property
    def withheld(self) -> frozenset[Cell]:
        """The cells that are too small, and those that would give them away."""
        totals = {wave: n for (value, wave), n in self.people.items() if value == OVERALL}
        cells = {cell: n for cell, n in self.people.items() if cell[0] != OVERALL}
        if not cells and all(n >= FLOOR for n in totals.values()):
            return frozenset()
        return withheld_cells(cells, totals=totals)

    def pooled(self, value: str) -> tuple[PointCounts | None, MeanRow | None]:
        """One segment value over all waves; means are pooled by their n."""
        counts = [count for (found, _), count in self.counts.items() if found == value]
        means = [mean for (found, _), mean in self.means.items() if found == value]
        return (pooled(counts) if counts else None), (_pooled_mean(means) if means else None)

    def waves_without_weights(self, value: str) -> frozenset[str]:
        """The waves that make one value's answers, pooled over all waves, unweighted; none where all are."""
        counts = {wave: count for (found, wave), count in self.counts.items() if found == value}
        plain = frozenset(wave for wave, count in counts.items() if count.total and not count.is_weighted)
        return plain if any(count.is_weighted for count in counts.values()) else frozenset()


def rate(answers: Answers, *, is_pooled: bool) -> Iterator[Rating]:
    """Every rating: per question one per wave (or one over all), everybody first, then by segment value."""
    cells = _cells_by_question(answers)
    for question in answers.questions:
        if question.id in cells:
            yield from _rate_question(answers, question, cells[question.id], is_pooled=is_pooled)


def _rate_question(
    answers: Answers, question: AskedQuestion, cells: _QuestionCells, *, is_pooled: bool
) -> Iterator[Rating]:
    waves = [(POOLED, None)] if is_pooled else [(w.id, w.label) for w in answers.waves_of(question.survey)]
    for wave, label in waves:
        for value in (OVERALL, *answers.values):
            counts, mean = _cell(cells, value, wave)
            if counts is None and mean is None:
                continue
            is_withheld = (value, wave) in cells.withheld
            plain = cells.waves_without_weights(value) if is_pooled else frozenset()
            yield Rating(
                question=question,
                wave=label,
                segmentation=answers.segmentation if value != OVERALL else None,
                value=None if value == OVERALL else value,
                counts=None if is_withheld else counts,
                mean=None if is_withheld or counts else mean,
                is_withheld=is_withheld,
                waves_without_weights=tuple(w.label for w in answers.waves if w.id in plain),
            )


def _cell(cells: _QuestionCells, value: str, wave: str) -> tuple[PointCounts | None, MeanRow | None]:
    if wave == POOLED:
        return cells.pooled(value)
    return cells.counts.get((value, wave)), cells.means.get((value, wave))


def _cells_by_question(answers: Answers) -> dict[str, _QuestionCells]:
    points: dict[str, dict[Cell, list[AnswerRow]]] = defaultdict(lambda: defaultdict(list))
    for row in answers.rows:
        points[row.question][row.value or OVERALL, row.wave].append(row)
    means: dict[str, dict[Cell, MeanRow]] = defaultdict(dict)
    for mean in answers.means:
        means[mean.question][mean.value or OVERALL, mean.wave] = mean
    return {
        question: _QuestionCells(
            {cell: point_counts(rows) for cell, rows in points[question].items()}, means[question]
        )
        for question in {*points, *means}
    }


def point_counts(rows: Iterable[AnswerRow]) -> PointCounts:
    """The counts of some answer rows; weighted only where every row carries weights."""
    n: dict[int, int] = {}
    weight: dict[int, float] = {}
    weight_squared: dict[int, float] = {}
    for row in rows:
        n[row.point] = row.n
        if row.weight is not None and row.weight_squared is not None:
            weight[row.point] = row.weight
            weight_squared[row.point] = row.weight_squared
    return PointCounts(n, weight, weight_squared) if len(weight) == len(n) else PointCounts(n)


def _pooled_mean(means: list[MeanRow]) -> MeanRow:
    n = sum(mean.n for mean in means)
    value = sum(mean.mean * mean.n for mean in means) / n
    return means[0]._replace(n=n, mean=value, sd=_pooled_sd(means, n, value))


def _pooled_sd(means: list[MeanRow], n: int, value: float) -> float | None:
    """The spread within the groups and between their means; None where one group does not state its own."""
    if n < 2 or any(mean.sd is None for mean in means):
        return None
    squares = sum((mean.n - 1) * (mean.sd or 0.0) ** 2 + mean.n * (mean.mean - value) ** 2 for mean in means)
    return sqrt(squares / (n - 1))
