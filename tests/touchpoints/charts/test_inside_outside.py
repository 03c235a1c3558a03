"""Both top tens stand beside each other, joined where they agree."""

from __future__ import annotations

from tests.touchpoints._standings import airport, standing
from tests.touchpoints.charts._journeys import FAIR
from touchpoints.charts import LIGHT, inside_outside
from touchpoints.messages import Wording
from touchpoints.views_compared import compare_views

PLACES = [
    standing("Both", points=9, mentions=9, team={2: 3}, stars=FAIR),
    standing("Team only", points=5, team={-1: 3}, stars=FAIR),
    standing("Customers only", mentions=5),
]


def test_what_both_name_is_joined_and_what_one_lacks_is_hollow_and_bold(wording: Wording) -> None:
    figure = inside_outside.draw(compare_views(PLACES), wording, LIGHT).figure
    joined, *drawn = figure.data
    assert list(joined.y) == [0.5, 0.5, None]
    hollow = {one for trace in drawn if trace.marker.color == LIGHT.background for one in trace.customdata}
    assert hollow == {"id-teamonly", "id-customersonly"}
    names = next(trace.text for trace in drawn if trace.mode == "text")
    assert ["<b>" in name for name in names] == [False, True, False, True]


def test_team_and_customers_differ_in_shape(wording: Wording) -> None:
    figure = inside_outside.draw(compare_views(PLACES), wording, LIGHT).figure
    shapes = {trace.marker.symbol for trace in figure.data if trace.mode == "markers" and trace.yaxis == "y2"}
    assert shapes == {"square", "circle"}


def test_without_mentions_the_right_list_says_how_to_get_them(wording: Wording) -> None:
    figure = inside_outside.draw(compare_views([standing("A", points=5)]), wording, LIGHT).figure
    assert any("Ask customers" in one.text for one in figure.layout.annotations)
    assert not [trace for trace in figure.data if trace.mode == "text" and "<b>" in "".join(trace.text)]


def test_the_largest_distance_of_experience_stands_on_top(wording: Wording) -> None:
    figure = inside_outside.draw(compare_views(airport()), wording, LIGHT).figure
    assert list(figure.layout.yaxis2.ticktext) == ["Shops", "Wi-Fi", "Staff"]


def test_the_table_sets_both_views_side_by_side(wording: Wording) -> None:
    table = inside_outside.draw(compare_views(airport(), 80), wording, LIGHT).table
    row = dict(zip(table.columns, table.iloc[0], strict=True))
    assert (row["Touchpoint"], row["Rank of the team"], row["Rank of the customers"]) == ("Shops", "1", "2")
    assert (row["Median of the team"], row["Mean of customers"], row["Difference"]) == ("−1", "+0.9", "−1.9")
