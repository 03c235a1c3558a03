"""From ratings to the lines of the journey: one point per touchpoint, on the common scale from -2 to +2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from touchpoints.journey import JourneyLine, JourneyPoint
from touchpoints.ratings import Rating
from touchpoints.statistics import (
    DEFAULT_THRESHOLDS,
    Estimate,
    LevelThresholds,
    disappointed,
    leading_mean,
    level,
    on_common_scale,
)

RATING = "rating"


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
) -> JourneyLine:
    """One line through all stops; `ratings` are those of one wave (or pooled) and one segment value.

    `sources` says where each survey comes from, by its name.
    """
    by_touchpoint = _best_by_touchpoint(ratings)
    return JourneyLine(
        label,
        tuple(_point(stop, by_touchpoint.get(stop.id), sources, thresholds) for stop in stops),
    )


def _best_by_touchpoint(ratings: Iterable[Rating]) -> dict[str, Rating]:
    """One rating per touchpoint: where two surveys ask about it, the one that more people answered.

    Two scales cannot be pooled as counts, and picking the larger n is close to what a reader expects.
    """
    found: dict[str, Rating] = {}
    for rating in ratings:
        touchpoint = rating.question.touchpoint_id
        if rating.question.kind != RATING or touchpoint is None:
            continue
        known = found.get(touchpoint)
        if known is None or (rating.n or 0) > (known.n or 0):
            found[touchpoint] = rating
    return found


def _point(
    stop: JourneyStop, rating: Rating | None, sources: Mapping[str, str], thresholds: LevelThresholds
) -> JourneyPoint:
    counts = rating.counts if rating else None
    scale = rating.question.scale if rating else None
    return JourneyPoint(
        touchpoint_id=stop.id,
        name=stop.name,
        phase=stop.phase,
        phase_is_before_contact=stop.is_before_contact,
        n=(rating.n or 0) if rating else 0,
        mean=_experience(rating) if rating else None,
        disappointed=disappointed(counts, scale) if counts and scale else None,
        level=level(counts, scale, thresholds) if counts and scale else None,
        is_withheld=rating.is_withheld if rating else False,
        source=sources.get(rating.question.survey, "") or rating.question.survey if rating else "",
    )


def _experience(rating: Rating) -> Estimate | None:
    """The leading mean on the common scale; a mean that came without its answers has no interval."""
    scale = rating.question.scale
    if rating.counts is not None:
        return on_common_scale(leading_mean(rating.counts, scale), scale)
    if rating.mean is not None:
        return on_common_scale(Estimate(rating.mean.mean, None, None, rating.mean.n), scale)
    return None
