"""Where to start does not argue with what was chosen, and says who finds it disappointing."""

from __future__ import annotations

from uuid import UUID

from tests.touchpoints._options import ground, option, touchpoint
from touchpoints.messages import in_english
from touchpoints.option import OptionEntry
from touchpoints.option_gain import Ground, candidates
from touchpoints.start_here import Pick, start_here

GOAL = UUID(int=77)
GROUND = ground(0.5, 0.3, 0.2)


def picked(*options: OptionEntry, on: Ground = GROUND) -> list[Pick]:
    return list(start_here(candidates(options, on), on))


def numbers(*options: OptionEntry) -> list[int]:
    return [pick.candidate.option.id.int for pick in picked(*options)]


def test_what_lost_against_a_chosen_option_is_not_proposed_instead_of_it() -> None:
    lost, chosen = option(1, effect=2), option(2, is_chosen=True)
    assert numbers(lost, chosen) == [2]
    assert numbers(lost) == [1]


def test_a_goal_with_a_chosen_option_needs_no_other_one_elsewhere() -> None:
    chosen = option(1, is_chosen=True, goal_id=GOAL)
    assert numbers(chosen, option(2, at=1, goal_id=GOAL), option(3, at=2)) == [1, 3]


def test_the_reason_tells_what_customers_rated_from_what_the_team_noted() -> None:
    first = frozenset({touchpoint(0)})
    rated = ground(0.5, disappointing=first, rated_disappointing=first)
    noted = ground(0.5, disappointing=first)
    assert [in_english(pick.reason) for pick in picked(option(1), on=rated)] == [
        "Customers are disappointed here, and this changes most."
    ]
    assert [in_english(pick.reason) for pick in picked(option(1), on=noted)] == [
        "Something here still disappoints, as the team noted, and this changes most."
    ]
