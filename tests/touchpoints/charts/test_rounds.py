"""The comparison of two rounds says its finding, whose view it is, and every number in its table."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import pytest

from tests.touchpoints._rounds import customers, team
from tests.touchpoints.charts._journeys import BAD, FAIR, GOOD, SOURCE
from touchpoints.charts import DARK, LIGHT, Look, rounds
from touchpoints.messages import Wording
from touchpoints.rounds_compared import RoundsCompared

LINK = '<a href="http://example.com">Desk</a>'


def of_both() -> list[RoundsCompared]:
    return [
        team({"Desk": -1, "Web": 1}, {"Desk": 1, "Web": 1}, Desk=1.0),
        customers({"Desk": BAD, "Web": FAIR}, {"Desk": GOOD, "Web": FAIR}, **{"id-desk": 1.0}),
        team({}, {}),
    ]


@pytest.mark.parametrize("look", [LIGHT, DARK.for_projector(), LIGHT.for_phone()])
def test_every_figure_passes_the_check_of_plotly_that_drawing_leaves_out(
    look: Look, wording: Wording
) -> None:
    for compared in of_both():
        written = rounds.draw(compared, wording, look).figure.to_dict()
        checked = go.Figure(written).to_dict()
        del checked["layout"]["template"]
        del written["layout"]["template"]
        assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(written, default=list))


def test_then_is_hollow_and_now_is_filled_in_the_shape_of_the_view(wording: Wording) -> None:
    of_team, of_customers, _ = (rounds.draw(one, wording, LIGHT) for one in of_both())
    for chart, symbol, colour in (
        (of_team, "square", LIGHT.current),
        (of_customers, "circle", LIGHT.measured),
    ):
        then, now = (trace for trace in chart.figure.data if trace.mode == "markers")
        assert (then.marker.symbol, then.marker.color) == (symbol, LIGHT.background)
        assert (now.marker.symbol, now.marker.color) == (symbol, colour)
        assert list(now.customdata) == list(then.customdata)


def test_customers_have_intervals_and_the_team_has_none(wording: Wording) -> None:
    of_team, of_customers, _ = (rounds.draw(one, wording, LIGHT) for one in of_both())
    assert all(
        trace.error_x.array is not None for trace in of_customers.figure.data if trace.mode == "markers"
    )
    assert all(trace.error_x.array is None for trace in of_team.figure.data if trace.mode == "markers")
    assert "no survey" in of_team.subtitle
    assert SOURCE in of_customers.source


def test_the_table_has_both_levels_the_target_and_whether_it_is_clear(wording: Wording) -> None:
    _, of_customers, _ = (rounds.draw(one, wording, LIGHT) for one in of_both())
    row = of_customers.table.iloc[0]
    assert (row["Level in round 1"], row["Level in round 2"]) == (
        "−0.2 (−0.4 to 0.0)",
        "+1.7 (+1.6 to +1.8)",
    )
    assert (row["Target then"], row["Target"], row["Note"]) == ("+1.0", "reached", "clear")
    assert of_customers.table.iloc[1]["Note"] == "chance may explain it"


def test_many_touchpoints_are_cut_and_said_to_be(wording: Wording) -> None:
    many = {f"Touchpoint {number}": FAIR for number in range(40)}
    chart = rounds.draw(customers(many, many), wording, LIGHT)
    assert "25 more in the table" in chart.subtitle
    assert len(chart.table) == 40


def test_names_are_shown_as_they_were_typed(wording: Wording) -> None:
    chart = rounds.draw(customers({LINK: BAD}, {LINK: GOOD}), wording, LIGHT)
    assert "<a href" not in json.dumps(chart.figure.to_plotly_json(), default=list)
    assert LINK in chart.title
