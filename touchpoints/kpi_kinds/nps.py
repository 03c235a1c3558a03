"""Net promoter score: -100 to +100, from promoters and detractors."""

from __future__ import annotations

from touchpoints.kpi_kinds._kind import Evidence, KpiKind, Need, Writing
from touchpoints.messages import N_
from touchpoints.model import Direction
from touchpoints.statistics import (
    Difference,
    Estimate,
    PointCounts,
    Scale,
    Score,
    leading_nps,
    score_difference,
    score_interval,
)


def estimate(evidence: Evidence) -> Estimate:
    """The score with its adjusted Wald interval; none where only the score itself is known."""
    n, score = evidence.interval_n, _score(evidence)
    low, high = (None, None) if n is None or score is None else score_interval(score)
    return Estimate(evidence.value, low, high, evidence.n or 0)


def difference(earlier: Evidence, later: Evidence) -> Difference:
    """Z on the adjusted differences, their variances added; no interval where one score stands alone."""
    before, after = _score(earlier), _score(later)
    if before is None or after is None:
        return Difference(later.value - earlier.value)
    return score_difference(before, after)


def of_answers(counts: PointCounts, scale: Scale) -> Evidence:
    """The leading score of a survey question."""
    score = leading_nps(counts.on(scale))
    promoters, detractors = counts.share_of(range(9, 11)), counts.share_of(range(7))
    return Evidence(score.score, score.n, counts.effective_n, favourable=promoters, unfavourable=detractors)


def of_counts(n: int, promoters: int, detractors: int) -> float:
    """The score that so many promoters and detractors of n make."""
    return 100 * (promoters - detractors) / n


def _score(evidence: Evidence) -> Score | None:
    if evidence.n is None or evidence.favourable is None or evidence.unfavourable is None:
        return None
    return Score(evidence.favourable, evidence.unfavourable, evidence.interval_n)


KIND = KpiKind(
    id="nps",
    name=N_("NPS"),
    explanation=N_("How many would recommend us (9-10 of 10) less how many would not (0-6)."),
    unit="",
    direction=Direction.UP,
    writing=Writing.SCORE,
    needs=(Need.N, Need.FAVOURABLE, Need.UNFAVOURABLE),
    low=-100,
    high=100,
    estimate=estimate,
    difference=difference,
    questions=("nps",),
    of_answers=of_answers,
    of_counts=of_counts,
)
