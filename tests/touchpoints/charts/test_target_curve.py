"""The target journey: both lines on one axis, the gaps said, what ends crossed out, what is new set off."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import plotly.graph_objects as go
import pytest

from touchpoints.charts import DARK, LIGHT, Chart, Look, target_curve
from touchpoints.messages import Wording
from touchpoints.standing import View
from touchpoints.statistics import Estimate
from touchpoints.target_journey import Ending, TargetJourney, TargetPoint

GOLDEN = Path(__file__).with_name("golden") / "target_curve.json"
LINK = '<a href="http://example.com">Wi-Fi</a>'
LOOKS = [LIGHT, DARK, DARK.for_projector(), LIGHT.for_phone()]
LINES = {"gaps": 1, "current": 3, "target": 5, "levels": 6, "diamonds": 7, "endings": 8}


def point(
    name: str, current: float | None = None, target: float | None = None, **more: object
) -> TargetPoint:
    known = None if current is None else Estimate(current, current - 0.1, current + 0.1, 120)
    start = TargetPoint(
        f"id-{name}", name, "Use", phase_is_before_contact=False, current=known, target=target
    )
    return replace(start, **more)  # type: ignore[arg-type] # any field


def airport() -> TargetJourney:
    return TargetJourney(
        (
            point("Web search", None, 1.0, phase="Before contact", phase_is_before_contact=True),
            point("Wi-Fi", -0.5, 1.5),
            point("Desk", 0.4, 0.0, ending=Ending.COMBINED, joins="id-Phone"),
            point("Phone", 0.8, 1.0),
            point("Chat", None, 1.5, is_planned=True),
            point("Leaflet", 0.2, ending=Ending.REMOVED, phase="Stay"),
            point("Lounge", is_withheld=True),
        ),
        View.CUSTOMER,
        wave="2026",
        sources=("Guest survey",),
    )


def many(count: int, aimed: int = 20) -> TargetJourney:
    """As many touchpoints as asked for, some of them with a target."""
    points = [point(f"Touchpoint {n}", n % 5 * 0.4 - 0.8) for n in range(count)]
    each = max(count // max(aimed, 1), 1)
    return TargetJourney(
        tuple(replace(one, target=1.5) if n % each == 0 else one for n, one in enumerate(points)),
        View.CUSTOMER,
    )


def labels_of(chart: Chart) -> str:
    """Everything that Plotly would put into the page as text."""
    return json.dumps(chart.figure.to_plotly_json(), ensure_ascii=False, default=list)


def trace(chart: Chart, name: str) -> go.Scatter:
    return chart.figure.data[LINES[name]]


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "wall", "phone"])
def test_the_figure_passes_the_check_of_plotly_that_drawing_leaves_out(look: Look, wording: Wording) -> None:
    drawn = target_curve.draw(airport(), wording, look).figure.to_dict()
    checked = go.Figure(drawn).to_dict()
    # The check fills the empty template with empty parts.
    assert drawn["layout"].pop("template") == {}
    del checked["layout"]["template"]
    assert json.loads(json.dumps(checked, default=list)) == json.loads(json.dumps(drawn, default=list))


def test_the_airport_looks_as_it_was_approved(wording: Wording) -> None:
    chart = target_curve.draw(airport(), wording, LIGHT)
    drawn = {
        "title": chart.title,
        "subtitle": chart.subtitle,
        "description": chart.description,
        "source": chart.source,
        "figure": json.loads(json.dumps(chart.figure.to_dict(), default=list)),
    }
    assert drawn == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_both_levels_stand_on_one_axis_with_the_gap_between(wording: Wording) -> None:
    chart = target_curve.draw(airport(), wording, LIGHT)
    assert list(trace(chart, "levels").y) == [-0.5, 0.4, 0.8, 0.2]
    assert list(trace(chart, "diamonds").y) == [1.0, 1.5, 1.0, 1.5]
    assert list(trace(chart, "gaps").y) == [-0.5, 1.5, None, 0.8, 1.0, None]
    assert chart.title == "The largest gaps to the target, in levels: Wi-Fi (2.0) and Phone (0.2)"


def test_what_ends_is_crossed_out_and_has_no_target(wording: Wording) -> None:
    chart = target_curve.draw(airport(), wording, LIGHT)
    assert list(trace(chart, "endings").customdata) == ["id-Desk", "id-Leaflet"]
    assert not {"id-Desk", "id-Leaflet"} & set(trace(chart, "diamonds").customdata)
    assert "to be combined with Phone" in trace(chart, "endings").hovertext[0]
    assert "2 touchpoints go (Desk and Leaflet); 4 of 6 stay" in chart.subtitle
    assert "The phase Stay would have no touchpoint left" in chart.subtitle


def test_what_is_new_stands_in_the_target_line_alone_and_is_hollow(wording: Wording) -> None:
    chart = target_curve.draw(airport(), wording, LIGHT)
    fills = dict(zip(trace(chart, "diamonds").customdata, trace(chart, "diamonds").marker.color, strict=True))
    assert [id_ for id_, fill in fills.items() if fill == LIGHT.background] == ["id-Chat"]
    assert "id-Chat" not in trace(chart, "levels").customdata
    assert "1 is new: Chat" in chart.subtitle


def test_customers_have_intervals_and_a_room_has_squares_and_none(wording: Wording) -> None:
    assert trace(target_curve.draw(airport(), wording, LIGHT), "levels").error_y.array
    points = tuple(
        replace(one, current=one.current and Estimate(one.current.value, None, None, 1))
        for one in airport().points
    )
    team = target_curve.draw(TargetJourney(points, View.TEAM), wording, LIGHT)
    assert trace(team, "levels").marker.symbol == "square"
    assert "error_y" not in labels_of(team)
    assert "the team's view, no survey" in team.subtitle


def test_it_says_whose_level_and_whose_target_it_shows(wording: Wording) -> None:
    assert target_curve.draw(airport(), wording, LIGHT).subtitle.startswith(
        "current level: all customers, 2026 · targets for all customers"
    )
    families = target_curve.draw(replace(airport(), segment="Families"), wording, LIGHT)
    assert "targets for Families, else those for all" in families.subtitle
    assert families.source == "Source: Guest survey; targets: the team"


def test_the_table_holds_every_touchpoint_with_both_levels(wording: Wording) -> None:
    rows = [list(row) for row in target_curve.draw(airport(), wording, LIGHT).table.to_numpy()]
    assert rows[1] == ["Wi-Fi", "Use", "−0.5", "−0.6 to −0.4", "120", "+1.5", "+2.0", ""]
    assert rows[4] == ["Chat", "Use", "", "", "", "+1.5", "", "new: in the target journey only"]
    assert rows[5][7] == "to be removed"
    assert rows[6][2] == "withheld"


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "wall", "phone"])
@pytest.mark.parametrize("count", [0, 1, 6, 40, 250])
def test_any_number_of_touchpoints_is_drawn(count: int, look: Look, wording: Wording) -> None:
    chart = target_curve.draw(many(count), wording, look)
    assert chart.title
    assert chart.description
    assert len(chart.table) == count
    assert len(chart.figure.layout.annotations) + len(chart.figure.layout.shapes) < 60


def test_where_the_axis_has_no_room_the_largest_gaps_are_named(wording: Wording) -> None:
    texts = [one.text for one in target_curve.draw(many(250), wording, LIGHT).figure.layout.annotations]
    assert sum(text.startswith("Touchpoint") for text in texts) > 5


def test_every_mark_knows_its_touchpoint_so_that_a_click_finds_it(wording: Wording) -> None:
    figure = target_curve.draw(airport(), wording, LIGHT).figure
    told = [one for one in figure.data if one.hoverinfo != "skip"]
    assert {id_ for one in told for id_ in one.customdata if id_} == {
        one.touchpoint_id for one in airport().points
    }


def test_markup_in_a_name_is_shown_as_it_was_typed(wording: Wording) -> None:
    chart = target_curve.draw(TargetJourney((point(LINK, 0, 1),), View.CUSTOMER), wording, LIGHT)
    shown = labels_of(chart).replace(json.dumps(f"id-{LINK}"), "")
    assert "<a href" not in shown
    assert "&lt;a" in shown


def test_numbers_follow_the_language(german: Wording) -> None:
    assert target_curve.draw(airport(), german, LIGHT).table.iloc[1, 6] == "+2,0"
