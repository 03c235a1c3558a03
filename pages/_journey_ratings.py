"""What customers say of one touchpoint: a block for each question, wave by wave, with its own scale."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import streamlit as st

from pages._measurements import Measurements
from pages._page import PageContext
from pages._text import escaped
from pages._words import word_for
from storage.projects import ProjectSummary
from touchpoints.ratings import Rating
from touchpoints.statistics import (
    Estimate,
    LevelThresholds,
    disappointed,
    leading_mean,
    level,
    mean_rating,
)


def show_ratings(page: PageContext, project: ProjectSummary, found: Measurements, touchpoint: str) -> None:
    """All questions about the touchpoint."""
    about = [
        rating
        for rating in (*found.by_wave, *found.pooled)
        if rating.question.touchpoint_id == touchpoint and rating.value is None
    ]
    about.sort(key=lambda rating: rating.question.id)
    limits = LevelThresholds(project.disappointing_from, project.delightful_from)
    for _, ratings in groupby(about, key=lambda rating: rating.question.id):
        _show_block(page, list(ratings), limits)


def _show_block(page: PageContext, ratings: list[Rating], limits: LevelThresholds) -> None:
    question = ratings[0].question
    st.markdown(f"{escaped(question.text)} ({escaped(question.survey)})")
    is_weighted = any(rating.counts and rating.counts.is_weighted for rating in ratings)
    st.table([_row(page, rating, limits, is_weighted=is_weighted) for rating in ratings])
    scale = question.scale
    st.caption(
        page.wording.say(
            "Scale {low} to {high}, {best} is best. Disappointed: in the two worst boxes. "
            "Figures in brackets: 95 % interval.",
            low=scale.low,
            high=scale.high,
            best=scale.best,
        )
    )


def _row(page: PageContext, rating: Rating, limits: LevelThresholds, *, is_weighted: bool) -> dict[str, str]:
    """The weighted mean leads; where there is one, the unweighted one stands beside it."""
    say, wording = page.wording.say, page.wording
    row = {say("Wave"): escaped(rating.wave) if rating.wave else say("All waves")}
    if rating.counts is None:
        return row | {say("Mean"): _without_answers(page, rating)}
    counts, scale = rating.counts, rating.question.scale
    row["n"] = wording.number(counts.total)
    row[say("Mean")] = _estimated(leading_mean(counts, scale), lambda value: wording.number(value, 2))
    if is_weighted:
        row[say("Unweighted")] = wording.number(mean_rating(counts, scale).value, 2)
    row[say("Disappointed")] = _estimated(disappointed(counts, scale), wording.percent)
    row[say("Level")] = say(word_for(level(counts, scale, limits)))
    return row


def _estimated(estimate: Estimate, written: Callable[[float], str]) -> str:
    """A figure with its interval, where it has one."""
    if estimate.low is None or estimate.high is None:
        return written(estimate.value)
    return f"{written(estimate.value)} ({written(estimate.low)}–{written(estimate.high)})"


def _without_answers(page: PageContext, rating: Rating) -> str:
    """Why there is no figure, or a mean that came alone."""
    if rating.is_withheld:
        return page.wording.say("fewer than 5 answers")
    if rating.mean is None:
        return ""
    mean = page.wording.number(rating.mean.mean, 2)
    return page.wording.say("{mean} (mean only, n = {n})", mean=mean, n=rating.mean.n)
