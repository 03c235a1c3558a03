"""From ratings to the lines of the journey: one point per touchpoint, on the common scale from -2 to +2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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

_NOT_ASKED = ChosenQuestion(None)


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
        question = chosen.get(stop.id, _NOT_ASKED)
        point = _point(stop, is_asked=stop.id in chosen, left_out=question.left_out)
        rating = by_question.get(question.id or "")
        points.append(_rated(point, rating, sources, thresholds) if rating else point)
    return JourneyLine(label, tuple(points), thresholds)
