"""The answered hints on the coach's page: what was said, by whom and why, and the whole history of them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from pages._coach import Coaching
from pages._coach_acts import take_back
from pages._page import PageContext
from pages._words import word_for
from storage.hint_answers import HintAnswerEntry
from storage.projects import ProjectSummary
from touchpoints.coach import Hint
from touchpoints.messages import plural


def show_answered(page: PageContext, project: ProjectSummary, coaching: Coaching) -> None:
    """What is settled for now, each with the way back; drawn when it is opened."""
    settled = [(hint, coaching.settled[hint.id]) for hint in coaching.hints if hint.id in coaching.settled]
    if not settled:
        return
    label = plural("{count} hint answered", "{count} hints answered", len(settled))
    opened = st.expander(page.wording.say(label), key="answered-hints", on_change="rerun")
    if opened.open:
        with opened:
            for hint, answer in settled:
                _show_one(page, project, hint, answer)


def _show_one(page: PageContext, project: ProjectSummary, hint: Hint, answer: HintAnswerEntry) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"answered-{hint.id}"):
        st.html(_told(page, page.wording.say(hint.seen), [answer]), width="stretch")
        if page.may_follow_up:
            st.button(
                page.wording.say("Open again"),
                f"reopen-{hint.id}",
                type="tertiary",
                on_click=take_back,
                args=(page, project, answer.id),
            )


def show_history(page: PageContext, coaching: Coaching) -> None:
    """Every answer that was ever given, by hint, with what the hint said that day."""
    if not coaching.answers:
        return
    opened = st.expander(page.wording.say("History of the hints"), key="history-of-hints", on_change="rerun")
    if opened.open:
        with opened:
            by_hint: dict[str, list[HintAnswerEntry]] = {}
            for answer in coaching.answers:
                by_hint.setdefault(answer.hint, []).append(answer)
            st.html("".join(_told(page, answers[0].said, answers) for answers in by_hint.values()))


def _told(page: PageContext, seen: str, answers: Iterable[HintAnswerEntry]) -> str:
    lines = "".join(f'<p class="tp-about">{escape(_line(page, answer))}</p>' for answer in answers)
    return f'<div class="tp-told"><p>{escape(seen)}</p>{lines}</div>'


def _line(page: PageContext, answer: HintAnswerEntry) -> str:
    """Such as "waved off · 2 March 2026 · Kim · we close this shop in May"."""
    say = page.wording.say
    parts = [say(word_for(answer.state)), page.wording.date(answer.at.date()), answer.who, answer.reason]
    if answer.taken_back_at is not None:
        parts.append(say("taken back on {day}", day=answer.taken_back_at.date()))
    return " · ".join(part for part in parts if part)
