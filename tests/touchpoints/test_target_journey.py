"""Gaps to the target, what goes and comes, and what decisions leave of a journey."""

from __future__ import annotations

import pytest

from storage.wording import wording_for
from touchpoints.messages import Wording
from touchpoints.statistics import Estimate
from touchpoints.target_journey import (
    Ending,
    TargetJourney,
    TargetPoint,
    consequences_of,
    finding_of_targets,
    said_of_consequences,
    said_of_ending,
)


@pytest.fixture
def wording() -> Wording:
    return wording_for("en")


def point(
    name: str,
    current: float | None = None,
    target: float | None = None,
    *,
    phase: str = "Use",
    ending: Ending | None = None,
    is_planned: bool = False,
) -> TargetPoint:
    estimate = None if current is None else Estimate(current, None, None, 1)
    return TargetPoint(
        name,
        name,
        phase,
        phase_is_before_contact=False,
        current=estimate,
        target=target,
        ending=ending,
        is_planned=is_planned,
    )


def journey(*points: TargetPoint) -> TargetJourney:
    return TargetJourney(points)


def finding(wording: Wording, *points: TargetPoint) -> str:
    return wording.say(finding_of_targets(journey(*points)))


def test_the_largest_gaps_come_first_and_what_has_reached_its_target_has_none() -> None:
    found = journey(point("A", 0.5, 1), point("B", -1, 1.5), point("C", 1.5, 1), point("D", 0.97, 1)).gaps
    assert [(one.name, gap) for one, gap in found] == [("B", 2.5), ("A", 0.5)]


def test_what_ends_and_what_nobody_measured_has_no_gap() -> None:
    assert journey(point("A", 0, 2, ending=Ending.REMOVED), point("B", None, 2), point("C", 0)).gaps == ()


def test_the_title_names_the_largest_gaps_with_their_size(wording: Wording) -> None:
    assert finding(wording, point("A", 0, 1)) == "The largest gap to the target is at A: 1.0 levels"
    two = point("A", 0, 1), point("B", -1, 1), point("C", 0, 0.5)
    assert finding(wording, *two) == "The largest gaps to the target, in levels: B (2.0) and A (1.0)"
    three = [point(name, 0, 1) for name in "ABC"]
    assert (
        finding(wording, *three) == "The largest gaps to the target, in levels: A (1.0), B (1.0) and C (1.0)"
    )


def test_many_equal_gaps_are_counted_since_naming_some_would_mislead(wording: Wording) -> None:
    many = [point(name, 0, 1) for name in "ABCD"]
    assert finding(wording, *many) == "4 touchpoints lie furthest below their target: 1.0 levels"


def test_without_a_gap_the_title_says_why(wording: Wording) -> None:
    assert finding(wording, point("A", 1)) == "No target has been set yet"
    assert (
        finding(wording, point("A", None, 1)) == "Targets are set, and their current levels are not known yet"
    )
    assert finding(wording, point("A", 1, 1)) == "No touchpoint lies below its target"


def test_decisions_say_how_many_stay_and_which_phase_is_left_empty(wording: Wording) -> None:
    found = consequences_of(
        journey(
            point("Leaflet", phase="Inform", ending=Ending.REMOVED),
            point("Desk"),
            point("Phone", ending=Ending.COMBINED),
            point("Chat", is_planned=True),
        )
    )
    assert (found.gone, found.remaining, found.before, found.empty_phases) == (2, 1, 3, ("Inform",))
    assert [wording.say(one) for one in said_of_consequences(found)] == [
        "2 touchpoints go (Phone and Leaflet); 1 of 3 stay.",
        "1 is new: Chat.",
        "The phase Inform would have no touchpoint left.",
    ]
    assert said_of_consequences(consequences_of(journey(point("Desk")))) == []


def test_a_new_touchpoint_keeps_its_phase_alive() -> None:
    found = consequences_of(journey(point("Desk", ending=Ending.REMOVED), point("Chat", is_planned=True)))
    assert found.empty_phases == ()


def test_what_one_more_ending_would_mean_is_said_beforehand(wording: Wording) -> None:
    there = journey(point("Leaflet", phase="Inform"), point("Desk"), point("Phone", ending=Ending.REMOVED))
    assert [wording.say(one) for one in said_of_ending(there, "Leaflet")] == [
        "Then 1 of 3 touchpoints stay.",
        "The phase Inform would have no touchpoint left.",
    ]
    assert [wording.say(one) for one in said_of_ending(there, "Desk")] == [
        "Then 1 of 3 touchpoints stay.",
        "The phase Use would have no touchpoint left.",
    ]
    assert said_of_ending(there, "unknown") == []
