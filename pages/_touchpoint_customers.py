"""What customers say about a touchpoint: the newest wave in short, and wave by wave one click away."""

from __future__ import annotations

import streamlit as st

from pages._journey_ratings import show_ratings
from pages._text import escaped
from pages._touchpoint_drawer import Drawer
from pages._words import LEVEL_SIGNS, word_for
from touchpoints.journey import mean_digits, share_digits
from touchpoints.journey_questions import RATING
from touchpoints.ratings import Rating
from touchpoints.statistics import Estimate, Level, LevelThresholds, disappointed, leading_mean, level


def show_customers(drawer: Drawer) -> None:
    """Every question in which customers rated it in the newest wave, and how many named it."""
    say, named = drawer.say, _named(drawer)
    st.subheader(say("What customers say"), anchor=False)
    if not is_rated_by_customers(drawer) and not named:
        st.write(say("Nobody has been asked about this touchpoint yet."))
    for rating in _ratings(drawer):
        st.markdown(_in_short(drawer, rating))
    if named:
        st.caption(escaped(named))


def show_waves(drawer: Drawer) -> None:
    """The figures of each question and wave."""
    if is_rated_by_customers(drawer):
        with st.expander(drawer.say("Customers, wave by wave")):
            show_ratings(drawer.page, drawer.project, drawer.found, str(drawer.touchpoint.id))


def is_rated_by_customers(drawer: Drawer) -> bool:
    """Whether any customer was asked about it."""
    id_ = str(drawer.touchpoint.id)
    return any(rating.question.touchpoint_id == id_ for rating in drawer.found.pooled)


def is_disappointing(drawer: Drawer) -> bool:
    """Whether the newest wave shows that it disappoints."""
    return any(_level(drawer, rating) is Level.DISAPPOINTING for rating in _ratings(drawer))


def _ratings(drawer: Drawer) -> list[Rating]:
    """Those of the newest wave in which it was rated, as card and curve show them."""
    id_, by_wave = str(drawer.touchpoint.id), drawer.found.by_wave
    about = [one for one in by_wave if one.question.touchpoint_id == id_ and one.value is None]
    rated = [one for one in about if one.question.kind == RATING]
    waves = {one.wave for one in rated}
    newest = next((wave.label for wave in reversed(drawer.found.waves) if wave.label in waves), None)
    return [one for one in rated if one.wave == newest]


def _named(drawer: Drawer) -> str:
    """How many customers named it when they were asked what matters; "" where nobody counted."""
    mentions, asked = drawer.team.mentions.get(drawer.touchpoint.id), drawer.team.customers_asked
    if mentions is None or not asked:
        return ""
    return drawer.say("Customers: {n} of {asked} named it as important.", n=mentions, asked=asked)


def _level(drawer: Drawer, rating: Rating) -> Level | None:
    if rating.counts is None:
        return None
    limits = LevelThresholds(drawer.project.disappointing_from, drawer.project.delightful_from)
    return level(rating.counts, rating.question.scale, limits)


def _in_short(drawer: Drawer, rating: Rating) -> str:
    """The level leads; the wave, the mean, the disappointed and n carry it."""
    say, wording, found = drawer.say, drawer.page.wording, _level(drawer, rating)
    if rating.counts is None or found is None:
        said = say("fewer than 5 answers") if rating.is_withheld else _mean_alone(drawer, rating)
        return f"{_wave(rating)}{said}"
    counts, scale = rating.counts, rating.question.scale
    mean, share = leading_mean(counts, scale), disappointed(counts, scale)
    n = wording.number(counts.total)
    lines = [
        f"{LEVEL_SIGNS[found]} **{say(word_for(found))}** · {_wave(rating)}n = {n}",
        say(
            "mean {mean} on {low} to {high}",
            mean=_number(drawer, mean),
            low=scale.low,
            high=scale.high,
        ),
        say("{share} disappointed", share=_share(drawer, share)),
    ]
    return "  \n".join(lines)


def _wave(rating: Rating) -> str:
    """When they were asked, in front of what they said."""
    return f"{escaped(rating.wave)} · " if rating.wave else ""


def _mean_alone(drawer: Drawer, rating: Rating) -> str:
    if rating.mean is None:
        return ""
    mean = drawer.page.wording.number(rating.mean.mean, 2)
    return drawer.say("{mean} (mean only, n = {n})", mean=mean, n=rating.mean.n)


def _number(drawer: Drawer, mean: Estimate) -> str:
    """A mean with its interval, with no more decimals than it carries."""
    write, digits = drawer.page.wording.number, mean_digits(mean)
    if mean.low is None or mean.high is None:
        return write(mean.value, digits)
    return f"{write(mean.value, digits)} ({write(mean.low, digits)}–{write(mean.high, digits)})"


def _share(drawer: Drawer, share: Estimate) -> str:
    write, digits = drawer.page.wording.percent, share_digits(share)
    if share.low is None or share.high is None:
        return write(share.value, digits)
    return f"{write(share.value, digits)} ({write(share.low, digits)}–{write(share.high, digits)})"
