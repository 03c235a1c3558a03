"""Marks and texts can be seen by everybody, on a screen and on a weak projector."""

from __future__ import annotations

import pytest

from touchpoints.charts import DARK, LIGHT, Look
from touchpoints.charts._colours import contrast, on_scale, readable_on
from touchpoints.statistics import Level

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


@LOOKS
def test_text_reaches_a_contrast_of_four_and_a_half_on_every_ground(look: Look) -> None:
    grounds = [look.background, look.band, look.before_contact]
    assert not [(ground, ink) for ground in grounds for ink in (look.text,) if contrast(ink, ground) < 4.5]
    texts = [look.muted, look.accent, *look.lines]
    assert not [ink for ink in texts if contrast(ink, look.background) < 4.5]


@LOOKS
def test_marks_reach_a_contrast_of_three_on_every_ground(look: Look) -> None:
    marks = [look.current, look.target, look.measured, *(sign.colour for sign in look.levels.values())]
    for ground in (look.background, look.before_contact):
        assert not [mark for mark in marks if contrast(mark, ground) < 3]


@LOOKS
def test_every_level_has_a_shape_and_a_word_of_its_own(look: Look) -> None:
    assert set(look.levels) == set(Level)
    signs = look.levels.values()
    assert len({sign.symbol for sign in signs}) == len({sign.word for sign in signs}) == len(Level)


@LOOKS
def test_the_number_in_a_cell_can_be_read_on_every_colour_of_the_scale(look: Look) -> None:
    for step in range(101):
        ground = on_scale(step / 100, look.diverging)
        assert contrast(readable_on(ground), ground) >= 4.5


def test_a_mean_without_the_answers_that_tell_its_level_has_a_sign_of_its_own() -> None:
    symbols = [sign.symbol for sign in LIGHT.signs.values()]
    assert LIGHT.sign(None) == LIGHT.mean_only
    assert len(set(symbols)) == len(Level) + 1


def test_the_projector_enlarges_and_the_phone_narrows() -> None:
    assert LIGHT.for_projector().size > LIGHT.size > LIGHT.for_phone().size
    assert LIGHT.for_phone().width < LIGHT.width
    assert LIGHT.for_projector().background == LIGHT.background


def test_a_scale_runs_through_its_stops_and_is_clipped_to_its_ends() -> None:
    scale = ((0.0, "#000000"), (1.0, "#FFFFFF"))
    assert [on_scale(share, scale) for share in (-1, 0, 0.5, 1, 2)] == [
        "#000000",
        "#000000",
        "#808080",
        "#FFFFFF",
        "#FFFFFF",
    ]


def test_on_a_narrow_page_labels_are_laid_out_for_what_is_left_beside_the_axis() -> None:
    assert LIGHT.within(480).width == 410
    assert LIGHT.within(480).size == LIGHT.size


def test_nothing_is_narrower_than_a_phone() -> None:
    assert LIGHT.within(300) == LIGHT.for_phone()
    assert LIGHT.within(0) == LIGHT.for_phone()
