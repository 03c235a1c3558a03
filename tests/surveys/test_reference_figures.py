"""Imported from the command line, real surveys give the figures that were computed without this product."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.surveys.conftest import Imported

Row = dict[str, Any]
Cell = tuple[str, str, str]

# n must be equal, means and shares to the fourth decimal, as the reference is rounded.
EXACT = 0.00005000001
EVERYBODY = "ALL"


def reference(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def by_cell(rows: list[Row]) -> dict[Cell, Row]:
    """Ratings by touchpoint, segmentation and segment, named as in the reference."""
    return {
        (
            row["touchpoint"] or "airport_overall",
            row["segmentation"] or EVERYBODY,
            row["segment"] or EVERYBODY,
        ): row
        for row in rows
        if row["question"] in {"rating", "overall"}
    }


def differences(expected: list[dict[str, str]], found: dict[Cell, Row]) -> list[str]:
    """Every figure that is not as expected; a withheld one must be a small one."""
    wrong = []
    for line in expected:
        cell = (line["touchpoint"], line["segment"], line["value"])
        if not is_equal(line, found.get(cell)):
            wrong.append(f"{cell}: expected {line}, found {found.get(cell)}")
    return wrong


def is_equal(line: dict[str, str], row: Row | None) -> bool:
    if row is None or row["n"] != int(line["n"]):
        return False
    is_near = abs(row["mean"] - float(line["mean"])) < EXACT
    is_top_near = abs(100 * row["top2"] - float(line["top2_pct"])) < EXACT
    weighted = line.get("weighted_mean")
    return is_near and is_top_near and (not weighted or abs(row["weighted_mean"] - float(weighted)) < EXACT)


def test_every_touchpoint_of_the_airport_over_all_waves(airport: Imported) -> None:
    expected = [
        row for row in reference(airport.figures / "reference_by_wave.csv") if row["segment"] == EVERYBODY
    ]
    assert len(expected) == 24
    assert differences(expected, by_cell(airport.ratings("--pooled"))) == []


def test_every_touchpoint_of_the_airport_in_every_wave_weighted_too(airport: Imported) -> None:
    expected = [
        row
        for row in reference(airport.figures / "reference_by_wave.csv")
        if row["segment"] == "wave" and int(row["n"] or 0) > 0
    ]
    found = {
        (row["touchpoint"] or "airport_overall", "wave", str(row["wave"])): row
        for row in airport.ratings()
        if row["question"] in {"rating", "overall"}
    }
    assert len(expected) > 150
    assert differences(expected, found) == []


@pytest.mark.parametrize(("wave", "score", "weighted"), [("2017", 39.840, 40.398), ("2018", 30.981, 35.114)])
def test_the_recommendation_score_of_the_airport(
    airport: Imported, wave: str, score: float, weighted: float
) -> None:
    (row,) = (row for row in airport.ratings("--wave", wave) if row["question"] == "nps")
    assert row["nps"] == pytest.approx(score, abs=0.0005)
    assert row["weighted_nps"] == pytest.approx(weighted, abs=0.0005)


@pytest.mark.parametrize("segmentation", ["gender", "age", "peak"])
def test_the_recommendation_score_of_the_airport_by_segment(airport: Imported, segmentation: str) -> None:
    rows = airport.ratings("--by", segmentation)
    found = {
        (str(row["wave"]), row["segment"]): row
        for row in rows
        if row["question"] == "nps" and row["segment"] and not row["withheld"]
    }
    expected = [
        row for row in reference(airport.figures / "reference_nps.csv") if row["segment"] == segmentation
    ]
    wrong = [line for line in expected if not is_same_score(line, found[line["wave"], line["value"]])]
    assert expected
    assert wrong == []


def is_same_score(line: dict[str, str], row: Row) -> bool:
    counts = [int(line[name]) for name in ("n", "promoter", "passive", "detractor")]
    found = [row[name] for name in ("n", "promoters", "passives", "detractors")]
    return counts == found and abs(row["nps"] - float(line["nps"])) < EXACT


def test_every_touchpoint_of_the_airline_in_every_segmentation(airline: Imported) -> None:
    expected = reference(airline.figures / "reference.csv")
    found = by_cell(airline.ratings())
    for segmentation in sorted({row["segment"] for row in expected} - {EVERYBODY}):
        found |= by_cell(airline.ratings("--by", segmentation))
    assert len(expected) == 14 * 10
    assert differences(expected, found) == []
