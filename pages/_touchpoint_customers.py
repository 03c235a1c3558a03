"""What customers say about a touchpoint: the whole in one line, and wave by wave as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from pages._page import PageContext
from pages._touchpoint_drawer import Drawer
from pages._words import word_for
from touchpoints.ratings import Rating
from touchpoints.statistics import (
    Estimate,
    Level,
    LevelThresholds,
    disappointed,
    leading_mean,
    level,
    mean_rating,
)

_SIGNS = {Level.DISAPPOINTING: "▼", Level.OKAY: "●", Level.DELIGHTFUL: "▲", Level.UNCLEAR: "?"}


def show_customers(drawer: Drawer) -> None:
    """Every question that customers were asked about it, all waves together."""
    say = drawer.say
    st.subheader(say("What customers say"), anchor=False)
    pooled = _of_touchpoint(drawer, drawer.found.pooled)
    if not pooled:
        st.write(say("Nobody has been asked about this touchpoint yet."))
    for rating in pooled:
        st.markdown(_in_short(drawer, rating))


def show_waves(drawer: Drawer) -> None:
    """The same wave by wave, one click away."""
    pooled = _of_touchpoint(drawer, drawer.found.pooled)
    if pooled:
        with st.expander(drawer.say("Customers, wave by wave")):
            _show_table(drawer, [*_of_touchpoint(drawer, drawer.found.by_wave), *pooled])


def is_rated_by_customers(drawer: Drawer) -> bool:
    """Whether any customer was asked about it."""
    return bool(_of_touchpoint(drawer, drawer.found.pooled))


def is_disappointing(drawer: Drawer) -> bool:
    """Whether all waves together show that it disappoints."""
    levels = [_level(drawer, rating) for rating in _of_touchpoint(drawer, drawer.found.pooled)]
    return Level.DISAPPOINTING in levels


def _of_touchpoint(drawer: Drawer, ratings: Sequence[Rating]) -> list[Rating]:
    id_ = str(drawer.touchpoint.id)
    return [rating for rating in ratings if rating.question.touchpoint_id == id_ and rating.value is None]


def _level(drawer: Drawer, rating: Rating) -> Level | None:
    project = drawer.project
    if rating.counts is None:
        return None
    thresholds = LevelThresholds(project.disappointing_from, project.delightful_from)
    return level(rating.counts, rating.question.scale, thresholds)


def _in_short(drawer: Drawer, rating: Rating) -> str:
    """The level leads; the mean, the disappointed and n carry it."""
    say, wording, found = drawer.say, drawer.page.wording, _level(drawer, rating)
    if rating.counts is None or found is None:
        return _without_counts(drawer.page, rating)
    counts, scale = rating.counts, rating.question.scale
    mean = _estimated(leading_mean(counts, scale), lambda value: wording.number(value, 2))
    share = _estimated(disappointed(counts, scale), wording.percent)
    lines = [
        f"{_SIGNS[found]} **{say(word_for(found))}** · n = {wording.number(counts.total)}",
        say("mean {mean} on {low} to {high}", mean=mean, low=scale.low, high=scale.high),
        say("{share} disappointed", share=share),
    ]
    return "  \n".join(lines)


def _show_table(drawer: Drawer, ratings: Sequence[Rating]) -> None:
    is_weighted = any(rating.counts and rating.counts.is_weighted for rating in ratings)
    st.table([_row(drawer, rating, is_weighted=is_weighted) for rating in ratings])
    scale = ratings[0].question.scale
    st.caption(
        drawer.say(
            "Scale {low} to {high}, {best} is best. Disappointed: in the two worst boxes. "
            "Figures in brackets: 95 % interval.",
            low=scale.low,
            high=scale.high,
            best=scale.best,
        )
    )


def _row(drawer: Drawer, rating: Rating, *, is_weighted: bool) -> dict[str, str]:
    """The weighted mean leads; where there is one, the unweighted one stands beside it."""
    say, wording, found = drawer.say, drawer.page.wording, _level(drawer, rating)
    row = {say("Wave"): rating.wave or say("All waves")}
    if rating.counts is None or found is None:
        return row | {say("Mean"): _without_counts(drawer.page, rating)}
    counts, scale = rating.counts, rating.question.scale
    row["n"] = wording.number(counts.total)
    row[say("Mean")] = _estimated(leading_mean(counts, scale), lambda value: wording.number(value, 2))
    if is_weighted:
        row[say("Unweighted")] = wording.number(mean_rating(counts, scale).value, 2)
    row[say("Disappointed")] = _estimated(disappointed(counts, scale), wording.percent)
    row[say("Level")] = say(word_for(found))
    return row


def _estimated(estimate: Estimate, written: Callable[[float], str]) -> str:
    """A figure with its interval, where it has one."""
    if estimate.low is None or estimate.high is None:
        return written(estimate.value)
    return f"{written(estimate.value)} ({written(estimate.low)}–{written(estimate.high)})"


def _without_counts(page: PageContext, rating: Rating) -> str:
    if rating.is_withheld:
        return page.wording.say("fewer than 5 answers")
    if rating.mean is None:
        return ""
    mean = page.wording.number(rating.mean.mean, 2)
    return page.wording.say("{mean} (mean only, n = {n})", mean=mean, n=rating.mean.n)
