"""The scale above the rows of a room's chart: its values, and words at both ends."""

from __future__ import annotations

from collections.abc import Sequence

from touchpoints.activities import RateScale
from touchpoints.charts._canvas import Part
from touchpoints.charts._pieces import Texts
from touchpoints.charts._room_rows import RoomRows
from touchpoints.charts._room_words import RoomWords
from touchpoints.charts._text import plain

HEADS = 2
# Half a step is left free at both ends, so that marks at an end stay clear of the names.
MARGIN = 0.5


def share_of(value: float, scale: RateScale) -> float:
    """Where a value lies between the ends of the drawing, 0 to 1."""
    return (value - scale.low + MARGIN) / (scale.high - scale.low + 2 * MARGIN)


def values_of(scale: RateScale) -> Sequence[int]:
    """All values, from the lowest to the highest."""
    return range(scale.low, scale.high + 1)


def scale_head(rows: RoomRows, scale: RateScale, words: RoomWords) -> list[Part]:
    """The values and their lines, and what the lowest and the highest are called."""
    texts, muted = Texts(rows.look), rows.look.muted
    for value in values_of(scale):
        texts.write(rows.x(share_of(value, scale)), -0.5, words.value(value, scale), colour=muted)
    texts.write(rows.x(0), -1.5, plain(words.word(scale.low, scale)), "middle right", muted)
    texts.write(rows.x(1), -1.5, plain(words.word(scale.high, scale)), "middle left", muted)
    return [rows.uprights([share_of(value, scale) for value in values_of(scale)]), texts.trace()]
