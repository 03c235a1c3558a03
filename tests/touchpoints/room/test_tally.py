"""A tally that cannot be is refused with a sentence; one that can be loses only its zeros."""

from __future__ import annotations

from typing import Any

import pytest

from tests.touchpoints.room._room import BUDGET, ONE_SCALE, TWO_SCALES
from touchpoints.activities import Dots, Part, Rate, Write
from touchpoints.errors import TouchpointsError
from touchpoints.room.tally import (
    ImpossibleCount,
    ImpossibleSheets,
    MoreCountedThanSheets,
    MoreSpentThanSheets,
    checked_tally,
)

SUBJECTS = ("desk", "web")
DOTS = Dots(5, most_each=3)
WHOLE = Rate(ONE_SCALE.scales, is_about_the_whole=True)
CARDS = Write("?", ())


@pytest.mark.parametrize(
    ("part", "counts"),
    [
        (ONE_SCALE, {"rate": {"desk": {"-2": 3, "2": 1}, "web": {"0": 4}}}),
        (TWO_SCALES, {"rate": {"desk": {"4,2": 3, "1,5": 1}}}),
        (WHOLE, {"rate": {"": {"1": 4}}}),
        (BUDGET, {"points": {"desk": 25, "web": 15}}),
        (DOTS, {"dots": {"desk": 12, "web": 8}}),
    ],
)
def test_what_four_sheets_hold_is_taken(part: Part, counts: dict[str, Any]) -> None:
    tally = checked_tally([part, CARDS], SUBJECTS, 4, counts)
    assert (tally.sheets, tally.counts) == (4, counts)


def test_zeros_are_not_kept() -> None:
    counts = {"rate": {"desk": {"1": 2, "2": 0}, "web": {"1": 0}}}
    assert checked_tally([ONE_SCALE], SUBJECTS, 2, counts).counts == {"rate": {"desk": {"1": 2}}}
    assert checked_tally([BUDGET], SUBJECTS, 2, {"points": {"desk": 0}}).counts == {}


@pytest.mark.parametrize(
    ("part", "counts", "refusal"),
    [
        (ONE_SCALE, {"rate": {"desk": {"1": 3, "2": 2}}}, MoreCountedThanSheets),
        (BUDGET, {"points": {"desk": 41}}, MoreCountedThanSheets),
        (DOTS, {"dots": {"desk": 13}}, MoreCountedThanSheets),
        (BUDGET, {"points": {"desk": 30, "web": 30}}, MoreSpentThanSheets),
        (DOTS, {"dots": {"desk": 12, "web": 9}}, MoreSpentThanSheets),
        (ONE_SCALE, {"rate": {"desk": {"3": 1}}}, ImpossibleCount),
        (ONE_SCALE, {"rate": {"desk": {"+1": 1}}}, ImpossibleCount),
        (ONE_SCALE, {"rate": {"desk": {"one": 1}}}, ImpossibleCount),
        (ONE_SCALE, {"rate": {"desk": {"1": -1}}}, ImpossibleCount),
        (ONE_SCALE, {"rate": {"desk": {"1": 1.5}}}, ImpossibleCount),
        (ONE_SCALE, {"rate": {"desk": 3}}, ImpossibleCount),
        (ONE_SCALE, {"rate": {"nowhere": {"1": 1}}}, ImpossibleCount),
        (ONE_SCALE, {"points": {"desk": 3}}, ImpossibleCount),
        (ONE_SCALE, {"write": {}}, ImpossibleCount),
        (TWO_SCALES, {"rate": {"desk": {"4": 1}}}, ImpossibleCount),
        (WHOLE, {"rate": {"desk": {"1": 1}}}, ImpossibleCount),
    ],
)
def test_what_cannot_be_is_refused(
    part: Part, counts: dict[str, Any], refusal: type[TouchpointsError]
) -> None:
    with pytest.raises(refusal):
        checked_tally([part, CARDS], SUBJECTS, 4, counts)


@pytest.mark.parametrize("sheets", [-1, 1001, 2.5, True])
def test_there_is_a_whole_number_of_sheets(sheets: Any) -> None:
    with pytest.raises(ImpossibleSheets):
        checked_tally([ONE_SCALE], SUBJECTS, sheets, {})
