"""Before contact, what is earned or unmeasured is out of sight."""

from __future__ import annotations

import pytest

from tests.touchpoints._standings import standing
from tests.touchpoints.charts._journeys import FAIR
from touchpoints.messages import in_english
from touchpoints.portfolio import blind_spots, finding_of_portfolio
from touchpoints.standing import Standing


def test_blind_spots_are_earned_or_unmeasured_touchpoints_before_contact() -> None:
    places = [
        standing("Earned", before=True, control="earned", stars=FAIR),
        standing("Unmeasured", before=True, control="owned"),
        standing("In sight", before=True, control="owned", stars=FAIR),
        standing("Later", control="earned"),
    ]
    assert [one.name for one in blind_spots(places)] == ["Earned", "Unmeasured"]
    assert in_english(finding_of_portfolio(places)) == (
        "2 of 3 touchpoints before contact are earned or unmeasured"
    )


@pytest.mark.parametrize(
    ("places", "finding"),
    [
        ([], "No touchpoint yet"),
        ([standing("A")], "No touchpoint lies before contact: does the journey begin earlier?"),
        ([standing("A", before=True)], "1 of 1 touchpoint before contact is earned or unmeasured"),
    ],
)
def test_small_cases_read_as_sentences(places: list[Standing], finding: str) -> None:
    assert in_english(finding_of_portfolio(places)) == finding
