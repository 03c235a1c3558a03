"""What holds for the survey as a whole: its name and source, what a row is, where wave and weight stand."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages._import_draft import Draft
from pages._import_progress import SurveyImport
from pages._import_words import LAYOUT_WORDS, PERIOD_WORDS, ROLE_WORDS
from pages._page import PageContext
from touchpoints.survey.columns import LONGEST_NAME
from touchpoints.survey.guess import ColumnGuess
from touchpoints.survey.rules import LAYOUT_ROLES, Layout, Role, WaveRule
from touchpoints.survey.waves import LONGEST_LABEL

_LONGEST_SOURCE = 300


def show_about(page: PageContext, work: SurveyImport, draft: Draft) -> None:
    """Ask for all of it in two lines; the guesses stand there already."""
    say = page.wording.say
    name, source = st.columns(2)
    draft.survey = name.text_input(
        say("Name of the survey"), draft.survey, max_chars=LONGEST_NAME, key=f"import-survey-{work.drafts}"
    )
    draft.source = source.text_input(
        say("Where it comes from (shown below each chart)"),
        draft.source,
        max_chars=_LONGEST_SOURCE,
        placeholder=say("customer survey 2024, own"),
        key=f"import-source-{work.drafts}",
    )
    wave, detail, weight, layout = st.columns(4, vertical_alignment="bottom")
    with wave:
        _ask_for_wave(page, work, draft)
    with detail:
        _ask_for_wave_detail(page, work, draft)
    with weight:
        _ask_for_weight(page, work, draft)
    with layout:
        _ask_for_layout(page, work, draft)
    if draft.layout is not Layout.WIDE:
        _ask_for_parts(page, work, draft)


def _ask_for_wave(page: PageContext, work: SurveyImport, draft: Draft) -> None:
    say = page.wording.say
    columns = list(draft.columns)
    key = work.key("wave-column")
    st.selectbox(
        say("Wave"),
        columns,
        index=columns.index(draft.wave.column) if draft.wave.column in columns else None,
        placeholder=say("The whole file is one wave"),
        key=key,
        on_change=_choose_wave,
        args=(work, draft, key),
    )


def _choose_wave(work: SurveyImport, draft: Draft, key: str) -> None:
    """The column that was chosen, with the period that its values suggest."""
    work.renew()
    column = st.session_state[key]
    guess = draft.guesses.get(column)
    draft.wave = WaveRule(column=column, period=guess.period if guess else None, format=_sure_format(guess))


def _sure_format(guess: ColumnGuess | None) -> str | None:
    return guess.format if guess is not None and guess.question is None else None


def _ask_for_wave_detail(page: PageContext, work: SurveyImport, draft: Draft) -> None:
    say = page.wording.say
    if draft.wave.column is None:
        label = st.text_input(
            say("Name of this wave"),
            draft.wave.constant or str(page.today.year),
            max_chars=LONGEST_LABEL,
            key=f"import-wave-name-{work.drafts}",
        )
        draft.wave = WaveRule(constant=label or None)
        return
    periods = list(PERIOD_WORDS)
    period = st.selectbox(
        say("Waves by"),
        periods,
        index=periods.index(draft.wave.period),
        format_func=lambda period: say(PERIOD_WORDS[period]),
        key=work.key("wave-period"),
    )
    draft.wave = replace(draft.wave, period=period, format=draft.wave.format if period else None)


def _ask_for_weight(page: PageContext, work: SurveyImport, draft: Draft) -> None:
    say = page.wording.say
    numeric = [name for name, profile in draft.profiles.items() if profile.is_numeric]
    columns = [name for name in numeric if name != draft.wave.column]
    key = work.key("weight")
    st.selectbox(
        say("Weight"),
        columns,
        index=columns.index(draft.weight) if draft.weight in columns else None,
        placeholder=say("All rows count the same"),
        key=key,
        on_change=_choose_weight,
        args=(work, draft, key),
    )


def _choose_weight(work: SurveyImport, draft: Draft, key: str) -> None:
    work.renew()
    draft.weight = st.session_state[key]


def _ask_for_layout(page: PageContext, work: SurveyImport, draft: Draft) -> None:
    say = page.wording.say
    key = work.key("layout")
    st.selectbox(
        say("One row is"),
        list(Layout),
        index=list(Layout).index(draft.layout),
        format_func=lambda layout: say(LAYOUT_WORDS[layout]),
        key=key,
        on_change=_choose_layout,
        args=(work, draft, key),
    )


def _choose_layout(work: SurveyImport, draft: Draft, key: str) -> None:
    work.renew()
    draft.layout = st.session_state[key]
    draft.parts = {role: name for role, name in draft.parts.items() if role in LAYOUT_ROLES[draft.layout]}


def _ask_for_parts(page: PageContext, work: SurveyImport, draft: Draft) -> None:
    """Which columns hold question, answer and number."""
    roles = LAYOUT_ROLES[draft.layout]
    columns = list(draft.columns)
    for role, place in zip(roles, st.columns(len(roles)), strict=True):
        key = work.key(f"part-{role.value}")
        place.selectbox(
            page.wording.say(ROLE_WORDS[role]),
            columns,
            index=columns.index(draft.parts[role]) if draft.parts.get(role) in columns else None,
            placeholder=page.wording.say("Choose a column"),
            key=key,
            on_change=_choose_part,
            args=(work, draft, role, key),
        )


def _choose_part(work: SurveyImport, draft: Draft, role: Role, key: str) -> None:
    work.renew()
    column = st.session_state[key]
    draft.parts = {known: name for known, name in draft.parts.items() if known is not role and name != column}
    if column is not None:
        draft.parts[role] = column
