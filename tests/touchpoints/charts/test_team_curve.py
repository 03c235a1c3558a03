"""The curve of the team: a room without a margin of error, apart from every figure of customers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import plotly.graph_objects as go
import pytest

from touchpoints.charts import DARK, LIGHT, Chart, Look, team_curve
from touchpoints.journey_lines import JourneyStop
from touchpoints.messages import Wording
from touchpoints.team_journey import TeamJourney, last_round, team_journey

GOLDEN = Path(__file__).with_name("golden") / "team_curve.json"
LINK = '<a href="http://example.com">Wi-Fi</a>'
LOOKS = [LIGHT, DARK, DARK.for_projector(), LIGHT.for_phone()]
# Joint, not rated, a room that agrees, one that disagrees, too few.
VOTES = {"Web search": {1: 1}, "Shops": {0: 2, 1: 5}, "Staff": {-2: 3, 2: 4}, "Lounge": {-2: 3}}


def stops(*names: str) -> list[JourneyStop]:
    return [
        JourneyStop(f"id-{name}", name, "Before contact" if not order else "Use", is_before_contact=not order)
        for order, name in enumerate(names)
    ]


def airport() -> TeamJourney:
    votes = {f"id-{name}": counts for name, counts in VOTES.items()}
    return team_journey(stops("Web search", "Wi-Fi", "Shops", "Staff", "Lounge"), votes)


def many(count: int, rated: int = 10) -> TeamJourney:
    """As many touchpoints as asked for, some of them rated at even steps."""
    names = [f"Touchpoint {n}" for n in range(count)]
    each = max(count // max(rated, 1), 1)
    votes = {f"id-{name}": {n % 5 - 2: 1} for n, name in enumerate(names) if n % each == 0}
    return team_journey(stops(*names), votes)


def labels_of(chart: Chart) -> str:
    """Everything that Plotly would put into the page as text."""
    return json.dumps(chart.figure.to_plotly_json(), ensure_ascii=False, default=list)


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "wall", "phone"])
def test_the_figure_passes_the_check_of_plotly_that_drawing_leaves_out(look: Look, wording: Wording) -> None:
    drawn = team_curve.draw(airport(), wording, look).figure.to_dict()
    checked = go.Figure(drawn).to_dict()
    # The check fills the empty template with empty parts.
    assert drawn["layout"].pop("template") == {}
    del checked["layout"]["template"]
    assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(drawn, default=list))


def test_the_airport_looks_as_it_was_approved(wording: Wording) -> None:
    chart = team_curve.draw(airport(), wording, LIGHT)
    drawn = {
        "title": chart.title,
        "subtitle": chart.subtitle,
        "description": chart.description,
        "source": chart.source,
        "figure": json.loads(json.dumps(chart.figure.to_dict(), default=list)),
    }
    assert drawn == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_a_room_has_no_margin_of_error_and_says_nothing_of_intervals(wording: Wording) -> None:
    chart = team_curve.draw(airport(), wording, LIGHT)
    everything = labels_of(chart) + chart.table.to_string() + chart.description + chart.subtitle
    assert "error_y" not in everything
    assert not [word for word in ("interval", "95 %", "95%", "significan") if word in everything]


def test_the_middle_half_is_drawn_for_rooms_of_five_and_more_alone(wording: Wording) -> None:
    _, halves, *_ = team_curve.draw(airport(), wording, LIGHT).figure.data
    assert [x for x in halves.x if x is not None] == [2, 2, 3, 3]
    joint = team_curve.draw(many(6), wording, LIGHT)
    assert not joint.figure.data[1].x
    assert "middle half" not in labels_of(joint)


def test_a_room_that_disagrees_is_hollow_and_named(wording: Wording) -> None:
    chart = team_curve.draw(airport(), wording, LIGHT)
    fills = dict(zip(chart.figure.data[-1].customdata, chart.figure.data[-1].marker.color, strict=True))
    assert [id_ for id_, fill in fills.items() if fill == LIGHT.background] == ["id-Staff"]
    assert "the room disagrees (Staff)" in chart.subtitle


def test_votes_of_fewer_than_five_stand_nowhere(wording: Wording) -> None:
    chart = team_curve.draw(airport(), wording, LIGHT)
    assert "id-Lounge" not in chart.figure.data[-1].customdata
    assert list(chart.table.iloc[4]) == ["Lounge", "Use", "fewer than 5 answers", "", "", ""]
    assert "fewer than 5 answers (Lounge)" in chart.subtitle


def test_the_table_holds_every_touchpoint_with_its_votes(wording: Wording) -> None:
    table = team_curve.draw(airport(), wording, LIGHT).table
    assert [list(row) for row in table.to_numpy()][:4] == [
        ["Web search", "Before contact", "+1", "", "1", "one joint answer of the team"],
        ["Wi-Fi", "Use", "not rated by the team yet", "", "", ""],
        ["Shops", "Use", "+1", "+0.5 to +1.0", "7", ""],
        ["Staff", "Use", "+2", "−2.0 to +2.0", "7", "the room disagrees"],
    ]


def test_the_line_is_dotted_across_touchpoints_that_nobody_rated(wording: Wording) -> None:
    _, _, across, next_to, _ = team_curve.draw(airport(), wording, LIGHT).figure.data
    assert [x for x in across.x if x is not None] == [0, 2]
    assert [x for x in next_to.x if x is not None] == [2, 3]


def test_it_says_that_no_customer_was_asked(wording: Wording) -> None:
    chart = team_curve.draw(airport(), wording, LIGHT)
    assert chart.subtitle.startswith("the team's view, no survey")
    assert chart.source == "Source: the team"
    assert "n = 1 to 7 answers per touchpoint" in chart.subtitle
    assert "one joint answer for each touchpoint" in team_curve.draw(many(6), wording, LIGHT).subtitle


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "wall", "phone"])
@pytest.mark.parametrize("count", [0, 1, 6, 40, 250])
def test_any_number_of_touchpoints_is_drawn(count: int, look: Look, wording: Wording) -> None:
    chart = team_curve.draw(many(count), wording, look)
    assert chart.title
    assert chart.description
    assert len(chart.table) == count
    assert len(chart.figure.layout.annotations) + len(chart.figure.layout.shapes) < 60


def test_where_the_axis_has_no_room_the_ten_that_are_rated_are_named(wording: Wording) -> None:
    texts = [one.text for one in team_curve.draw(many(60), wording, LIGHT).figure.layout.annotations]
    assert sum(text.startswith("Touchpoint") for text in texts) == 10


def test_nothing_rated_is_drawn_and_says_so(wording: Wording) -> None:
    chart = team_curve.draw(team_journey(stops("A", "B"), {}), wording, LIGHT)
    assert chart.title == "The team has not rated a touchpoint yet"
    assert "no answers yet" in chart.subtitle


def test_every_mark_knows_its_touchpoint_so_that_a_click_finds_it(wording: Wording) -> None:
    figure = team_curve.draw(airport(), wording, LIGHT).figure
    told = [trace for trace in figure.data if trace.hoverinfo != "skip"]
    assert {id_ for trace in told for id_ in trace.customdata if id_} == {
        point.touchpoint_id for point in airport().points
    }


def test_markup_in_a_name_is_shown_as_it_was_typed(wording: Wording) -> None:
    chart = team_curve.draw(team_journey(stops(LINK, "B"), {f"id-{LINK}": {1: 1}}), wording, LIGHT)
    shown = labels_of(chart).replace(json.dumps(f"id-{LINK}"), "")
    assert "<a href" not in shown
    assert "&lt;a" in shown


def test_numbers_follow_the_language(german: Wording) -> None:
    table = team_curve.draw(airport(), german, LIGHT).table
    assert table.iloc[2, 3].startswith("+0,5")


def a_round_later(journey: TeamJourney) -> TeamJourney:
    """The same touchpoints in the second round, as the airport was rated in the first."""
    return replace(journey, last=last_round(1, airport()))


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "wall", "phone"])
def test_the_last_round_is_a_thin_labelled_line_behind_the_curve(look: Look, wording: Wording) -> None:
    chart = team_curve.draw(a_round_later(airport()), wording, look)
    drawn = chart.figure.to_dict()["data"]
    ghost = next(
        place for place, trace in enumerate(drawn) if trace.get("line", {}).get("color") == look.muted
    )
    curve = next(
        place for place, trace in enumerate(drawn) if trace.get("line", {}).get("color") == look.current
    )
    assert ghost < curve
    assert drawn[ghost]["line"]["width"] < 2
    assert "round 1, as the team saw it then" in labels_of(chart).replace("<br>", " ")
    go.Figure(chart.figure.to_dict())


def test_a_round_without_ratings_shows_the_last_one_alone(wording: Wording) -> None:
    chart = team_curve.draw(a_round_later(team_journey(stops("Web search", "Shops"), {})), wording, LIGHT)
    assert chart.title == "The team has not rated a touchpoint yet"
    assert list(chart.table["Median in round 1"]) == ["+1", "+1"]


def test_what_was_withheld_a_round_ago_stays_withheld(wording: Wording) -> None:
    chart = team_curve.draw(a_round_later(airport()), wording, LIGHT)
    rows = dict(zip(chart.table["Touchpoint"], chart.table["Median in round 1"], strict=True))
    assert (rows["Shops"], rows["Lounge"], rows["Wi-Fi"]) == ("+1", "", "")


def test_in_the_first_round_nothing_is_said_of_a_last_one(wording: Wording) -> None:
    chart = team_curve.draw(airport(), wording, LIGHT)
    assert "round" not in labels_of(chart)
    assert not [name for name in chart.table.columns if "round" in name]
