"""The trend chooses what changed most, and keeps its lines legible."""

from __future__ import annotations

from tests.touchpoints.charts._journeys import BAD, FAIR, GOOD, line, long_journey, stop
from touchpoints.charts import LIGHT, trend
from touchpoints.journey import JourneyLine, JourneyWaves
from touchpoints.messages import Wording


def waves(*years: dict[str, dict[int, int] | None]) -> tuple[JourneyLine, ...]:
    """One line per year, from the stars of each touchpoint."""
    return tuple(
        line(*(stop(name, stars=stars) for name, stars in year.items()), label=str(2010 + place))
        for place, year in enumerate(years)
    )


RISING = waves({"Wi-Fi": BAD, "Shops": FAIR}, {"Wi-Fi": None, "Shops": FAIR}, {"Wi-Fi": GOOD, "Shops": FAIR})


def test_the_largest_change_comes_first_where_nothing_is_chosen(wording: Wording) -> None:
    figure = trend.draw(JourneyWaves(RISING), wording, LIGHT).figure
    assert [course.name for course in figure.data] == ["Wi-Fi", "Shops"]


def test_only_what_is_chosen_is_shown_and_compared(wording: Wording) -> None:
    chart = trend.draw(JourneyWaves(RISING, ("id-shops",)), wording, LIGHT)
    assert [course.name for course in chart.figure.data] == ["Shops"]
    assert chart.title == "No clear difference between the waves"


def test_a_wave_without_a_figure_leaves_a_gap(wording: Wording) -> None:
    course = trend.draw(JourneyWaves(RISING, ("id-wifi",)), wording, LIGHT).figure.data[0]
    assert course.y[1] is None
    assert course.connectgaps is None


def test_lines_are_named_where_they_end_with_their_last_figure(wording: Wording) -> None:
    figure = trend.draw(JourneyWaves(RISING), wording, LIGHT).figure
    assert "Wi-Fi <b>+1.7</b>" in [annotation.text for annotation in figure.layout.annotations]


def test_more_than_three_touchpoints_get_a_panel_each_on_one_scale(wording: Wording) -> None:
    lines = tuple(JourneyLine(label, long_journey(8).points) for label in ("2013", "2018"))
    figure = trend.draw(JourneyWaves(lines), wording, LIGHT).figure
    axes = [figure.layout[f"yaxis{number}"] for number in ("", 2, 3, 4, 5, 6)]
    assert len(figure.data) == 6
    assert len({axis.range for axis in axes}) == 1
    heights = {round(axis.domain[1] - axis.domain[0], 6) for axis in axes}
    assert len(heights) == 1


def test_on_a_phone_each_touchpoint_has_its_own_panel(wording: Wording) -> None:
    figure = trend.draw(JourneyWaves(RISING), wording, LIGHT.for_phone()).figure
    assert [course.yaxis for course in figure.data] == ["y", "y2"]


def test_wave_names_are_thinned_to_what_fits_and_the_last_one_stays(wording: Wording) -> None:
    many = waves(*[{"Wi-Fi": FAIR}] * 40)
    figure = trend.draw(JourneyWaves(many, ("id-wifi",)), wording, LIGHT.for_phone()).figure
    assert len(figure.layout.xaxis.ticktext) < 20
    assert figure.layout.xaxis.ticktext[-1] == "2049"
