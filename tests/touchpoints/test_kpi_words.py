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


@pytest.mark.parametrize(
    ("kind", "unit", "value", "written"),
    [
        ("mean_rating", "points", 1, "1 point"),
        ("mean_rating", "points", 2, "2 points"),
        ("mean_rating", "points", 1.5, "1.5 points"),
        ("time", "minutes", 1, "1 minute"),
        ("time", "hours", 1, "1 hours"),
        ("count", "calls", 1, "1 calls"),
    ],
)
def test_one_of_a_unit_is_said_as_one_where_the_unit_is_that_of_the_kind(
    kind: str, unit: str, value: float, written: str
) -> None:
    assert KpiWords(kind_of(kind), unit, wording_for("en")).value(value) == written


@pytest.mark.parametrize(
    ("kind", "points", "written"),
    [
        ("nps", -1.0, "−1 point"),
        ("nps", 2.0, "+2 points"),
        ("share", 0.01, "+1 percentage point"),
        ("share", 0.02, "+2 percentage points"),
    ],
)
def test_a_move_by_one_is_one_point(kind: str, points: float, written: str) -> None:
    words = KpiWords(kind_of(kind), "", wording_for("en"))
    assert words.difference(Difference(points, points - 0.001, points + 0.001)).startswith(written[:2])
    assert words.difference(Difference(points, None, None)) == written
