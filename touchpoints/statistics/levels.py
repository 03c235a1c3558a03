"""The experience level of a touchpoint, read from how many answers lie in the worst and the best boxes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from touchpoints.statistics.counts import PointCounts
from touchpoints.statistics.estimates import Estimate
from touchpoints.statistics.scale import Scale
from touchpoints.statistics.shares import leading_share


class Level(StrEnum):
    """How a touchpoint is experienced; unclear while the answers are too few to say."""

    DISAPPOINTING = "disappointing"
    OKAY = "okay"
    DELIGHTFUL = "delightful"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class LevelThresholds:
    """From which share 0-1 of the worst two boxes, and of the best box, a touchpoint has its level."""

    disappointing: float = 0.10
    delightful: float = 0.60


DEFAULT_THRESHOLDS = LevelThresholds()


def disappointed(counts: PointCounts, scale: Scale, *, customers: int | None = None) -> Estimate:
    """The leading share 0-1 of disappointed customers, in the worst two boxes; raises as `leading_share`."""
    # On a scale of two points the worst two would be everybody.
    boxes = min(2, len(scale.points) - 1)
    return leading_share(counts.on(scale), scale.bottom(boxes), customers=customers)


def delighted(counts: PointCounts, scale: Scale, *, customers: int | None = None) -> Estimate:
    """The leading share 0-1 of delighted customers, in the best box; raises as `leading_share`."""
    return leading_share(counts.on(scale), scale.top(1), customers=customers)


def level(
    counts: PointCounts,
    scale: Scale,
    thresholds: LevelThresholds = DEFAULT_THRESHOLDS,
    *,
    customers: int | None = None,
) -> Level:
    """The level that the shares show, unclear while an interval that decides crosses its threshold.

    Disappointment is asked first: where a share is clearly disappointing, delight elsewhere changes nothing.
    """
    is_disappointing = _reaches(disappointed(counts, scale, customers=customers), thresholds.disappointing)
    if is_disappointing is None:
        return Level.UNCLEAR
    if is_disappointing:
        return Level.DISAPPOINTING
    is_delightful = _reaches(delighted(counts, scale, customers=customers), thresholds.delightful)
    if is_delightful is None:
        return Level.UNCLEAR
    return Level.DELIGHTFUL if is_delightful else Level.OKAY


def _reaches(share: Estimate, threshold: float) -> bool | None:
    """Whether a share is at least the threshold; None while its interval leaves that open."""
    if share.low is None or share.high is None:
        return share.value >= threshold
    if share.low >= threshold:
        return True
    return False if share.high < threshold else None
