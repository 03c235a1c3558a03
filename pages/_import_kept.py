"""What the same columns meant last time, and the mapping as a file for the command line."""

from __future__ import annotations

import tomllib

import streamlit as st

from pages._import_draft import draft_of_guesses, draft_of_mapping, match_touchpoints
from pages._import_progress import SurveyImport
from pages._import_table import mapping_table
from pages._import_tables import Journey
from pages._page import PageContext
from pages._text import escaped
from storage.answers import list_surveys
from storage.survey_mappings import kept_mapping
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.survey.mapping import SurveyMapping, parse_mapping
from touchpoints.survey.mapping_text import toml_of


class MappingUnreadable(TouchpointsError):
    """The file is no TOML."""

    sentence = N_("The mapping file cannot be read: {reason}.")


def find_kept(page: PageContext, work: SurveyImport) -> None:
    """Look whether a file with these columns was imported before; without one, guess at once."""
    if work.file is None or page.project is None:
        return
    columns = [profile.name for profile in work.file.profiles]
    work.kept = kept_mapping(page.store, page.actor, page.project.id, columns)
    try:
        _read(work.kept or "")
    except TouchpointsError:  # nothing kept, or kept by a version that knew other keys: guessing is the way
        work.kept = None


def offer_kept(page: PageContext, work: SurveyImport, journey: Journey) -> None:
    """Last time's meaning first; nothing is used before somebody says so."""
    say, kept = page.wording.say, _read(work.kept or "")
    heading = say("These columns were imported before")
    with st.container(border=True):
        st.markdown(f"### :material/history: {heading}")
        st.markdown(
            say(
                "Last time, as the survey {name}, somebody said what they mean: {number} columns are used. "
                "New codes in this file will still be asked about.",
                name=f"**{escaped(kept.survey)}**",
                number=len(kept.questions) + len(kept.segmentations),
            )
        )
        again, anew = st.columns(2)
        again.button(
            say("Use it again"),
            type="primary",
            icon=":material/check:",
            on_click=_use_again,
            args=(page, work),
            width="stretch",
        )
        anew.button(say("Suggest again"), on_click=guess_anew, args=(page, work, journey), width="stretch")


def guess_anew(_page: PageContext, work: SurveyImport, journey: Journey) -> None:
    """Start from what the values look like."""
    if work.file is None:
        return
    draft = draft_of_guesses(work.file, work.file_name.rpartition(".")[0] or work.file_name, work.options)
    match_touchpoints(draft.columns.values(), journey.touchpoints)
    work.take_draft(draft)


def _use_again(page: PageContext, work: SurveyImport) -> None:
    if work.file is None or page.project is None:
        return
    draft = draft_of_mapping(_read(work.kept or ""), work.file, work.options)
    stored = list_surveys(page.store, page.actor, page.project.id)
    draft.source = next((survey.source for survey in stored if survey.name == draft.survey), "")
    work.take_draft(draft)


def show_mapping_file(page: PageContext, work: SurveyImport, journey: Journey) -> None:
    """The mapping for the command line, and one from there."""
    say = page.wording.say
    with st.expander(say("Mapping file (MAP.toml) for the command line")):
        if work.draft is not None:
            text = toml_of(mapping_table(work.draft, journey.touchpoints))
            st.download_button(
                say("Download MAP.toml"),
                text,
                file_name="MAP.toml",
                mime="application/toml",
                on_click="ignore",
                icon=":material/download:",
            )
        key = f"import-mapping-{work.drafts}"
        st.file_uploader(
            say("Use a MAP.toml"), type=["toml"], key=key, on_change=_take_mapping, args=(work, key)
        )
        if work.fault is not None:
            st.error(escaped(say(work.fault)), icon=":material/error:")


def _take_mapping(work: SurveyImport, key: str) -> None:
    uploaded = st.session_state.get(key)
    work.fault = None
    if uploaded is None or work.file is None:
        return
    try:
        mapping = _read(uploaded.getvalue().decode("utf-8-sig", "replace"))
        work.take_draft(draft_of_mapping(mapping, work.file, work.options))
    except TouchpointsError as error:
        work.fault = error.message


def _read(text: str) -> SurveyMapping:
    """The mapping that a text says; raises MappingUnreadable or MappingFaults."""
    try:
        return parse_mapping(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise MappingUnreadable(reason=str(error)) from None
