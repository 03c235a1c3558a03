"""The heat map prints each number, and says why a cell has none."""

from __future__ import annotations

from tests.touchpoints.charts._journeys import BAD, FAIR, line, long_journey, stop, withheld
from touchpoints.charts import LIGHT, heat_map
from touchpoints.journey import JourneyLine, JourneySegments
from touchpoints.messages import Wording

WOMEN = line(stop("Wi-Fi", stars=BAD), stop("Lounge"), stop("Shops", "Leave", stars=FAIR), label="women")
MEN = line(withheld("Wi-Fi"), stop("Lounge"), stop("Shops", "Leave", stars=BAD), label="men")


def test_each_cell_carries_its_number_or_a_dash_or_nothing(wording: Wording) -> None:
    figure = heat_map.draw(JourneySegments("Gender", (WOMEN, MEN)), wording, LIGHT).figure
    numbers = figure.data[1]
    cells = {(x, y): text for x, y, text in zip(numbers.x, numbers.y, numbers.text, strict=True)}
    assert cells == {(0, 1): "−0.2", (1, 1): "–", (0, 3): "+0.9", (1, 3): "−0.2"}


def test_a_withheld_cell_has_no_colour(wording: Wording) -> None:
    colours = heat_map.draw(JourneySegments("Gender", (WOMEN, MEN)), wording, LIGHT).figure.data[0]
    assert colours.z[1][1] is None


def test_rows_follow_the_journey_under_their_phases_without_what_nobody_was_asked(wording: Wording) -> None:
    figure = heat_map.draw(JourneySegments("Gender", (WOMEN, MEN)), wording, LIGHT).figure
    names = list(figure.layout.yaxis.ticktext)
    assert names == ["<b>Receive and use</b>", "Wi-Fi", "<b>Leave</b>", "Shops"]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_columns_name_their_segment_and_its_answers(wording: Wording) -> None:
    figure = heat_map.draw(JourneySegments("Gender", (WOMEN, MEN)), wording, LIGHT).figure
    assert list(figure.layout.xaxis.ticktext) == ["women<br>n ≤ 100", "men<br>n ≤ 100"]


def test_the_colours_reach_equally_far_on_both_sides_of_zero(wording: Wording) -> None:
    colours = heat_map.draw(JourneySegments("Gender", (WOMEN, MEN)), wording, LIGHT).figure.data[0]
    assert colours.zmin == -colours.zmax


def test_250_rows_make_a_high_map_that_repeats_its_column_names(wording: Wording) -> None:
    lines = tuple(JourneyLine(label, long_journey().points) for label in ("women", "men"))
    figure = heat_map.draw(JourneySegments("Gender", lines), wording, LIGHT).figure
    assert figure.layout.height > 250 * 20
    assert list(figure.data[2].text).count("women") == 4


def test_column_names_stand_upright_where_their_words_fit(wording: Wording) -> None:
    lines = tuple(JourneyLine(f"{age} to {age + 9}", WOMEN.points) for age in range(10, 80, 10))
    figure = heat_map.draw(JourneySegments("Age", lines), wording, LIGHT).figure
    assert figure.layout.xaxis.tickangle == 0


def test_column_names_are_turned_where_the_columns_are_narrow(wording: Wording) -> None:
    lines = tuple(JourneyLine(f"{age} years", WOMEN.points) for age in range(7))
    figure = heat_map.draw(JourneySegments("Age", lines), wording, LIGHT.for_phone()).figure
    assert figure.layout.xaxis.tickangle == -90
