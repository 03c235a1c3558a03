"""Prints every rating of a project's surveys, unrounded."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from storage.access import COMMAND_LINE
from storage.answers import UnknownWave, read_answers
from storage.commands._console import Console, opened, project_named
from storage.configuration import Settings
from touchpoints.ratings import Answers, Rating, rate
from touchpoints.statistics import (
    PointCounts,
    Scale,
    mean_rating,
    nps,
    recommendation_rate,
    top_box,
    weighted_mean,
    weighted_nps,
)

HELP = "print the ratings of a project's surveys"
_NPS_FIGURES = (*("nps", "nps_low", "nps_high", "promoters", "passives", "detractors", "weighted_nps"),)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may stand behind the command."""
    parser.add_argument("--project", required=True, metavar="ID", help="the project's id or exact name")
    parser.add_argument("--by", metavar="SEGMENTATION", help="also one row per value of this segmentation")
    waves = parser.add_mutually_exclusive_group()
    waves.add_argument("--wave", metavar="W", help="only this wave")
    waves.add_argument("--pooled", action="store_true", help="one row over all waves")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(given: argparse.Namespace, settings: Settings, console: Console) -> None:
    """Print one row for each question, wave and, with --by, segment value."""
    with opened(settings) as store:
        answers = read_answers(store, COMMAND_LINE, project_named(store, given.project).id, given.by)
    rows = [row_of(rating) for rating in _wanted(answers, given.wave, is_pooled=given.pooled)]
    if given.json:
        console.show_json(rows)
        return
    for row in rows:
        console.show(_line(row))


def _wanted(answers: Answers, wave: str | None, *, is_pooled: bool) -> Iterator[Rating]:
    known = [found.label for found in answers.waves]
    if wave is not None and wave not in known:
        raise UnknownWave(name=wave, known=", ".join(known) or "-")
    return (rating for rating in rate(answers, is_pooled=is_pooled) if wave in {None, rating.wave})


def row_of(rating: Rating) -> dict[str, Any]:
    """One row of the contract; figures of a withheld row are null."""
    question = rating.question
    row: dict[str, Any] = {
        "survey": question.survey,
        "wave": rating.wave,
        "question": question.kind,
        "touchpoint": question.touchpoint,
        "segmentation": rating.segmentation,
        "segment": rating.value,
        **_figures(rating),
        "scale": {"low": question.scale.low, "high": question.scale.high, "best": question.scale.best},
        "withheld": rating.is_withheld,
    }
    if question.kind == "nps":
        row |= dict.fromkeys(_NPS_FIGURES) if rating.counts is None else _nps_figures(rating.counts)
    return row


def _figures(rating: Rating) -> dict[str, Any]:
    names = ("n", "mean", "low", "high", "top2", "weighted_mean", "effective_n")
    if rating.counts is None:
        known = {"n": rating.mean.n, "mean": rating.mean.mean} if rating.mean else {}
        return dict.fromkeys(names) | known
    counts, scale = rating.counts, rating.question.scale
    mean = mean_rating(counts, scale)
    weighted = weighted_mean(counts)
    effective_n = counts.effective_n if counts.is_weighted else None
    top2 = _top2(rating.question.kind, counts.unweighted(), scale)
    figures = (mean.n, mean.value, mean.low, mean.high, top2, weighted and weighted.value, effective_n)
    return dict(zip(names, figures, strict=True))


def _top2(kind: str, counts: PointCounts, scale: Scale) -> float:
    """The share of the best two points; of a question answered by yes or no, the share of yes."""
    return (recommendation_rate(counts) if kind == "recommendation" else top_box(counts, scale)).value


def _nps_figures(counts: PointCounts) -> dict[str, Any]:
    score, weighted = nps(counts), weighted_nps(counts)
    people = (score.promoters, score.passives, score.detractors)
    figures = (score.score, score.low, score.high, *people, weighted and weighted.score)
    return dict(zip(_NPS_FIGURES, figures, strict=True))


def _line(row: dict[str, Any]) -> str:
    shown = [row["survey"], row["wave"] or "", row["touchpoint"] or row["question"], row["segment"] or ""]
    figures = "-" if row["n"] is None else f"n={row['n']} mean={row['mean']:.2f}"
    return "\t".join([*shown, figures])
