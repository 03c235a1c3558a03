"""A journey knows what stands out in it, and claims no more than its intervals allow."""

from __future__ import annotations

from tests.touchpoints.charts._journeys import BAD, FAIR, GOOD, airport, line, stop, withheld
from touchpoints.journey import (
    finding_of_journey,
    measured,
    most_disappointing,
    sources,
    unmeasured,
)
from touchpoints.messages import Percent


def test_the_most_disappointing_touchpoint_has_the_largest_share_in_the_worst_two_boxes() -> None:
    worst = most_disappointing(airport().points)
    assert worst is not None
    assert (worst.name, worst.disappointed_share) == ("Wi-Fi", 0.4)


def test_touchpoints_that_nobody_measured_are_known() -> None:
    journey = line(stop("Radio", before=True), stop("Web", before=True, stars=FAIR), stop("Hotline"))
    assert [point.name for point in unmeasured(journey.points)] == ["Radio", "Hotline"]


def test_a_withheld_touchpoint_counts_neither_as_measured_nor_as_the_worst() -> None:
    journey = line(withheld("Lounge"), stop("Shops", stars=FAIR))
    worst = most_disappointing(journey.points)
    assert [point.name for point in measured(journey.points)] == ["Shops"]
    assert worst is not None
    assert worst.name == "Shops"


def test_the_finding_names_the_worst_touchpoint_with_its_share_and_interval() -> None:
    finding = finding_of_journey(airport())
    assert finding.text.startswith("Customers are most disappointed at {touchpoint}")
    assert finding.values["touchpoint"] == "Wi-Fi"
    assert finding.values["share"] == Percent(0.4, 0)


def test_the_finding_says_so_where_another_touchpoint_cannot_be_told_apart() -> None:
    finding = finding_of_journey(line(stop("Wi-Fi", stars=BAD), stop("Doors", stars={**BAD, 1: 19})))
    assert finding.text == "{most}; {other} cannot be told apart from it"
    assert finding.values["other"] == "Doors"


def test_a_journey_without_answers_says_that_nothing_is_measured() -> None:
    assert finding_of_journey(line(stop("Radio"))).text == "No touchpoint has been measured yet"


def test_a_journey_where_nobody_is_disappointed_says_that() -> None:
    happy = {1: 0, 2: 0, 3: 2, 4: 30, 5: 68}
    text = finding_of_journey(line(stop("Staff", stars=happy))).text
    assert text == "No customer rates a touchpoint in the two worst boxes"


def test_the_sources_are_those_of_the_measured_touchpoints_each_named_once() -> None:
    assert sources([airport(), line(stop("Staff", stars=GOOD))]) == ["Passenger survey 2018"]
