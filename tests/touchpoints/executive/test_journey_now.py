"""The journey of the executive's page: which touchpoints, whose level, and what its title may say."""

from __future__ import annotations

import pytest

from touchpoints.executive.journey_now import JourneyNow, finding_of_now, journey_now
from touchpoints.kpi_status import Standing
from touchpoints.messages import in_english
from touchpoints.standing import View
from touchpoints.statistics import Estimate
from touchpoints.target_journey import Ending, TargetJourney, TargetPoint


def point(
    name: str, target: float | None = 1.0, mean: float | None = None, ending: Ending | None = None
) -> TargetPoint:
    """A touchpoint, measured with an interval of 0.2 to each side."""
    current = None if mean is None else Estimate(mean, mean - 0.2, mean + 0.2, 50)
    return TargetPoint(
        name, name, "Use", phase_is_before_contact=False, current=current, target=target, ending=ending
    )


def now(*points: TargetPoint, view: View | None = View.CUSTOMER, **medians: float) -> JourneyNow:
    return journey_now(TargetJourney(points, view, "2026"), medians, [one.touchpoint_id for one in points])


def finding(*points: TargetPoint, view: View | None = View.CUSTOMER, **medians: float) -> str:
    return in_english(finding_of_now(now(*points, view=view, **medians)))


def test_team_and_customers_stand_beside_each_other() -> None:
    [stop] = now(point("Desk", mean=0.5), Desk=-1.0).stops
    assert (stop.current, stop.target, stop.measured and stop.measured.value) == (-1.0, 1.0, 0.5)


def test_the_teams_level_is_never_shown_as_measured() -> None:
    [stop] = now(point("Desk", mean=0.5), view=View.TEAM, Desk=0.5).stops
    assert stop.measured is None
    assert stop.current == 0.5


@pytest.mark.parametrize(
    ("mean", "standing"), [(1.3, Standing.REACHED), (0.7, Standing.MISSED), (0.9, Standing.OPEN)]
)
def test_a_target_is_reached_or_not_only_where_the_interval_is_clear_of_it(
    mean: float, standing: Standing
) -> None:
    assert now(point("Desk", mean=mean)).stops[0].standing is standing


def test_the_title_counts_what_customers_rated() -> None:
    assert finding(point("Desk", mean=1.3), point("Fax", mean=0.5), point("App")) == (
        "Of 2 targets that customers rated: 1 reached, 1 clearly not"
    )


def test_without_customers_the_title_says_whose_view_it_is() -> None:
    assert finding(point("Desk"), point("Fax"), view=View.TEAM, Desk=0.0, Fax=2.0) == (
        "The team sees 1 of 2 touchpoints below its target; no customer was asked yet"
    )
    assert finding(point("Desk"), view=None) == "Targets are set, and nobody has rated the touchpoints yet"
    assert finding(point("Desk", target=None, mean=1.0)) == "No target has been set yet"


def test_chosen_touchpoints_are_shown_in_their_order_and_what_ends_is_not() -> None:
    points = (point("Desk"), point("Fax", ending=Ending.REMOVED), point("App"), point("Other"))
    found = journey_now(TargetJourney(points), {}, ["App", "Desk", "Fax"])
    assert [stop.name for stop in found.stops] == ["Desk", "App"]
    assert found.all == 3


def test_without_a_choice_those_with_a_target_are_shown_else_all_that_are_rated() -> None:
    aimed, rated = point("Desk"), point("Fax", target=None, mean=1.0)
    journey = TargetJourney((aimed, rated), View.CUSTOMER)
    assert [stop.name for stop in journey_now(journey, {}, []).stops] == ["Desk"]
    assert [stop.name for stop in journey_now(TargetJourney((rated,), View.CUSTOMER), {}, []).stops] == [
        "Fax"
    ]


def test_of_too_many_the_widest_gaps_are_shown() -> None:
    points = tuple(point(str(number), mean=number / 10) for number in range(5))
    found = journey_now(TargetJourney(points, View.CUSTOMER), {}, [one.name for one in points], most=2)
    assert [stop.name for stop in found.stops] == ["0", "1"]


def test_how_many_answered_is_told_from_fewest_to_most() -> None:
    assert now(point("Desk", mean=1.0)).answers == (50, 50)
    assert now(point("Desk")).answers is None
