"""What the charts of a room say: ties with how many share them, the question of the whole, room for notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.touchpoints.charts.test_room import FIST, FISTS, SCALE, SUBJECTS, WALL, curve, rated, texts_of
from touchpoints.charts import room_curve, room_whole
from touchpoints.messages import Wording
from touchpoints.room.drawing import rating_of, whole_of


def test_of_several_at_an_end_the_first_is_named_with_how_many_more(wording: Wording) -> None:
    assert curve(wording, rated([1] * 5, [1] * 5)).title == "Desk and 1 more: +1"
    chart = curve(wording, rated([-1] * 5, [1] * 5))
    assert chart.title == "Lowest: Desk, −1. Highest: <b>Invoice</b>, +1."


def test_about_the_whole_the_question_stands_under_the_finding(wording: Wording) -> None:
    chart = room_whole.draw(whole_of(FIST.scales[0], FISTS), wording, WALL)
    assert chart.subtitle == f"{FIST.scales[0].question} · n = 5"


@pytest.mark.parametrize("note", ["fewer than 5 answers", "<b>0</b> you disagree"])
def test_on_the_wall_a_note_has_room_to_its_end(wording: Wording, note: str) -> None:
    chart = room_curve.draw(
        rating_of(SCALE, replace(rated([-2, -2, -2, 0, 2, 2, 2], [])), SUBJECTS), wording, WALL
    )
    texts = chart.figure.data[-1]
    at = list(texts.text).index(note)
    letters = len(note.removeprefix("<b>").replace("</b>", ""))
    assert texts.x[at] + letters * 0.45 <= chart.figure.layout.xaxis.range[1] + 0.01
    assert note in texts_of(chart)
