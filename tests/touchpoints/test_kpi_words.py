"""The figures of a KPI are written with the decimals that their samples carry."""

from __future__ import annotations

import pytest

from storage.wording import wording_for
from touchpoints.kpi_kinds import kind_of
from touchpoints.kpi_words import KpiWords
from touchpoints.statistics import Difference


@pytest.mark.parametrize(
    ("points", "low", "high", "written"),
    [
        (-0.3, -9.0, 8.4, "−0.3 minutes"),
        (-3.4, -9.0, 2.2, "−3 minutes"),
        (0.0, -1.0, 1.0, "0 minutes"),
        (0.04, -0.5, 0.6, "+0.04 minutes"),
    ],
)
def test_a_small_move_is_not_written_as_none(points: float, low: float, high: float, written: str) -> None:
    words = KpiWords(kind_of("time"), "minutes", wording_for("en"))
    assert words.difference(Difference(points, low, high)) == written
