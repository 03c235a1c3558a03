"""The rules by which a survey file is read: what MAP.toml says, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from touchpoints.statistics.scale import Scale


class Layout(StrEnum):
    """How the rows of a file are built: one respondent, one answer, one count, or one mean a row."""

    WIDE = "wide"
    LONG = "long"
    COUNTS = "counts"
    MEANS = "means"


class Role(StrEnum):
    """What a column is for; wave and weight are named by keys of their own, not in [columns]."""

    TOUCHPOINT = "touchpoint"
    OVERALL = "overall"
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    RECOMMENDATION = "recommendation"
    SEGMENTATION = "segmentation"
    IGNORE = "ignore"
    ITEM = "item"
    ANSWER = "answer"
    COUNT = "count"
    MEAN = "mean"
    SD = "sd"
    WAVE = "wave"
    WEIGHT = "weight"


QUESTION_ROLES = (Role.TOUCHPOINT, Role.OVERALL, Role.NPS, Role.CSAT, Role.CES, Role.RECOMMENDATION)
# What a file with one answer, count or mean a row must say, by its columns.
LAYOUT_ROLES: Mapping[Layout, tuple[Role, ...]] = {
    Layout.WIDE: (),
    Layout.LONG: (Role.ITEM, Role.ANSWER),
    Layout.COUNTS: (Role.ITEM, Role.ANSWER, Role.COUNT),
    Layout.MEANS: (Role.ITEM, Role.MEAN, Role.COUNT, Role.SD),
}
OPTIONAL_ROLES = (Role.SD,)
USUAL_SCALES: Mapping[Role, Scale] = {
    Role.NPS: Scale(0, 10, 10),
    Role.CSAT: Scale(1, 5, 5),
    Role.CES: Scale(1, 7, 7),
    Role.RECOMMENDATION: Scale(0, 1, 1),
}
CES_VERSION = "2.0"


class Period(StrEnum):
    """How long a wave is when its column holds days."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True)
class FileHints:
    """What the reader of the file need not guess."""

    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class WaveRule:
    """Where the wave stands: the same for the whole file, or in a column."""

    constant: str | None = None
    column: str | None = None
    period: Period | None = None
    format: str | None = None


@dataclass(frozen=True)
class AnswerRule:
    """How a cell becomes a point of a scale; codes and texts are compared by `cells.code_key`."""

    scale: Scale | None = None
    missing: tuple[str, ...] = ()
    answers: Mapping[str, int] = field(default_factory=dict)
    text_after: bool = False


@dataclass(frozen=True)
class QuestionRule:
    """One question: the column that holds its answers, or the item that names it, and what it is about."""

    source: str
    role: Role
    touchpoint: str | None
    phase: str | None
    answer: AnswerRule
    version: str | None = None


@dataclass(frozen=True)
class SegmentationRule:
    """A column that divides the respondents, the names of its codes, and the codes that name nobody."""

    column: str
    name: str
    labels: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class SurveyMapping:
    """All that MAP.toml says, without contradictions.

    `parts` names the columns of the layouts with one answer, count or mean a row; `usual` reads the answers
    of the items there that have no table of their own in [items].
    """

    survey: str
    wave: WaveRule
    layout: Layout = Layout.WIDE
    weight: str | None = None
    hints: FileHints = FileHints()
    pairs: tuple[tuple[str, str], ...] = ()
    questions: tuple[QuestionRule, ...] = ()
    segmentations: tuple[SegmentationRule, ...] = ()
    ignored: tuple[str, ...] = ()
    parts: Mapping[Role, str] = field(default_factory=dict)
    usual: AnswerRule = AnswerRule()

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column of the file that the mapping names, each once, in the order of their use."""
        named = [self.wave.column, self.weight, *self.parts.values()]
        named += [rule.source for rule in self.questions] if self.layout is Layout.WIDE else []
        named += [rule.column for rule in self.segmentations]
        return tuple(dict.fromkeys(name for name in (*named, *self.ignored) if name is not None))

    def question_of(self, item: str) -> QuestionRule | None:
        """The question that an item asks; None for an item that is to be ignored."""
        found = next((rule for rule in self.questions if rule.source == item), None)
        if found is None:
            return QuestionRule(item, Role.TOUCHPOINT, item, None, self.usual)
        return None if found.role is Role.IGNORE else found
