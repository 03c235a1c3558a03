"""The import of a survey in three steps: the file, what its columns mean, and the check before storing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from pages._import_check import show_check_step
from pages._import_columns import show_columns_step
from pages._import_file import show_file_step
from pages._import_progress import Step, SurveyImport, begin_anew, import_of, show_steps
from pages._navigation import go_to
from pages._page import Page, PageContext, Section, draw
from pages._stored_waves import show_stored_waves
from pages._undo import show_undo
from touchpoints.messages import N_, plural
from touchpoints.survey.result import SurveyCheck

PAGE = Page(
    id="import_survey",
    title=N_("Import a survey"),
    icon=":material/upload_file:",
    section=Section.CURRENT_STATE,
    order=20,
)
_STEPS: Mapping[Step, Callable[[PageContext, SurveyImport], None]] = {
    Step.FILE: show_file_step,
    Step.COLUMNS: show_columns_step,
    Step.CHECK: show_check_step,
}


def render(page: PageContext) -> None:
    """The step that one is at, or that all is stored."""
    if page.project is None:
        return
    work = import_of(page.project.id)
    work.speak(page.wording.language)
    st.title(page.wording.say(PAGE.title), anchor=False)
    if work.stored is not None:
        _show_stored(page, work.stored)
        return
    show_steps(work.step, page.wording)
    show_undo(page)
    _STEPS[work.step](page, work)
    if work.step is Step.FILE:
        show_stored_waves(page, page.project)


def _show_stored(page: PageContext, check: SurveyCheck) -> None:
    """What came of it, and the way to where it is seen."""
    say = page.wording.say
    answers = say(plural("{count} answer is stored.", "{count} answers are stored.", check.answers_taken))
    deleted = say("The uploaded file is deleted.")
    st.success(f"{answers} {deleted}", icon=":material/check_circle:")
    with st.container(horizontal=True):
        if st.button(say("See the customer journey"), type="primary", icon=":material/timeline:"):
            begin_anew()
            go_to("journey", page.project.id)
        st.button(say("Import another file"), on_click=begin_anew)


if __name__ == "__main__":
    draw(render)
