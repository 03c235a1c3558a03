"""A touchpoint's standing keeps the team's view and the customers' view apart."""

import pytest

from tests.touchpoints._standings import airport, standing
from tests.touchpoints.charts._journeys import withheld
from touchpoints.messages import in_english, message
from touchpoints.standing import View, importances, named
from touchpoints.statistics import wilson


def test_the_teams_importance_is_a_share_of_its_points_without_an_interval() -> None:
    places = airport()
    share = importances(places, View.TEAM).share(places[2])
    assert share is not None
    assert (share.value, share.low, share.n) == (0.5, None, 100)


def test_a_touchpoint_without_points_has_no_importance_and_one_with_none_has_the_importance_zero() -> None:
    places = [standing("A", points=5), standing("B", points=0), standing("C")]
    shares = [importances(places, View.TEAM).share(place) for place in places]
    assert [share and share.value for share in shares] == [1.0, 0.0, None]


def test_where_nobody_gave_anything_no_touchpoint_has_an_importance() -> None:
    places = [standing("A", points=0), standing("B", mentions=0)]
    assert [importances(places, view).share(place) for view in View for place in places] == [None] * 4


def test_the_interval_of_mentions_rests_on_the_customers_who_were_asked() -> None:
    places = airport()
    share = importances(places, View.CUSTOMER, customers_asked=80).share(places[1])
    named_it = wilson(60, 80)
    assert share is not None
    assert named_it.low is not None
    assert share.value == pytest.approx(0.6)
    assert share.low == pytest.approx(named_it.low * 80 / 100)
    assert share.n == 80


def test_where_nobody_noted_how_many_were_asked_it_rests_on_the_mentions() -> None:
    places = airport()
    assert importances(places, View.CUSTOMER).share(places[1]) == wilson(60, 100)


def test_customers_experience_is_not_told_where_it_is_withheld() -> None:
    lounge = standing("Lounge", customer=withheld("Lounge"))
    assert lounge.customer_experience is None
    assert not lounge.is_measured


def test_without_a_target_the_best_level_is_the_goal() -> None:
    assert (standing("A").goal, standing("A", target=0.0).goal) == (2.0, 0.0)


@pytest.mark.parametrize(
    ("names", "said"),
    [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A and 2 more")],
)
def test_names_are_said_as_in_a_sentence(names: list[str], said: str) -> None:
    assert in_english(message("{names}", names=named(names))) == said
