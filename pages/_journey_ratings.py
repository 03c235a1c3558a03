"""What customers say of one touchpoint: a block for each question, with its own scale and figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

import streamlit as st

from pages._measurements import Measurements
from pages._page import PageContext
from pages._text import escaped
from pages._words import word_for
from storage.projects import ProjectSummary
from touchpoints.journey import mean_digits, share_digits
from touchpoints.journey_questions import RATING
from touchpoints.messages import N_, Percent
from touchpoints.ratings import AskedQuestion, Rating
from touchpoints.statistics import (
    CES_SCALES,
    Estimate,
    LevelThresholds,
    PointCounts,
    Scale,
    ces,
    disappointed,
    leading_mean,
    leading_nps,
    leading_share,
    level,
    mean_rating,
    stated_mean,
)

# Questions that are no rating have a figure of their own; its name, and how it is written.
_OWN_FIGURES: Mapping[str, str] = {
    "nps": N_("Net Promoter Score"),
    "csat": N_("Satisfied customers"),
    "ces": N_("Found it easy"),
    "recommendation": N_("Came by recommendation"),
}


def show_ratings(page: PageContext, project: ProjectSummary, found: Measurements, touchpoint: str) -> None:
    """All questions about the touchpoint, those that rate it first."""
    say = page.wording.say
    blocks = _blocks(found, touchpoint)
    for ratings in blocks:
        question = ratings[0].question
        st.markdown(f"{escaped(question.text)} ({escaped(question.survey)})")
        _show_block(page, project, question, ratings)
    if any(rating.is_withheld for ratings in blocks for rating in ratings):
        st.caption(say("withheld: fewer than 5 answers here or in a cell that this one would reveal"))


def _blocks(found: Measurements, touchpoint: str) -> list[list[Rating]]:
    """The ratings of everybody by question: each wave and, where there are several, all together."""
    about = [r for r in found.by_wave if r.question.touchpoint_id == touchpoint and r.value is None]
    pooled = {rating.question.id: rating for rating in found.pooled if rating.value is None}
    about.sort(key=lambda rating: (rating.question.kind != RATING, rating.question.id))
    blocks = [list(run) for _, run in groupby(about, key=lambda rating: rating.question.id)]
    return [[*block, *([pooled[block[0].question.id]] if len(block) > 1 else [])] for block in blocks]


def _show_block(
    page: PageContext, project: ProjectSummary, question: AskedQuestion, ratings: list[Rating]
) -> None:
    say = page.wording.say
    if question.kind in _OWN_FIGURES:
        st.table([_own_row(page, rating) for rating in ratings])
        st.caption(say("Figures in brackets: 95 % interval."))
        return
    limits = LevelThresholds(project.disappointing_from, project.delightful_from)
    is_weighted = any(rating.counts and rating.counts.is_weighted for rating in ratings)
    st.table([_rating_row(page, rating, limits, is_weighted=is_weighted) for rating in ratings])
    st.caption(_scale(page, question.scale, limits))


def _scale(page: PageContext, scale: Scale, limits: LevelThresholds) -> str:
    return page.wording.say(
        "Scale {low} to {high}, {best} is best. Disappointed: in the two worst boxes. "
        "Disappointing from {disappointing} there, delightful from {delightful} in the best box. "
        "Figures in brackets: 95 % interval.",
        low=scale.low,
        high=scale.high,
        best=scale.best,
        disappointing=Percent(limits.disappointing),
        delightful=Percent(limits.delightful),
    )


def _rating_row(
    page: PageContext, rating: Rating, limits: LevelThresholds, *, is_weighted: bool
) -> dict[str, str]:
    """The weighted mean leads; where there is one, the unweighted one stands beside it."""
    say, wording = page.wording.say, page.wording
    if rating.counts is None:
        return _wave(page, rating) | {say("Mean"): _without_answers(page, rating)}
    counts, scale = rating.counts, rating.question.scale
    mean, share = leading_mean(counts, scale), disappointed(counts, scale)
    row = _wave(page, rating) | {"n": wording.number(counts.total)}
    row[say("Mean")] = _estimated(mean, wording.number, mean_digits(mean))
    if is_weighted:
        row[say("Unweighted")] = wording.number(mean_rating(counts, scale).value, mean_digits(mean))
    row[say("Disappointed")] = _estimated(share, wording.percent, share_digits(share))
    row[say("Level")] = say(word_for(level(counts, scale, limits)))
    return row


def _own_row(page: PageContext, rating: Rating) -> dict[str, str]:
    say, wording, kind = page.wording.say, page.wording, rating.question.kind
    if rating.counts is None:
        return _wave(page, rating) | {say(_OWN_FIGURES[kind]): _without_answers(page, rating)}
    figure = _own_figure(kind, rating.counts, rating.question.scale)
    written = wording.number if kind == "nps" else wording.percent
    n = {"n": wording.number(rating.counts.total)}
    return _wave(page, rating) | n | {say(_OWN_FIGURES[kind]): _estimated(figure, written, 0)}


def _own_figure(kind: str, counts: PointCounts, scale: Scale) -> Estimate:
    if kind == "nps":
        score = leading_nps(counts)
        return Estimate(score.score, score.low, score.high, score.n)
    versions = [version for version, known in CES_SCALES.items() if known == scale]
    if kind == "ces" and versions:
        return ces(counts, versions[0]).easy
    boxes = 1 if kind == "recommendation" else 2
    return leading_share(counts.on(scale), scale.top(boxes))


def _wave(page: PageContext, rating: Rating) -> dict[str, str]:
    # A table shows its cells as Markdown.
    return {page.wording.say("Wave"): escaped(rating.wave) if rating.wave else page.wording.say("All waves")}


def _without_answers(page: PageContext, rating: Rating) -> str:
    """Why there is no figure, or a mean that came alone."""
    if rating.mean is None:
        return page.wording.say("withheld")
    stated = stated_mean(rating.mean.mean, rating.mean.sd, rating.mean.n)
    mean = _estimated(stated, page.wording.number, mean_digits(stated))
    return page.wording.say("{mean} (mean only, n = {n})", mean=mean, n=rating.mean.n)


def _estimated(estimate: Estimate, written: Callable[[float, int], str], digits: int) -> str:
    """A figure with its interval, where it has one; never more decimals than the answers carry."""
    value = written(estimate.value, digits)
    if estimate.low is None or estimate.high is None:
        return value
    return f"{value} ({written(estimate.low, digits)}–{written(estimate.high, digits)})"
