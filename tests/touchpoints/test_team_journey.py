"""The journey of the team: a joint answer or the votes of a room, and what it says of the lowest."""

from __future__ import annotations

import pytest

from storage.wording import wording_for
from touchpoints.journey_lines import JourneyStop
from touchpoints.team_journey import TeamJourney, finding_of_team, team_journey

STOPS = [JourneyStop(name, name, "Use", is_before_contact=False) for name in "ABCDEFG"]


def journey(**answers: dict[int, int]) -> TeamJourney:
    return team_journey(STOPS, answers)


def said(found: TeamJourney) -> str:
    return wording_for("en").say(finding_of_team(found))


def test_every_touchpoint_keeps_its_place() -> None:
    found = journey(C={1: 1})
    assert [point.name for point in found.points] == list("ABCDEFG")
    assert [point.name for point, _ in found.rated] == ["C"]


@pytest.mark.parametrize(
    ("votes", "median", "is_withheld", "has_spread"),
    [
        ({}, None, False, False),
        ({-1: 1}, -1.0, False, False),
        ({-1: 2}, None, True, False),
        ({-1: 2, 1: 2}, None, True, False),
        ({-1: 2, 1: 3}, 1.0, False, True),
        ({0: 3, 1: 3}, 0.5, False, True),
    ],
)
def test_one_answer_is_a_joint_one_five_are_a_room_and_between_nothing_is_told(
    votes: dict[int, int], median: float | None, is_withheld: bool, has_spread: bool
) -> None:
    point = journey(A=votes).points[0]
    assert (point.room.median if point.room else None) == median
    assert point.is_withheld == is_withheld
    assert (point.votes is not None) == has_spread
    assert point.is_joint == (votes == {-1: 1})


@pytest.mark.parametrize(
    ("answers", "finding"),
    [
        ({}, "The team has not rated a touchpoint yet"),
        ({"A": {-1: 3}}, "The team has not rated a touchpoint yet"),
        ({"A": {-1: 1}}, "The team sees the lowest experience at A: −1"),
        ({"A": {-1: 1}, "B": {2: 1}}, "The team sees the lowest experience at A: −1"),
        ({"A": {0: 3, 1: 3}, "B": {2: 1}}, "The team sees the lowest experience at A: +0.5"),
        ({"A": {0: 1}, "B": {0: 1}, "C": {2: 1}}, "The team sees the lowest experience at A and B: 0"),
        ({"A": {0: 1}, "B": {0: 1}}, "The team sees all touchpoints that it rated alike: 0"),
        (
            {**{name: {-2: 1} for name in "ABCDEF"}, "G": {1: 1}},
            "The team sees the lowest experience at 6 touchpoints: −2",
        ),
    ],
)
def test_the_finding_is_about_the_team(answers: dict[str, dict[int, int]], finding: str) -> None:
    assert said(journey(**answers)) == finding
