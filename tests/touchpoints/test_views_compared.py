"""The team's top ten stands beside the customers', and their experiences beside each other."""

from __future__ import annotations

import pytest

from tests.touchpoints._standings import airport, standing
from tests.touchpoints.charts._journeys import BAD, FAIR
from touchpoints.messages import in_english
from touchpoints.views_compared import compare_views, finding_of_views


def test_it_is_counted_how_many_of_the_customers_ten_the_team_has_named() -> None:
    places = [
        standing(f"T{n}", points=30 - n if n < 10 else None, mentions=n - 3 if n > 3 else None)
        for n in range(14)
    ]
    compared = compare_views(places)
    assert (len(compared.team), len(compared.customer), compared.named_by_team) == (10, 10, 6)
    assert in_english(finding_of_views(compared)) == (
        "The team has named 6 of the 10 touchpoints that matter most to customers"
    )


def test_all_who_share_the_tenth_rank_are_in() -> None:
    places = [standing(f"T{n}", points=50 - n if n < 9 else 5) for n in range(12)]
    assert [top.rank for top in compare_views(places).team] == [*range(1, 10), 10, 10, 10]


def test_a_touchpoint_without_points_is_in_no_top_ten() -> None:
    compared = compare_views([standing("A", points=0), standing("B"), standing("C", points=1)])
    assert [top.standing.name for top in compared.team] == ["C"]


def test_without_mentions_nothing_is_claimed_about_what_customers_find_important() -> None:
    places = [standing("Wi-Fi", points=5, team={2: 5}, stars=BAD), standing("Shops", points=3)]
    compared = compare_views(places)
    assert compared.customer == ()
    assert (
        in_english(finding_of_views(compared)) == "Team and customers differ most at Wi-Fi: 2.0 against -0.2"
    )


def test_distances_of_experience_come_with_the_largest_first() -> None:
    distances = compare_views(airport()).distances
    assert [one.standing.name for one in distances] == ["Shops", "Wi-Fi", "Staff"]
    assert distances[0].value == pytest.approx(-1 - 0.89)


def test_a_median_within_the_customers_interval_is_no_clear_distance() -> None:
    far, near = compare_views(
        [standing("Near", team={1: 3}, stars=FAIR), standing("Far", team={-2: 3}, stars=FAIR)]
    ).distances
    assert (near.is_clear, far.is_clear) == (False, True)


def test_nothing_known_on_one_side_cannot_be_compared() -> None:
    assert in_english(finding_of_views(compare_views([]))) == "The two views cannot be compared yet"
