"""The names at the left of rows take two lines before anything of them is cut."""

from __future__ import annotations

from touchpoints.charts import LIGHT
from touchpoints.charts._row_names import names_share, row_names

PHONE = LIGHT.for_phone()


def test_a_phone_leaves_names_half_of_the_width() -> None:
    assert names_share(PHONE) == 0.5
    assert names_share(LIGHT) < 0.5


def test_a_name_that_is_too_long_for_a_line_takes_two_and_is_whole() -> None:
    assert row_names(["Sauberkeit der Toiletten", "WLAN"], PHONE) == ["Sauberkeit der<br>Toiletten", "WLAN"]


def test_where_a_row_has_one_line_the_middle_is_left_out() -> None:
    [name] = row_names(["Sauberkeit der Toiletten"], PHONE, lines=1)
    assert "<br>" not in name
    assert "…" in name
