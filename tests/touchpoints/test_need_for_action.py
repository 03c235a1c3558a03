"""The need for action is importance times gap, ranked once for each view and never mixed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.touchpoints._standings import airport, standing
from tests.touchpoints.charts._journeys import BAD, FAIR, withheld
from touchpoints.messages import in_english
from touchpoints.need_for_action import (
    NO_IMPORTANCE,
    NOT_MEASURED,
    NOT_RATED,
    NOTHING,
    TOO_FEW,
    Ranking,
    finding_of_needs,
    need_for_action,
    rank_needs,
)
from touchpoints.standing import Standing, View

# What a team says of one touchpoint: points of its budget, and answers from -2 to +2.
said = st.tuples(st.integers(0, 20), st.dictionaries(st.integers(-2, 2), st.integers(1, 9), min_size=1))
teams = st.lists(said, min_size=1, max_size=25)


def places_of(team: list[tuple[int, dict[int, int]]]) -> list[Standing]:
    return [standing(f"T{n}", points=points, team=answers) for n, (points, answers) in enumerate(team)]


def ranks(ranking: Ranking) -> dict[str, int]:
    return {need.standing.name: need.rank for need in ranking.needs}


def test_the_team_ranks_by_share_of_points_times_gap_to_the_target() -> None:
    ranking = rank_needs(airport(), View.TEAM)
    found = [(need.rank, need.standing.name, round(need.size.value, 6)) for need in ranking.needs]
    # 50 % × (2 + 1), 30 % × (2 - 1), 20 % × (2 - 2)
    assert found == [(1, "Shops", 150.0), (2, "Wi-Fi", 30.0), (3, "Staff", 0.0)]


def test_customers_rank_by_share_of_mentions_times_gap_of_their_mean() -> None:
    ranking = rank_needs(airport(), View.CUSTOMER, customers_asked=80)
    assert ranks(ranking) == {"Wi-Fi": 1, "Shops": 2, "Staff": 3}
    first = ranking.needs[0]
    assert first.size.value == pytest.approx(60 * (2 - -0.2))
    assert first.size.low is not None
    assert first.size.high is not None
    assert first.size.low < first.size.value < first.size.high


def test_the_team_has_no_margin_of_error() -> None:
    assert {need.size.low for need in rank_needs(airport(), View.TEAM).needs} == {None}


def test_a_target_below_the_experience_leaves_no_need() -> None:
    ranking = rank_needs([standing("A", points=5, team={1: 3}, target=0.0)], View.TEAM)
    assert [need.size.value for need in ranking.needs] == [0.0]
    assert ranking.open_needs == ()


def test_what_is_missing_is_said_for_each_touchpoint_that_is_not_ranked() -> None:
    places = [
        standing("Rated", points=5, team={0: 3}, stars=FAIR, mentions=4),
        standing("Unrated", points=5, mentions=4),
        standing("Unimportant", team={0: 3}, stars=BAD),
        standing("Withheld", customer=withheld("Withheld"), mentions=2),
        standing("Nothing"),
    ]
    team, customer = rank_needs(places, View.TEAM), rank_needs(places, View.CUSTOMER)
    assert {one.standing.name: one.reason for one in team.unranked} == {
        "Unrated": NOT_RATED,
        "Unimportant": NO_IMPORTANCE,
        "Withheld": NOTHING,
        "Nothing": NOTHING,
    }
    assert {one.standing.name: one.reason for one in customer.unranked} == {
        "Unrated": NOT_MEASURED,
        "Unimportant": NO_IMPORTANCE,
        "Withheld": TOO_FEW,
        "Nothing": NOTHING,
    }


def test_equal_needs_share_a_rank_and_the_next_rank_is_left_out() -> None:
    places = [
        standing("A", points=2, team={1: 1}),
        standing("B", points=1, team={0: 1}),
        standing("C", points=1, team={1: 1}),
    ]
    assert ranks(rank_needs(places, View.TEAM)) == {"A": 1, "B": 1, "C": 3}


@given(teams)
def test_every_touchpoint_is_ranked_or_listed_with_a_reason(team: list[tuple[int, dict[int, int]]]) -> None:
    ranking = rank_needs(places_of(team), View.TEAM)
    assert len(ranking.needs) + len(ranking.unranked) == len(team)
    assert all(one.reason for one in ranking.unranked)


@given(teams)
def test_a_rank_is_one_more_than_the_number_of_greater_needs(team: list[tuple[int, dict[int, int]]]) -> None:
    needs = rank_needs(places_of(team), View.TEAM).needs
    for need in needs:
        greater = sum(other.size.value > need.size.value + 1e-9 for other in needs)
        assert need.rank == greater + 1


@given(teams, st.data())
def test_more_points_or_a_worse_experience_never_lower_the_rank(
    team: list[tuple[int, dict[int, int]]], data: st.DataObject
) -> None:
    chosen = data.draw(st.integers(0, len(team) - 1))
    before = ranks(rank_needs(places_of(team), View.TEAM))
    points, answers = team[chosen]
    worse = {max(-2, point - data.draw(st.integers(0, 2))): n for point, n in answers.items()}
    if len(worse) < len(answers):
        worse = answers
    more = points + data.draw(st.integers(0, 5))
    after = ranks(rank_needs(places_of([*team[:chosen], (more, worse), *team[chosen + 1 :]]), View.TEAM))
    name = f"T{chosen}"
    assert name not in before or after[name] <= before[name]


@given(teams, st.randoms(use_true_random=False))
def test_the_order_of_the_journey_changes_no_rank(
    team: list[tuple[int, dict[int, int]]], random: object
) -> None:
    places = places_of(team)
    shuffled = sorted(places, key=lambda _: random.random())  # type: ignore[attr-defined] # hypothesis' own
    assert ranks(rank_needs(places, View.TEAM)) == ranks(rank_needs(shuffled, View.TEAM))


def test_the_finding_names_the_first_of_each_view() -> None:
    assert in_english(finding_of_needs(need_for_action(airport(), 80))) == (
        "The team sees the greatest need for action at Shops, customers at Wi-Fi"
    )


def test_where_both_agree_the_finding_says_so() -> None:
    places = [standing("Wi-Fi", points=9, team={-1: 3}, stars=BAD, mentions=60), standing("Shops", points=1)]
    assert in_english(finding_of_needs(need_for_action(places, 80))).startswith("Team and customers see")


def test_customers_who_cannot_be_told_apart_are_not_called_first() -> None:
    places = [standing(name, stars=BAD, mentions=count) for name, count in (("A", 40), ("B", 42), ("C", 1))]
    leaders = rank_needs(places, View.CUSTOMER, 100).leaders
    assert [need.standing.name for need in leaders] == ["B", "A"]


def test_where_too_many_may_be_first_none_is_named() -> None:
    places = [standing(f"T{n}", stars=BAD, mentions=40 + n) for n in range(8)]
    assert in_english(finding_of_needs(need_for_action(places, 100))) == (
        "Customers see the greatest need for action at no single touchpoint"
    )


def test_nothing_known_is_no_finding() -> None:
    assert in_english(finding_of_needs(need_for_action([]))) == "The need for action cannot be ranked yet"
