"""Small counted surveys for tests, built by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from touchpoints.statistics import Scale
from touchpoints.survey.result import (
    Comment,
    CountCell,
    MeanCell,
    Question,
    SegmentationFound,
    SurveyCheck,
    SurveyResult,
    WaveFound,
)

SURVEY = "Customers"
WAVE = "2025"
HOTLINE = Question("rating:hotline", "rating", "Hotline", None, "How was the hotline?", Scale(1, 5, 5))
DELIVERY = Question("rating:delivery", "rating", "Delivery", None, "How was delivery?", Scale(1, 5, 5))
RECOMMEND = Question("nps:", "nps", None, None, "Would you recommend us?", Scale(0, 10, 10))

Segment = tuple[str, str]


def count(
    point: int,
    n: int,
    segment: Segment | None = None,
    *,
    pair: Segment | None = None,
    question: Question = HOTLINE,
    wave: str = WAVE,
    weights: tuple[float, float] | None = None,
) -> CountCell:
    """So many answers on a point, of all or of a segment such as ("Class", "Business")."""
    return CountCell(
        wave,
        question.key,
        *(segment or (None, None)),
        *(pair or (None, None)),
        point,
        n,
        *(weights or (None, None)),
    )


def mean(value: float, n: int, *, question: Question = HOTLINE, wave: str = WAVE) -> MeanCell:
    """A mean that came without its answers."""
    return MeanCell(wave, question.key, None, None, n, value, None)


def counted(
    *cells: CountCell,
    questions: Sequence[Question] = (HOTLINE,),
    means: Sequence[MeanCell] = (),
    comments: Sequence[Comment] = (),
    name: str = SURVEY,
) -> SurveyResult:
    """A counted survey with just these cells; its waves and segmentations are those of the cells."""
    waves = dict.fromkeys([cell.wave for cell in cells] + [cell.wave for cell in means])
    check = SurveyCheck(
        rows_read=sum(cell.n for cell in cells if cell.segment is None),
        answers_taken=sum(cell.n for cell in cells if cell.segment is None),
        left_out=(),
        ignored=(),
        touchpoints=tuple(question.touchpoint for question in questions if question.touchpoint),
        waves=tuple(WaveFound(wave, 10, is_weighted=False, starts=_first_day(wave)) for wave in waves),
        segmentations=_segmentations(cells),
    )
    return SurveyResult(name, check, tuple(questions), cells, tuple(means), tuple(comments))


def a_survey(n: int = 40, wave: str = WAVE) -> SurveyResult:
    """A survey about the hotline, with so many good answers and ten bad ones."""
    return counted(count(5, n, wave=wave), count(1, 10, wave=wave))


def _first_day(wave: str) -> date | None:
    return date(int(wave), 1, 1) if wave.isdigit() else None


def _segmentations(cells: Sequence[CountCell]) -> tuple[SegmentationFound, ...]:
    found: dict[str, dict[str, int]] = {}
    for cell in cells:
        for name, label in (
            (cell.segmentation, cell.segment),
            (cell.second_segmentation, cell.second_segment),
        ):
            if name and label:
                found.setdefault(name, {})[label] = cell.n
    return tuple(SegmentationFound(name, name, tuple(labels.items())) for name, labels in found.items())
