"""Reads the counts of the real survey behind the sample; benchmarks/make_sample_counts.py wrote them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).parent / "airport_counts.csv"


@dataclass(frozen=True)
class SampleCount:
    """How many answers fell on one scale point, overall (segmentation and value None) or for one value.

    The sums of weights and of squared weights are None in waves without weights.
    """

    wave: str
    question: str
    segmentation: str | None
    value: str | None
    point: int
    n: int
    sum_w: float | None
    sum_w2: float | None


def sample_counts() -> Iterator[SampleCount]:
    """Every count: nine waves, every question, overall and by gender, age and type of flight."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield SampleCount(
                wave=row["wave"],
                question=row["question"],
                segmentation=row["segmentation"] or None,
                value=row["value"] or None,
                point=int(row["point"]),
                n=int(row["n"]),
                sum_w=_weight(row["sum_w"]),
                sum_w2=_weight(row["sum_w2"]),
            )


def _weight(text: str) -> float | None:
    return float(text) if text else None
