"""The questions that only a person can answer about a survey; none has an answer from the start."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from pages._import_doubts import (
    Direction,
    Doubt,
    best_of,
    decide,
    directions_of,
    doubts_of,
    is_no_answer,
    open_questions,
    orders_of,
    say_best,
)
from pages._import_draft import Draft
from pages._import_progress import SurveyImport
from pages._page import PageContext
from pages._text import escaped
from touchpoints.messages import message, plural

_COLUMNS_NAMED = 3


def show_confirmations(page: PageContext, work: SurveyImport, draft: Draft) -> None:
    """One line for each doubtful value and each scale, over all columns; nothing where all is clear."""
    doubts, directions, orders = doubts_of(draft), directions_of(draft), orders_of(draft)
    if not (doubts or directions or orders):
        return
    with st.container(border=True):
        _show_heading(page, work, draft, doubts)
        for doubt in doubts:
            _ask_about(page, work, draft, doubt)
        for direction in directions:
            _ask_for_best(page, work, draft, direction)
        if orders:
            _ask_for_order(page, work, draft, orders)


def _show_heading(page: PageContext, work: SurveyImport, draft: Draft, doubts: tuple[Doubt, ...]) -> None:
    say = page.wording.say
    still = open_questions(draft)
    heading, way = st.columns([3, 1], vertical_alignment="center")
    with heading:
        if still:
            text = plural(
                "{count} question only you can answer", "{count} questions only you can answer", still
            )
            st.markdown(f"### :material/help: {say(text)}")
        else:
            confirmed = say("Confirmed")
            st.markdown(f"### :material/check_circle: {confirmed}")
    undecided = [doubt for doubt in doubts if is_no_answer(draft, doubt) is None]
    if len(undecided) > 1:
        way.button(
            say("All of these mean “no answer”"),
            key=work.key("all-missing"),
            on_click=_decide_all,
            args=(work, draft, undecided),
            width="stretch",
        )


def _decide_all(work: SurveyImport, draft: Draft, doubts: list[Doubt]) -> None:
    work.renew()
    for doubt in doubts:
        decide(draft, doubt, is_no_answer=True)


def _ask_about(page: PageContext, work: SurveyImport, draft: Draft, doubt: Doubt) -> None:
    say = page.wording.say
    key = work.key(f"doubt-{doubt.key}")
    text, choice = st.columns([7, 4], vertical_alignment="center")
    text.markdown(_sentence(page, doubt))
    choice.segmented_control(
        say("What {value} means", value=escaped(doubt.text)),
        [True, False],
        default=is_no_answer(draft, doubt),
        format_func={True: say("No answer"), False: _other_meaning(page, doubt)}.__getitem__,
        label_visibility="collapsed",
        key=key,
        on_change=_take_decision,
        args=(work, draft, doubt, key),
    )


def _take_decision(work: SurveyImport, draft: Draft, doubt: Doubt, key: str) -> None:
    work.renew()
    decide(draft, doubt, is_no_answer=st.session_state[key])


def _sentence(page: PageContext, doubt: Doubt) -> str:
    say = page.wording.say
    times = say(plural("{count} time", "{count} times", doubt.rows))
    shown = ", ".join(doubt.columns[:_COLUMNS_NAMED])
    columns = message("in {columns}", columns=shown)
    if len(doubt.columns) > _COLUMNS_NAMED:
        columns = message("in {number} columns ({columns} …)", number=len(doubt.columns), columns=shown)
    return f"**{escaped(doubt.text)}** &nbsp; {times} {escaped(say(columns))} – {escaped(say(doubt.reason))}"


def _other_meaning(page: PageContext, doubt: Doubt) -> str:
    say = page.wording.say
    if doubt.is_segment:
        return say("A group of its own")
    return say("An answer") if doubt.may_be_answer else say("A mistake: leave out")


def _ask_for_best(page: PageContext, work: SurveyImport, draft: Draft, direction: Direction) -> None:
    say = page.wording.say
    key = work.key(f"best-{direction.key}")
    text, choice = st.columns([7, 4], vertical_alignment="center")
    shown = ", ".join(direction.columns[:_COLUMNS_NAMED])
    number = say(plural("{count} column", "{count} columns", len(direction.columns)))
    text.markdown(
        f"**{direction.low}–{direction.high}** &nbsp; {number} ({escaped(shown)}). "
        + escaped(say(direction.question))
    )
    choice.segmented_control(
        say("Which end is best"),
        [direction.low, direction.high],
        default=best_of(draft, direction),
        format_func=partial(_word_for_end, page, direction),
        label_visibility="collapsed",
        key=key,
        on_change=_take_best,
        args=(work, draft, direction, key),
    )


def _word_for_end(page: PageContext, direction: Direction, end: int) -> str:
    say = page.wording.say
    if direction.is_recommendation:
        return say("Yes, use it") if end == direction.high else say("No, do not use it")
    return say("{end} is best", end=end)


def _take_best(work: SurveyImport, draft: Draft, direction: Direction, key: str) -> None:
    work.renew()
    say_best(draft, direction, st.session_state[key])


def _ask_for_order(page: PageContext, work: SurveyImport, draft: Draft, orders: tuple[str, ...]) -> None:
    """Whether 03/04 is in March or in April, where the file cannot tell."""
    say = page.wording.say
    key = work.key("wave-order")
    words = {orders[0]: say("3 April"), orders[1]: say("4 March")}
    text, choice = st.columns([7, 4], vertical_alignment="center")
    text.markdown(f"**{escaped(draft.wave.column or '')}** &nbsp; " + say("03/04 is"))
    choice.segmented_control(
        say("03/04 is"),
        orders,
        default=draft.wave.format if draft.wave.format in orders else None,
        format_func=words.__getitem__,
        label_visibility="collapsed",
        key=key,
        on_change=_take_order,
        args=(work, draft, key),
    )


def _take_order(work: SurveyImport, draft: Draft, key: str) -> None:
    work.renew()
    draft.wave = replace(draft.wave, format=st.session_state[key])
