"""The phases of a journey are named whole above it, turned where their words are longer than their band."""

from __future__ import annotations

from tests.touchpoints.charts._journeys import stop
from touchpoints.charts import LIGHT
from touchpoints.charts._journey_stage import Stage
from touchpoints.charts._look import Look
from touchpoints.journey import JourneyLine

LAST = "Return, recommend, leave"


def stage(look: Look, *, use: int, last: int, name: str = "Stop", phase: str = LAST) -> Stage:
    phases = ["Use"] * use + [phase] * last
    points = (stop(f"{name} {place}", phase) for place, phase in enumerate(phases))
    return Stage((JourneyLine("", tuple(points)),), look)


def test_a_wide_band_has_its_name_level() -> None:
    wide = stage(LIGHT, use=4, last=4)
    assert not wide.is_upright(wide.bands[1])
    assert "…" not in wide.band_labels[1]


def test_a_band_that_is_narrower_than_a_word_turns_its_name_and_cuts_nothing() -> None:
    narrow = stage(LIGHT, use=60, last=4)
    assert narrow.is_upright(narrow.bands[1])
    assert narrow.band_labels[1] == "Return,<br>recommend, leave"
    assert narrow.ribbon_height > stage(LIGHT, use=4, last=4).ribbon_height


def test_names_that_reach_beyond_the_axis_leave_the_bands_less_room() -> None:
    word = "Recommendable"
    short = stage(LIGHT, use=36, last=4, name="S", phase=word)
    long = stage(LIGHT, use=36, last=4, name="A touchpoint of many words", phase=word)
    assert long.names_overhang > short.names_overhang
    assert not short.is_upright(short.bands[1])
    assert long.is_upright(long.bands[1])


def test_a_phone_has_one_line_and_more_letters_in_it() -> None:
    [_, label] = stage(LIGHT.for_phone(), use=38, last=3).band_labels
    assert label == "Return, recommend, le…"


def test_a_word_that_just_fits_its_band_is_not_cut() -> None:
    word = "Recommendable"
    just = stage(LIGHT, use=36, last=4, name="S", phase=word)
    assert just.band_labels[1] == word
