"""Which rows of an aggregated file make up a total, so that nobody is counted twice.

Such a file may hold rows for everybody, rows for each segment, and rows for combinations, side by side. A
segmentation that is empty in a row means all of its values. So a total is summed from rows that are
alike in what they name, and of several such sets from the one that names least.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from touchpoints.survey.frame import Codes
from touchpoints.survey.segments import Segments

Mask = npt.NDArray[np.bool_]


def named_in_rows(segmentations: Sequence[Segments], rows: int) -> Codes:
    """A bit for each segmentation that is not empty in a row."""
    named = np.zeros(rows, dtype=np.int64)
    for place, segments in enumerate(segmentations):
        is_named = segments.column.translate([bool(text.strip()) for text in segments.column.texts])
        named |= is_named.astype(np.int64) << place
    return named


def bits_of(names: Iterable[str | None], segmentations: Sequence[Segments]) -> int:
    """The bits of the segmentations that a grouping goes by."""
    wanted = set(names)
    return sum(1 << place for place, segments in enumerate(segmentations) if segments.name in wanted)


def rows_of_total(named: Codes, wave: Codes, needed: int) -> Mask:
    """The rows that make up the totals by `needed` in each wave; both arrays are of one question."""
    is_fit: Mask = (named & needed) == needed
    least = least_named(named[is_fit], wave[is_fit])
    wanted = np.array([least.get(int(number), -1) for number in wave], dtype=np.int64)
    is_of_total: Mask = is_fit & (named == wanted)
    return is_of_total


def least_named(named: Codes, wave: Codes) -> dict[int, int]:
    """For each wave the set of segmentations with the fewest members that some row names."""
    sets = {(int(number), int(bits)) for number, bits in zip(wave, named, strict=True)}
    least: dict[int, int] = {}
    for number, bits in sorted(sets, key=lambda pair: (pair[1].bit_count(), pair[1])):
        least.setdefault(number, bits)
    return least
