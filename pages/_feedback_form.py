"""One feedback form: how it stands, and the drawer in which it is changed, closed and thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import chosen, date_field
from pages._feedback_adding import KIND_WORDS
from pages._navigation import go_to
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import text_field, yes_no_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.access import Actor
from storage.feedback_forms import (
    FormEntry,
    bin_form,
    change_form,
    close_form,
    list_forms,
    open_form,
    restore_form,
)
from storage.intents import NoSuchRow
from storage.projects import ProjectSummary
from storage.store import Store
from touchpoints.feedback import standard_question
from touchpoints.messages import N_, message, plural
from touchpoints.model import FeedbackKind

PLACE = "feedback"
_FIELDS = (
    text_field("name", N_("Name of the form, for you alone"), 120),
    text_field("question", N_("Question in your own words"), 300),
    yes_no_field("asks_sentence", N_("Also ask for one sentence")),
    date_field("ends_on", N_("Open until")),
)


@dataclass(frozen=True)
class _Drawer:
    """A form as it stands in this run."""

    page: PageContext
    project: ProjectSummary
    form: FormEntry

    @property
    def place(self) -> str:
        """Where its faults and its undo are shown."""
        return f"feedback-{self.form.id}"

    @property
    def where(self) -> tuple[Store, Actor, UUID, UUID]:
        """What every intent about it begins with."""
        return self.page.store, self.page.actor, self.project.id, self.form.id

    @property
    def shown(self) -> FormEntry:
        """As it was when the drawer opened: nobody's later change is overwritten unseen."""
        kept: FormEntry = st.session_state.setdefault(_shown_key(self.form.id), self.form)
        return kept

    def key(self, field: str) -> str:
        """The key of a widget, another one after each saving."""
        return f"{self.place}-{field}-{self.shown.version}"


def form_html(page: PageContext, form: FormEntry) -> str:
    """Name, question, whether it is open, how many have answered, and what it feeds."""
    say = page.wording.say
    question = form.question or say(standard_question(form.kind, form.touchpoint))
    answers = say(plural("{count} answer", "{count} answers", form.answers))
    facts = [_state(page, form), answers, say(KIND_WORDS[form.kind])]
    facts += [say("feeds the KPI {kpi}", kpi=form.kpi)] if form.kpi else []
    return (
        f"<p style='margin:0;overflow-wrap:anywhere'><strong>{escape(form.name)}</strong><br>"
        f"{escape(question)}<br><small>{escape(' · '.join(facts))}</small></p>"
    )


def _state(page: PageContext, form: FormEntry) -> str:
    say = page.wording.say
    if not form.is_open:
        return say("○ closed")
    if form.ends_on is None:
        return say("● open")
    if form.ends_on < page.today:
        return say("○ over since {day}", day=form.ends_on)
    return say("● open until {day}", day=form.ends_on)


def open_form_drawer(page: PageContext, project: ProjectSummary, form_id: UUID) -> None:
    """Open the drawer; raises NoSuchRow."""
    drawer = _read(page, project, form_id)
    st.session_state.pop(_shown_key(form_id), None)
    title = escaped(drawer.form.name)
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(page, project, form_id)


def _read(page: PageContext, project: ProjectSummary, form_id: UUID) -> _Drawer:
    forms = list_forms(page.store, page.actor, project.id)
    form = next((one for one in forms if one.id == form_id), None)
    if form is None:
        raise NoSuchRow
    return _Drawer(page, project, form)


def _show(page: PageContext, project: ProjectSummary, form_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    drawer, say = _read(page, project, form_id), page.wording.say
    st.html(form_html(page, drawer.form))
    with st.form(drawer.place, border=False):
        for field in _FIELDS:
            field.ask(page, say(field.label), getattr(drawer.shown, field.name), drawer.key(field.name))
        st.form_submit_button(say("Save"), type="primary", on_click=_save, args=(drawer,))
    show_undecided(page, drawer.place)
    show_outcome(page, drawer.place)
    _show_ways_on(drawer)


def _show_ways_on(drawer: _Drawer) -> None:
    say, form = drawer.page.wording.say, drawer.form
    with st.container(horizontal=True):
        if form.kpi_id and st.button(say("Show the KPI"), icon=":material/arrow_forward:"):
            go_to("kpis", drawer.project.id, kpi=str(form.kpi_id))
        if form.kind is FeedbackKind.TOP_TEN and st.button(say("Show the need for action")):
            go_to("analysis", drawer.project.id)
        if form.is_open:
            st.button(say("Close the form"), icon=":material/lock:", on_click=_close, args=(drawer,))
        else:
            st.button(say("Open the form again"), icon=":material/lock_open:", on_click=_open, args=(drawer,))
        if st.button(say("Move to bin"), icon=":material/delete:", type="tertiary"):
            _throw_away(drawer)


def _save(drawer: _Drawer) -> None:
    shown, state = drawer.shown, st.session_state
    wanted = {field.name: chosen(field, state[drawer.key(field.name)]) for field in _FIELDS}
    changes = {name: value for name, value in wanted.items() if value != getattr(shown, name)}

    def save(version: int, changed: Mapping[str, Any]) -> None:
        change_form(*drawer.where, version, changed)

    # That it was opened or closed meanwhile is no reason to ask.
    is_same = all(getattr(drawer.form, field.name) == getattr(shown, field.name) for field in _FIELDS)
    version = drawer.form.version if is_same else shown.version
    if changes and save_changes(Saving(drawer.place, _FIELDS, save), version, changes):
        state.pop(_shown_key(drawer.form.id), None)


def _close(drawer: _Drawer) -> None:
    if attempt(drawer.place, lambda: close_form(*drawer.where)):
        done = message("The form takes no more answers; those that came stay.")
        offer_undo(done, lambda: open_form(*drawer.where), drawer.place)


def _open(drawer: _Drawer) -> None:
    if attempt(drawer.place, lambda: open_form(*drawer.where)):
        offer_undo(message("The form is open again."), lambda: close_form(*drawer.where), drawer.place)


def _throw_away(drawer: _Drawer) -> None:
    where = drawer.where
    if attempt(drawer.place, lambda: bin_form(*where)):
        done = message("{name} is in the bin and stays there for 30 days.", name=drawer.form.name)
        offer_undo(done, lambda: restore_form(*where))
        st.rerun()


def _shown_key(form_id: UUID) -> str:
    return f"feedback_shown_{form_id}"
