"""Third step of the import: what would be stored, what is left out and why; storing only then."""

from __future__ import annotations

import streamlit as st

from pages._import_draft import Draft
from pages._import_progress import Step, SurveyImport
from pages._import_result import Before, show_result
from pages._import_table import mapping_table
from pages._import_tables import Journey, journey_of
from pages._page import PageContext
from pages._text import escaped
from storage.survey_files import count
from storage.survey_mappings import keep_mapping
from storage.survey_waves import list_waves
from storage.surveys import store_survey
from touchpoints.errors import TouchpointsError
from touchpoints.survey.mapping_text import toml_of
from touchpoints.survey.result import SurveyResult
from touchpoints.survey.rules import Role


def show_check_step(page: PageContext, work: SurveyImport) -> None:
    """Count, show the check, and store on demand."""
    journey = journey_of(page)
    if work.result is None and work.fault is None:
        _count(page, work, journey)
    if work.fault is not None:
        st.error(escaped(page.wording.say(work.fault)), icon=":material/error:")
    if work.result is not None and work.draft is not None:
        show_result(page, work.result.check, _before(page, work.draft, work.result, journey))
    _show_ways_out(page, work, journey)


def _count(page: PageContext, work: SurveyImport, journey: Journey) -> None:
    """Count in a child process; a fault becomes its sentence."""
    if work.upload is None or work.draft is None:
        return
    text = page.wording.say("Counting the answers")
    bar = st.progress(0.0, text=text)
    try:
        result = count(
            work.upload.path,
            mapping_table(work.draft, journey.touchpoints),
            work.options,
            lambda share: bar.progress(share, text=text),
        )
        work.take_result(result)
    except TouchpointsError as error:
        work.fault = error.message
    bar.empty()


def _before(page: PageContext, draft: Draft, result: SurveyResult, journey: Journey) -> Before:
    """What the project holds already of the journey and of this survey."""
    waves = list_waves(page.store, page.actor, page.project.id, result.survey) if page.project else ()
    segmentations = (found.column for found in result.check.segmentations)
    row_columns = {*segmentations, draft.wave.column, draft.weight, draft.used_parts.get(Role.ITEM)}
    return Before(journey.touchpoints, {wave.label: wave for wave in waves}, row_columns)


def _show_ways_out(page: PageContext, work: SurveyImport, journey: Journey) -> None:
    say = page.wording.say
    with st.container(horizontal=True):
        if st.button(say("Back"), icon=":material/arrow_back:"):
            work.go_to(Step.COLUMNS)
            st.rerun()
        if work.result is not None:
            # In a callback: it runs whole, whatever is clicked meanwhile.
            st.button(
                say("Store"),
                type="primary",
                icon=":material/save:",
                on_click=_store,
                args=(page, work, journey),
                disabled=not work.result.check.answers_taken,
            )


def _store(page: PageContext, work: SurveyImport, journey: Journey) -> None:
    """Store the counts in one transaction, keep the mapping for next time, delete the file."""
    result, draft, project = work.result, work.draft, page.project
    if result is None or draft is None or project is None:
        return
    try:
        store_survey(page.store, page.actor.once(work.mark), project.id, result, draft.source)
        text = toml_of(mapping_table(draft, journey.touchpoints))
        keep_mapping(page.store, page.actor, project.id, list(draft.columns), text)
    except TouchpointsError as error:
        work.fault = error.message
        return
    work.forget_file()
    work.stored = result.check
