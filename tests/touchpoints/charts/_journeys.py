"""A small airport whose answers are written down, so that its figures can be read off."""

from __future__ import annotations

from dataclasses import replace

from touchpoints.journey import JourneyLine, JourneyPoint
from touchpoints.statistics import (
    PointCounts,
    Scale,
    disappointed,
    leading_mean,
    level,
    on_common_scale,
)

STARS = Scale(1, 5, best=5)
SOURCE = "Passenger survey 2018"
# How many of a hundred gave one star, two, and so on.
BAD = {1: 20, 2: 20, 3: 30, 4: 20, 5: 10}
FAIR = {1: 1, 2: 3, 3: 24, 4: 50, 5: 22}
GOOD = {1: 0, 2: 1, 3: 4, 4: 20, 5: 75}
# Mean -0.4286 and 57 % disappointed: figures that nothing else here has.
TOO_FEW = {1: 3, 2: 1, 4: 2, 5: 1}


def stop(
    name: str, phase: str = "Receive and use", *, stars: dict[int, int] | None = None, before: bool = False
) -> JourneyPoint:
    """A touchpoint with answers from one star to five, or without any."""
    empty = JourneyPoint(
        touchpoint_id=_id(name),
        name=name,
        phase=phase,
        phase_is_before_contact=before,
        n=0,
        mean=None,
        disappointed=None,
        level=None,
        is_withheld=False,
        source="",
    )
    return empty if stars is None else answered(empty, PointCounts(stars))


def answered(point: JourneyPoint, counts: PointCounts) -> JourneyPoint:
    """The touchpoint with the figures of its answers."""
    return replace(
        point,
        n=counts.total,
        mean=on_common_scale(leading_mean(counts, STARS), STARS),
        disappointed=disappointed(counts, STARS),
        level=level(counts, STARS),
        source=SOURCE,
    )


def withheld(name: str, phase: str = "Receive and use") -> JourneyPoint:
    """A touchpoint whose figures exist and must not be told."""
    return replace(stop(name, phase, stars=TOO_FEW), is_withheld=True)


def line(*points: JourneyPoint, label: str = "") -> JourneyLine:
    """The touchpoints as one line."""
    return JourneyLine(label, points)


def airport(label: str = "") -> JourneyLine:
    """Four touchpoints: one nobody asked about, one bad, one fair, one good."""
    return line(
        stop("Web search", "Before contact", before=True),
        stop("Wi-Fi", stars=BAD),
        stop("Shops", stars=FAIR),
        stop("Staff", "Help and problem", stars=GOOD),
        label=label,
    )


def long_journey(stops: int = 250) -> JourneyLine:
    """As many touchpoints as a firm may have; the worst is number 100, the best number 200."""
    stars = {100: BAD, 200: GOOD}
    return line(
        *(stop(f"Touchpoint {n}", f"Phase {n // 50}", stars=stars.get(n, FAIR)) for n in range(stops))
    )


def _id(name: str) -> str:
    return "id-" + "".join(letter for letter in name.casefold() if letter.isalnum())
