"""Two rounds for the tests: what the team and what customers said of some touchpoints in each."""

from __future__ import annotations

from collections.abc import Mapping

from tests.touchpoints.charts._journeys import line, stop
from touchpoints.journey import JourneyLine
from touchpoints.journey_lines import JourneyStop
from touchpoints.rounds_compared import RoundsCompared, customers_compared, team_compared
from touchpoints.team_journey import TeamJourney, team_journey

# The team's joint answers by touchpoint; of the line nobody said anything in the first round.
STOPS = tuple(JourneyStop(name, name, "Buy", is_before_contact=False) for name in ("Desk", "Line", "Web"))


def of_team(answers: Mapping[str, int | Mapping[int, int]]) -> TeamJourney:
    """The team's ratings: one joint answer, or how many gave each point."""
    counts = {name: {one: 1} if isinstance(one, int) else one for name, one in answers.items()}
    return team_journey(STOPS, counts)


def team(
    before: Mapping[str, int | Mapping[int, int]],
    after: Mapping[str, int | Mapping[int, int]],
    **targets: float,
) -> RoundsCompared:
    """What the team says of rounds 1 and 2."""
    return team_compared(of_team(before), of_team(after), (1, 2), targets)


def of_customers(label: str, stars: Mapping[str, dict[int, int]]) -> JourneyLine:
    """The customers' ratings by touchpoint, as how many gave how many stars."""
    return line(*(stop(name, stars=given) for name, given in stars.items()), label=label)


def customers(
    before: Mapping[str, dict[int, int]], after: Mapping[str, dict[int, int]], **targets: float
) -> RoundsCompared:
    """What customers say of rounds 1 and 2; targets by the touchpoint's id."""
    return customers_compared(of_customers("1", before), of_customers("2", after), (1, 2), targets)
