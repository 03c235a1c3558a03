"""Which scale a set of numbers was most likely answered on, and which of them are codes for no answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from touchpoints.statistics.scale import Scale

# The usual ones first: where two scales fit, the first is proposed.
LIKELY_SCALES = (
    *(Scale(1, 5, 5), Scale(1, 7, 7), Scale(0, 10, 10), Scale(1, 10, 10)),
    *(Scale(1, 6, 6), Scale(1, 4, 4), Scale(0, 100, 100)),
)
SCHOOL_GRADES = Scale(1, 6, 1)
EFFORT_SCALES = (Scale(1, 7, 7), Scale(1, 5, 5))
# Codes that questionnaires use for "no answer"; on a given scale only those outside of it can be.
USUAL_CODES = frozenset({-1, -2, -7, -8, -9, -99, 8, 9, 66, 77, 88, 96, 97, 98, 99, 888, 998, 999, 9999})


def codes_beside(scale: Scale) -> frozenset[int]:
    """Numbers outside the scale that may mean "no answer": beside its ends, or usual for it."""
    beside = {scale.high + 1} | ({0} if scale.low == 1 and scale.high < 10 else set())
    return frozenset(code for code in beside | USUAL_CODES if not scale.low <= code <= scale.high)


def fits(scale: Scale, numbers: Iterable[int]) -> bool:
    """Whether every number is on the scale or may be a code for no answer."""
    codes = codes_beside(scale)
    return all(scale.low <= number <= scale.high or number in codes for number in numbers)


def likely_scale(numbers: Sequence[int]) -> Scale | None:
    """The most usual scale that fits: one with all its points chosen, else one with its good end chosen."""
    fitting = [scale for scale in LIKELY_SCALES if fits(scale, numbers)]
    chosen = set(numbers)
    if Scale(1, 6, 6) in fitting and set(range(1, 7)) <= chosen and not {0, 7} & chosen:
        return Scale(1, 6, 6)
    for scale in fitting:
        if chosen.issuperset(scale.points):
            return scale
    return next((scale for scale in fitting if is_well_used(scale, chosen)), None)


def is_well_used(scale: Scale, chosen: set[int]) -> bool:
    """Whether enough of the scale was chosen to believe in it."""
    inside = [number for number in chosen if scale.low <= number <= scale.high]
    return len(inside) >= 3 and max(inside) >= scale.high - 1
