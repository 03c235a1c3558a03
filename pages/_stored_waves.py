"""The stored surveys: who was asked by whom, when each wave began, and the way into the bin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

import streamlit as st

from pages._action_fields import chosen, date_field
from pages._coach import HINT
from pages._coach_filter import only_meant
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import show_outcome
from pages._touchpoint_fields import Field, FieldValue, text_field, word_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from pages._words import word_for
from storage.projects import ProjectSummary
from storage.survey_waves import (
    ListedWave,
    SurveyEntry,
    bin_wave,
    change_survey,
    date_wave,
    list_all_waves,
    list_survey_entries,
    restore_wave,
)
from touchpoints.messages import N_, message, plural
from touchpoints.model import Origin

_FIELDS = (
    text_field("source", N_("Who was asked, and by whom?"), 300),
    word_field("origin", N_("Whose survey is it?"), Origin, is_optional=True),
)
_DAY = date_field("starts_on", N_("Began on"))


def show_stored_waves(page: PageContext, project: ProjectSummary) -> None:
    """Every survey with its waves; nothing where nothing was imported."""
    waves = list_all_waves(page.store, page.actor, project.id)
    if not waves:
        return
    # Whom a hint of the coach led here shall see what it means.
    is_meant = HINT in st.query_params
    opened = st.expander(
        page.wording.say("Stored surveys"), is_meant, key="stored-surveys", on_change="rerun"
    )
    if opened.open:
        with opened:
            surveys = list_survey_entries(page.store, page.actor, project.id)
            for survey in only_meant(page, project, surveys, lambda one: one.id):
                _show_survey(page, project, survey, _waves_of(survey, waves))


def _waves_of(survey: SurveyEntry, waves: Iterable[ListedWave]) -> list[ListedWave]:
    return [wave for wave in waves if wave.survey == survey.name]


def _show_survey(
    page: PageContext, project: ProjectSummary, survey: SurveyEntry, waves: Iterable[ListedWave]
) -> None:
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{escaped(survey.name)}**  \n{escaped(_said_of(page, survey))}", width="stretch")
        if st.button(say("Say where it comes from"), f"describe-{survey.id}", icon=":material/edit:"):
            st.dialog(say("Survey"), on_dismiss="rerun")(_ask)(page, project, survey.id)
    for wave in waves:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_described(page, project, wave), width="stretch")
            st.button(
                say("Move to bin"),
                icon=":material/delete:",
                key=f"bin-wave-{wave.id}",
                on_click=_throw_away,
                args=(page, project, wave),
            )


def _said_of(page: PageContext, survey: SurveyEntry) -> str:
    say = page.wording.say
    source = survey.source or say("Nobody has said who was asked, and by whom.")
    return f"{source} · {say(word_for(survey.origin))}" if survey.origin else source


def _described(page: PageContext, project: ProjectSummary, wave: ListedWave) -> str:
    say, day = page.wording.say, wave.imported_at.astimezone(ZoneInfo(project.time_zone)).date()
    undated = say("nobody has said when it began")
    began = say("began on {day}", day=wave.starts_on) if wave.starts_on else undated
    rows, imported = say(plural("{count} row", "{count} rows", wave.rows)), say("imported on {day}", day=day)
    return escaped(f"{wave.label} · {began} · {rows} · {imported}")


def _ask(page: PageContext, project: ProjectSummary, survey_id: UUID) -> None:
    """Read anew at each run of the dialog, since whatever was done in it ran just before."""
    say, where = page.wording.say, (page.store, page.actor, project.id)
    survey = next(one for one in list_survey_entries(*where) if one.id == survey_id)
    waves = _waves_of(survey, list_all_waves(*where))
    with st.form(f"form-survey-{survey_id}", border=False):
        for field in _FIELDS:
            field.ask(page, say(field.label), getattr(survey, field.name), _key(survey, field))
        for wave in waves:
            _DAY.ask(page, say("{wave} began on", wave=wave.label), wave.starts_on, _key(wave, _DAY))
        st.form_submit_button(say("Save"), on_click=_save, args=(page, project, survey, waves))
    for one in (survey, *waves):
        show_undecided(page, _place(one))
        show_outcome(page, _place(one))


def _save(
    page: PageContext, project: ProjectSummary, survey: SurveyEntry, waves: Iterable[ListedWave]
) -> None:
    """What was changed of the survey, and of each wave."""
    where = (page.store, page.actor, project.id)
    _save_one(survey, _FIELDS, partial(change_survey, *where, survey.id))
    for wave in waves:
        _save_one(wave, (_DAY,), partial(date_wave, *where, wave.id))


def _save_one(
    entry: SurveyEntry | ListedWave,
    fields: Sequence[Field],
    save: Callable[[int, Mapping[str, FieldValue]], None],
) -> None:
    answers = {field.name: chosen(field, st.session_state[_key(entry, field)]) for field in fields}
    changes = {name: value for name, value in answers.items() if value != getattr(entry, name)}
    if changes:
        save_changes(Saving(_place(entry), fields, save), entry.version, changes)


def _place(entry: SurveyEntry | ListedWave) -> str:
    return f"survey-{entry.id}"


def _key(entry: SurveyEntry | ListedWave, field: Field) -> str:
    return f"{field.name}-{entry.id}-{entry.version}"


def _throw_away(page: PageContext, project: ProjectSummary, wave: ListedWave) -> None:
    place = (page.store, page.actor, project.id, wave.id)
    bin_wave(*place)
    done = message("{wave} of {survey} is in the bin for 30 days.", wave=wave.label, survey=wave.survey)
    offer_undo(done, partial(restore_wave, *place))
