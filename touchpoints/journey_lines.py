"""From ratings to the lines of the journey: one point per touchpoint, on the common scale from -2 to +2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from touchpoints.journey import JourneyLine, JourneyPoint
from touchpoints.journey_questions import ChosenQuestion, choose_questions
from touchpoints.ratings import Rating
from touchpoints.statistics import (
    DEFAULT_THRESHOLDS,
    Estimate,
    LevelThresholds,
    disappointed,
    leading_mean,
    level,
    mean_rating,
    on_common_scale,
    stated_mean,
)


@dataclass(frozen=True)
class JourneyStop:
    """A touchpoint in the order of the journey, measured or not."""

    id: str
    name: str
    phase: str
    is_before_contact: bool


def draw_line(
    label: str,
    stops: Sequence[JourneyStop],
    ratings: Iterable[Rating],
    sources: Mapping[str, str],
    thresholds: LevelThresholds = DEFAULT_THRESHOLDS,
    chosen: Mapping[str, ChosenQuestion] | None = None,
) -> JourneyLine:
    """One line through all stops; `ratings` are those of one wave (or pooled) and one segment value.

    `sources` says where each survey comes from, by its name. `chosen` names the question that stands for
    each touchpoint, the same for all lines of a chart; a line that stands alone chooses for itself.
    """
    by_question = {rating.question.id: rating for rating in ratings}
    if chosen is None:
        chosen = choose_questions(by_question.values())
    points = []
    for stop in stops:
        question = chosen.get(stop.id)
        rating = by_question.get(question.id or "") if question else None
        point = _point(stop, question)
        points.append(_rated(point, rating, sources, thresholds) if rating else point)
    return JourneyLine(label, tuple(points), thresholds)


def _point(stop: JourneyStop, question: ChosenQuestion | None) -> JourneyPoint:
    """A touchpoint without figures."""
    return JourneyPoint(
        touchpoint_id=stop.id,
        name=stop.name,
        phase=stop.phase,
        phase_is_before_contact=stop.is_before_contact,
        n=0,
        mean=None,
        disappointed=None,
        level=None,
        is_withheld=False,
        source="",
        is_asked=question is not None,
        left_out=question.left_out if question else (),
    )


def _rated(
    point: JourneyPoint, rating: Rating, sources: Mapping[str, str], thresholds: LevelThresholds
) -> JourneyPoint:
    """The touchpoint with the figures of its rating; a mean that came without answers has no share."""
    counts, scale, survey = rating.counts, rating.question.scale, rating.question.survey
    return replace(
        point,
        n=rating.n or 0,
        mean=_experience(rating),
        disappointed=disappointed(counts, scale) if counts else None,
        level=level(counts, scale, thresholds) if counts else None,
        is_withheld=rating.is_withheld,
        source=sources.get(survey, "") or survey,
        unweighted=_unweighted(rating),
        is_mean_only=rating.mean is not None,
        waves_without_weights=rating.waves_without_weights,
    )


def _experience(rating: Rating) -> Estimate | None:
    """The leading mean on the common scale."""
    scale, stated = rating.question.scale, rating.mean
    if rating.counts is not None:
        return on_common_scale(leading_mean(rating.counts, scale), scale)
    return on_common_scale(stated_mean(stated.mean, stated.sd, stated.n), scale) if stated else None


def _unweighted(rating: Rating) -> float | None:
    """The plain mean on the common scale, where the leading one is weighted."""
    counts, scale = rating.counts, rating.question.scale
    if counts is None or not counts.is_weighted:
        return None
    return scale.to_common(mean_rating(counts, scale).value)
