"""The two forms of the start page: a new project in under a minute, and the settings of one."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages._conflict import close_when_decided, is_open_again, show_conflict
from pages._language import own_name
from pages._navigation import go_to
from pages._page import PageContext
from pages._project import choose_project
from pages._text import escaped
from pages._touchpoint_fields import FieldValue
from storage.checking import UnusableInput, checked
from storage.intents import VersionConflict
from storage.project_content import BLANK
from storage.projects import SAMPLE, ProjectSummary, change_project, new_project
from storage.templates import list_templates
from storage.wording import languages
from touchpoints.messages import N_, Wording
from touchpoints.model import ProjectInput

_CURRENCIES = ("EUR", "CHF", "USD", "GBP")
_INTENT = "new_project_intent"
_FIELD_NAMES = {
    "name": N_("Name of the company or unit"),
    "currency": N_("Currency"),
    "disappointing_from": N_("Disappointing from this share in the two worst boxes (%)"),
    "delightful_from": N_("Delightful from this share in the best box (%)"),
}
_SHARES = {"disappointing_from", "delightful_from"}


def ask_for_new_project(page: PageContext) -> None:
    """Name, language, and what it starts from; opens the new project."""
    say = page.wording.say
    st.session_state[_INTENT] = page.actor.once()
    st.dialog(say("New project"), width="medium")(_new_project_form)(page)


def _new_project_form(page: PageContext) -> None:
    say = page.wording.say
    known = languages()
    with st.form("new_project", border=False):
        name = st.text_input(say("Name of the company or unit"), max_chars=120)
        # Beside the name, since the button below the templates leaves no room for it on a small screen.
        fault = st.container()
        language = st.segmented_control(
            say("Language of the content"),
            known,
            default=page.wording.language if page.wording.language in known else known[0],
            format_func=own_name,
            required=True,
        )
        template = _choose_template(page.wording)
        if st.form_submit_button(say("Create the project"), type="primary"):
            with fault:
                _make(page, name, language or known[0], template)


def _choose_template(wording: Wording) -> str:
    say = wording.say
    templates = {template.id: template for template in list_templates()}
    names = {BLANK: say("Blank, with the six phases only")}
    names |= {key: template.name.in_language(wording.language) for key, template in templates.items()}
    names[SAMPLE] = say("The sample airport, to look around")
    descriptions = [
        templates[key].description.in_language(wording.language) if key in templates else "" for key in names
    ]
    chosen: str = st.radio(
        say("Start from"), list(names), format_func=names.__getitem__, captions=descriptions, index=0
    )
    return chosen


def _make(page: PageContext, name: str, language: str, template: str) -> None:
    given = {"name": name, "language": language, "time_zone": page.store.settings.time_zone}
    try:
        values = checked(ProjectInput, given)
    except UnusableInput as fault:
        st.error(escaped(page.wording.say(fault.message)))
        return
    project = new_project(page.store, st.session_state[_INTENT], values, template)
    choose_project(project)
    go_to("journey", project)


def ask_for_settings(page: PageContext, project: ProjectSummary) -> None:
    """Name, currency and the limits from which a touchpoint disappoints or delights."""
    st.dialog(page.wording.say("Settings"), width="medium")(_settings_form)(page, project)


def _settings_form(page: PageContext, shown: ProjectSummary) -> None:
    say = page.wording.say
    close_when_decided()
    with st.form(f"settings-{shown.id}", border=False):
        name = st.text_input(say("Name of the company or unit"), shown.name, max_chars=120)
        currencies = list(dict.fromkeys((shown.currency, *_CURRENCIES)))
        currency = st.selectbox(say("Currency"), currencies)
        disappointing = st.number_input(
            say("Disappointing from this share in the two worst boxes (%)"),
            min_value=1,
            max_value=99,
            value=round(shown.disappointing_from * 100),
        )
        delightful = st.number_input(
            say("Delightful from this share in the best box (%)"),
            min_value=1,
            max_value=99,
            value=round(shown.delightful_from * 100),
        )
        wanted = {
            "name": name.strip(),
            "currency": currency,
            "disappointing_from": disappointing / 100,
            "delightful_from": delightful / 100,
        }
        if st.form_submit_button(say("Save"), type="primary") or is_open_again():
            _save(page, shown, wanted)


def _save(page: PageContext, shown: ProjectSummary, wanted: dict[str, Any]) -> None:
    changes = {field: value for field, value in wanted.items() if value != getattr(shown, field)}
    if not changes:
        st.rerun()
    try:
        change_project(page.store, page.actor, shown.id, shown.version, changes)
    except UnusableInput as fault:
        st.error(escaped(page.wording.say(fault.message)))
    except VersionConflict as conflict:
        stored = conflict.stored_version
        show_conflict(
            page,
            conflict,
            _FIELD_NAMES,
            lambda: change_project(page.store, page.actor, shown.id, stored, changes),
            _as_text,
        )
    else:
        st.rerun()


def _as_text(field: str, value: FieldValue) -> str:
    """A setting as its form shows it: shares in per cent."""
    return str(round(value * 100)) if field in _SHARES else str(value)
