"""Second step of the import: what the columns mean, guessed with a reason and confirmed where in doubt."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._import_about import show_about
from pages._import_confirm import show_confirmations
from pages._import_doubts import open_questions
from pages._import_draft import Draft
from pages._import_kept import find_kept, guess_anew, offer_kept, show_mapping_file
from pages._import_progress import Step, SurveyImport
from pages._import_table import faults_of, mapping_table
from pages._import_tables import journey_of, show_tables
from pages._import_values import show_values
from pages._page import PageContext
from pages._text import escaped
from touchpoints.messages import Message, plural
from touchpoints.survey.rules import Layout

_FAULTS_SHOWN = 20


def show_columns_step(page: PageContext, work: SurveyImport) -> None:
    """Offer what was kept, else the guesses; the next step opens when nothing is left to decide."""
    journey = journey_of(page)
    if work.draft is None:
        find_kept(page, work)
        if work.kept is not None:
            offer_kept(page, work, journey)
            _show_ways_out(page, work, is_ready=None)
            return
        guess_anew(page, work, journey)
    draft = work.draft
    if draft is None:
        return
    show_about(page, work, draft)
    show_confirmations(page, work, draft)
    show_tables(page, work, draft, journey)
    if draft.layout is not Layout.WIDE:
        st.caption(page.wording.say("Each value of the column with the questions becomes a touchpoint."))
    show_values(page, work, draft)
    show_mapping_file(page, work, journey)
    faults = faults_of(mapping_table(draft, journey.touchpoints))
    _show_faults(page, faults)
    _show_ways_out(page, work, is_ready=can_be_counted(draft, faults))


def can_be_counted(draft: Draft, faults: Sequence[Message]) -> bool:
    """Whether the survey can be counted."""
    return not faults and not open_questions(draft)


def _show_faults(page: PageContext, faults: Sequence[Message]) -> None:
    """All of them at once, so that they are mended in one go."""
    if not faults:
        return
    say = page.wording.say
    heading = say(plural("{count} thing does not fit yet:", "{count} things do not fit yet:", len(faults)))
    lines = [f"- {escaped(say(fault))}" for fault in faults[:_FAULTS_SHOWN]]
    st.error("\n".join([heading, "", *lines]), icon=":material/error:")


def _show_ways_out(page: PageContext, work: SurveyImport, *, is_ready: bool | None) -> None:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(say("Back"), icon=":material/arrow_back:"):
            work.go_to(Step.FILE)
            st.rerun()
        if is_ready is None:
            return
        if st.button(
            say("Continue to the check"),
            type="primary",
            icon=":material/arrow_forward:",
            disabled=not is_ready,
        ):
            work.go_to(Step.CHECK)
            st.rerun()
        still = open_questions(work.draft) if work.draft else 0
        if still:
            text = plural("{count} question is still open.", "{count} questions are still open.", still)
            st.caption(say(text))
