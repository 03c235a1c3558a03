"""What the team thinks of a touchpoint: rated together in one tap, never mixed with customers."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages._read_only import NOTHING_YET
from pages._stored_value import follow
from pages._touchpoint_drawer import Drawer, attempt, show_outcome
from pages._undo import offer_undo
from pages._words import EXPERIENCE_POINTS, POINT_SIGNS, TRUTH_POINTS
from storage.team_view import BUDGET, give_points, rate_touchpoint
from touchpoints.guide.current_state import QUESTIONS
from touchpoints.messages import Number, message, plural
from touchpoints.model import Aspect
from touchpoints.statistics import FLOOR, room_figure


def show_team_view(drawer: Drawer) -> None:
    """Importance as points out of a budget, and how the team believes it is experienced."""
    st.subheader(drawer.say("What the team says"), anchor=False)
    question = drawer.say("How do we believe that customers experience it?")
    _show_rating(drawer, Aspect.EXPERIENCE, question, EXPERIENCE_POINTS)
    _show_importance(drawer)


def show_truth(drawer: Drawer, aspect: Aspect, question_id: str) -> None:
    """One of the method's questions, answered with how far it is true."""
    text = next(question.text for question in QUESTIONS if question.id == question_id)
    _show_rating(drawer, aspect, drawer.say(text), TRUTH_POINTS)


def _show_rating(drawer: Drawer, aspect: Aspect, question: str, words: Mapping[int, str]) -> None:
    counts = drawer.team.answers.get(drawer.touchpoint.id, {}).get(aspect, {})
    is_joint = sum(counts.values()) <= 1
    if not drawer.page.may_change:
        st.caption(question)
        st.markdown(_told_jointly(drawer, counts, words) if is_joint else _told(drawer, counts, words))
        return
    if is_joint:
        _show_scale(drawer, aspect, question, words, next(iter(counts), None))
    else:
        st.caption(question)
        st.markdown(_told(drawer, counts, words))
        with st.expander(drawer.say("Rate it anew, together")):
            _show_scale(drawer, aspect, question, words, None)
    show_outcome(drawer.page, _place(drawer, aspect))


def _show_scale(
    drawer: Drawer, aspect: Aspect, question: str, words: Mapping[int, str], point: int | None
) -> None:
    """Five answers, one tap; tapped again, the answer is taken back."""
    say, wording = drawer.say, drawer.page.wording
    key = f"rating-{_place(drawer, aspect)}"
    follow(key, point)
    st.segmented_control(
        question,
        sorted(words),
        format_func=lambda at: f"{POINT_SIGNS[at]} {wording.number(at, signed=True)} {say(words[at])}",
        wrap=True,
        key=key,
        on_change=_rate,
        args=(drawer, aspect, key),
    )


def _rate(drawer: Drawer, aspect: Aspect, key: str) -> None:
    """Store the joint answer; what it replaces can be brought back."""
    where = (drawer.page.store, drawer.page.actor, drawer.project.id, drawer.touchpoint.id, aspect)
    place = _place(drawer, aspect)
    before = drawer.team.answers.get(drawer.touchpoint.id, {}).get(aspect, {})
    point: int | None = st.session_state[key]
    counts = {} if point is None else {point: 1}
    if attempt(place, lambda: rate_touchpoint(*where, counts)) and before:
        done = message("The rating was replaced.") if counts else message("The rating was taken back.")
        offer_undo(done, lambda: rate_touchpoint(*where, before), place)


def _told_jointly(drawer: Drawer, counts: Mapping[int, int], words: Mapping[int, str]) -> str:
    """The one answer that all gave together."""
    number = drawer.page.wording.number
    told = [f"{POINT_SIGNS[at]} {number(at, signed=True)} {drawer.say(words[at])}" for at in counts]
    return told[0] if told else drawer.say(NOTHING_YET)


def _told(drawer: Drawer, counts: Mapping[int, int], words: Mapping[int, str]) -> str:
    """What a room said when each answered alone; too few are not told, so that nobody is found out."""
    say, room = drawer.say, room_figure(counts)
    if room is None or room.n < FLOOR:
        return say("fewer than 5 answers")
    median = Number(room.median, 0 if room.median == int(room.median) else 1, signed=True)
    head = say("The room: **median {median}** · n = {n}", median=median, n=room.n)
    answers = ", ".join(f"{counts[at]} {POINT_SIGNS[at]} {say(words[at])}" for at in sorted(counts))
    disagreement = say("The room disagrees.")
    return "  \n".join([head, answers, *([f"**{disagreement}**"] if room.disagrees else [])])


def _show_importance(drawer: Drawer) -> None:
    """The points of this touchpoint; what customers named stands with what customers say."""
    say, team, id_ = drawer.say, drawer.team, drawer.touchpoint.id
    if drawer.page.may_change:
        _ask_points(drawer)
    else:
        label = say("Importance: points out of {budget} for all touchpoints", budget=BUDGET)
        st.caption(label)
        st.markdown(str(team.points.get(id_, 0)))


def _ask_points(drawer: Drawer) -> None:
    """The points, and what is left of the budget for all."""
    say, team, id_ = drawer.say, drawer.team, drawer.touchpoint.id
    key = f"points-{id_}"
    follow(key, team.points.get(id_, 0))
    st.number_input(
        say("Importance: points out of {budget} for all touchpoints", budget=BUDGET),
        min_value=0,
        max_value=BUDGET,
        step=1,
        key=key,
        on_change=_give,
        args=(drawer, key),
    )
    left = BUDGET - team.points_given
    st.caption(
        say(plural("{count} point is left to give.", "{count} points are left to give.", left))
        if left
        else say("All points are given: what one gets, another must lose.")
    )
    show_outcome(drawer.page, key)


def _give(drawer: Drawer, key: str) -> None:
    page, points = drawer.page, int(st.session_state[key] or 0)
    attempt(
        key, lambda: give_points(page.store, page.actor, drawer.project.id, {drawer.touchpoint.id: points})
    )


def _place(drawer: Drawer, aspect: Aspect) -> str:
    return f"{drawer.touchpoint.id}-{aspect}"
