"""A table that leaves the tool as a file is safe in a spreadsheet of the reader's country."""

from __future__ import annotations

import pytest

from pages._chart import _as_text, _csv, _picked_id
from storage.wording import wording_for
from tests.touchpoints.charts._journeys import FAIR, line, stop
from touchpoints.charts import LIGHT, heat_map, journey_curve
from touchpoints.journey import JourneySegments


@pytest.mark.parametrize(
    "typed",
    [
        *("=1+1", "+cmd|' /C calc'!A0", "-A1", "@SUM(A1)", "\t=1"),
        *("+1+cmd|' /C calc'!A0", '-2+HYPERLINK("http://evil.example")', "+1 to A1*2"),
    ],
)
def test_a_text_that_would_be_run_as_a_formula_is_made_text(typed: str) -> None:
    assert _as_text(typed) == f"'{typed}"


@pytest.mark.parametrize("cell", ["+0.8", "-0,3", "+0.8 to +1.1", "−0.3", "Wi-Fi", "", "12%", "-12,5 %"])
def test_numbers_and_plain_texts_stay(cell: str) -> None:
    assert _as_text(cell) == cell


@pytest.mark.parametrize(("language", "delimiter", "mean"), [("en", ",", "+0.9"), ("de", ";", "+0,9")])
def test_the_file_follows_the_language(language: str, delimiter: str, mean: str) -> None:
    words = wording_for(language)
    chart = journey_curve.draw([line(stop("Shops", stars=FAIR))], words, LIGHT)
    row = _csv(chart, words).decode("utf-8-sig").splitlines()[1]
    assert row.split(delimiter)[:3] == ["Shops", "Receive and use", mean]


def test_the_name_of_a_segmentation_is_made_text_as_well() -> None:
    words, typed = wording_for("en"), "=1+cmd|' /C calc'!A0"
    segments = JourneySegments(typed, (line(stop("Shops", stars=FAIR), label="women"),))
    heads = _csv(heat_map.draw(segments, words, LIGHT), words).decode("utf-8-sig").splitlines()[0]
    assert heads.startswith(f"'{typed},")


def test_a_click_beside_every_point_picks_nothing() -> None:
    assert _picked_id({"selection": {"points": []}}) is None
    assert _picked_id({"selection": {"points": [{"x": 1}]}}) is None
    assert _picked_id({"selection": {"points": [{"customdata": "id-shops"}]}}) == "id-shops"
