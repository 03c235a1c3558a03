"""The figures of a KPI are written with the decimals that their samples carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from storage.wording import wording_for
from touchpoints.kpi_kinds import Evidence, kind_of
from touchpoints.kpi_values import KpiValue
from touchpoints.kpi_words import KpiWords
from touchpoints.statistics import Difference, Estimate


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


def entered(kind: str, figure: float, n: int | None = None, sd: float | None = None) -> KpiValue:
    """A value that somebody typed, with what it rests on."""
    day, evidence = date(2026, 1, 1), Evidence(figure, n, sd=sd)
    return KpiValue(day, day, evidence, kind_of(kind).estimate(evidence), measurement_id="1")


@pytest.mark.parametrize(
    ("figure", "written"), [(14.6, "14.6 minutes"), (15, "15 minutes"), (10.25, "10.25 minutes")]
)
def test_what_was_entered_is_found_again_however_wide_its_interval_is(figure: float, written: str) -> None:
    words = KpiWords(kind_of("time"), "minutes", wording_for("en"))
    value = entered("time", figure, 20, 9.0)
    assert words.measured(value) == written
    assert words.measured(replace(value, measurement_id=None, wave="2026")).split()[0] == str(round(figure))


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        ((14.6, 20, 9.0), (10.5, None, None), ["14.6 minutes", "10.5 minutes", "−4.1 minutes"]),
        ((15, None, None), (10.5, None, None), ["15.0 minutes", "10.5 minutes", "−4.5 minutes"]),
        ((15, 20, 9.0), (11, 20, 9.0), ["15 minutes", "11 minutes", "−4 minutes"]),
    ],
)
def test_a_difference_is_that_of_the_values_beside_it(
    before: Sequence[Any], after: Sequence[Any], written: list[str]
) -> None:
    kind, (first, last) = kind_of("time"), (entered("time", *one) for one in (before, after))
    words, moved = (
        KpiWords(kind, "minutes", wording_for("en")),
        kind.difference(first.evidence, last.evidence),
    )
    digits = words.digits_beside(first, last, moved)
    found = [words.measured(first, digits), words.measured(last, digits), words.difference(moved, digits)]
    assert found == written


def test_rounded_figures_of_a_survey_get_a_decimal_where_they_would_not_add_up() -> None:
    kind = kind_of("time")
    values = [replace(entered("time", one, 20, 9.0), measurement_id=None, wave="w") for one in (39.4, 31.6)]
    words = KpiWords(kind, "", wording_for("en"))
    assert words.digits_beside(*values, kind.difference(*(one.evidence for one in values))) == 1


@pytest.mark.parametrize(
    ("low", "high", "target", "written"),
    [
        (4.103, 4.197, None, "4.10 to 4.20"),
        (4.103, 4.197, 4.2, "4.103 to 4.197"),
        (4.103, 4.203, 4.2, "4.103 to 4.203"),
        (4.103, 4.197, 4.3, "4.10 to 4.20"),
        (4.1, 4.2, 4.2, "4.10 to 4.20"),
    ],
)
def test_an_interval_that_is_clear_of_the_target_reads_so(
    low: float, high: float, target: float | None, written: str
) -> None:
    words = KpiWords(kind_of("mean_rating"), "", wording_for("en"), target)
    assert words.interval(Estimate((low + high) / 2, low, high, 100)) == written


def test_values_beside_each_other_keep_their_decimals_where_an_interval_gets_more() -> None:
    kind = kind_of("share")
    first, last = (replace(entered("share", one, 100), measurement_id=None, wave="w") for one in (0.4, 0.7))
    words, moved = KpiWords(kind, "", wording_for("en"), 0.5), kind.difference(first.evidence, last.evidence)
    assert words.interval(first.estimate) == "30.9% to 49.8%"
    assert words.difference(moved, words.digits_beside(first, last, moved)) == "+30 percentage points"


def test_an_interval_of_a_share_is_compared_in_per_cent() -> None:
    words = KpiWords(kind_of("share"), "", wording_for("en"), 0.6)
    assert words.interval(Estimate(0.55, 0.503, 0.597, 100)) == "50.3% to 59.7%"
