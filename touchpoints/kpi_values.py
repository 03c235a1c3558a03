"""The values of a KPI in time: entered by hand, pasted, or read from survey waves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from touchpoints.kpi_kinds import Evidence, KpiKind, Need
from touchpoints.ratings import Rating, SurveyWave
from touchpoints.statistics import Estimate
from touchpoints.survey.waves import read_span


@dataclass(frozen=True)
class KpiValue:
    """One value, what it is about, and where it comes from.

    `measurement_id` is that of a value entered by hand; a survey's has none, and its wave instead.
    """

    starts_on: date
    ends_on: date
    evidence: Evidence
    estimate: Estimate
    measurement_id: str | None = None
    wave: str | None = None
    source: str = ""

    @property
    def value(self) -> float:
        """The figure itself."""
        return self.estimate.value

    @property
    def n(self) -> int | None:
        """How many answered; None where nobody told."""
        return self.evidence.n


@dataclass(frozen=True)
class KpiValues:
    """The values of one KPI, oldest first, and the waves that cannot stand in time: they have no date."""

    values: tuple[KpiValue, ...] = ()
    undated: tuple[str, ...] = ()

    @property
    def last(self) -> KpiValue | None:
        """The newest value."""
        return self.values[-1] if self.values else None


def in_time(values: Iterable[KpiValue]) -> tuple[KpiValue, ...]:
    """By the end of what they are about; of one end the longer period first."""
    return tuple(sorted(values, key=lambda one: (one.ends_on, one.starts_on, one.measurement_id or "")))


def hand_evidence(
    kind: KpiKind,
    value: float,
    n: int | None,
    sd: float | None,
    favourable: int | None,
    unfavourable: int | None,
) -> Evidence:
    """What a value entered by hand rests on; with counts it is computed from them, unrounded."""
    if not n or favourable is None or kind.of_counts is None:
        return Evidence(value, n, sd=sd)
    if unfavourable is None and Need.UNFAVOURABLE in kind.needs:
        return Evidence(value, n)
    counted = kind.of_counts(n, favourable, unfavourable or 0)
    return Evidence(counted, n, favourable=favourable / n, unfavourable=(unfavourable or 0) / n)


def survey_evidence(kind: KpiKind, rating: Rating) -> Evidence | None:
    """What a wave says of a KPI of this kind; None where it is withheld or asked on an unfit question."""
    if kind.of_answers is None or rating.question.kind not in kind.questions:
        return None
    if rating.counts is not None and rating.counts.total:
        return kind.of_answers(rating.counts, rating.question.scale)
    if rating.mean is not None and kind.is_in_points:
        return Evidence(rating.mean.mean, rating.mean.n, sd=rating.mean.sd)
    return None


def days_of(wave: SurveyWave) -> tuple[date, date] | None:
    """First and last day of a wave, by its label where that names a time; None where nothing tells it."""
    span = read_span(wave.label)
    if span is not None and wave.starts_on in (None, span.first):
        return span.first, span.last
    return None if wave.starts_on is None else (wave.starts_on, wave.starts_on)
