"""The facts of a workshop: name, day, length and least number of answers, asked in a dialog."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import chosen, date_field
from pages._address import put_in_address
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import Field, text_field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from pages._workshop import WORKSHOP_ID, OpenWorkshop
from pages._workshop_activity_fields import whole_number_field
from storage.projects import ProjectSummary
from storage.workshops import WorkshopEntry, bin_workshop, change_workshop, read_workshop, restore_workshop
from touchpoints.messages import N_, message
from touchpoints.model.workshop import FLOOR

_FIELDS = (
    text_field("name", N_("Name of the workshop"), 120),
    date_field("held_on", N_("Held on")),
    whole_number_field("minutes", N_("Planned minutes, breaks included"), 1, 1440),
    whole_number_field("floor", N_("Least number of answers for a figure"), FLOOR, 50),
)


def show_facts(opened: OpenWorkshop) -> None:
    """The way to the facts, which are asked only when somebody wants to change them."""
    if st.button(opened.say("Change the workshop"), icon=":material/edit:"):
        ask = st.dialog(opened.say("Workshop"), on_dismiss="rerun")(_ask)
        ask(opened.page, opened.project, opened.workshop.id)
    show_outcome(opened.page, opened.place("facts"))


def _ask(page: PageContext, project: ProjectSummary, workshop_id: UUID) -> None:
    """Read anew at each run of the dialog, since whatever was done in it ran just before."""
    workshop = read_workshop(page.store, page.actor, project.id, workshop_id)
    opened, say = OpenWorkshop(page, project, workshop, ()), page.wording.say
    place = opened.place("facts")
    with st.form(f"form-{place}", border=False):
        for field in _FIELDS:
            field.ask(page, say(field.label), getattr(workshop, field.name), _key(workshop, field))
        st.form_submit_button(say("Save"), key=f"save-{place}", on_click=_save, args=(opened, place))
    show_undecided(page, place)
    show_outcome(page, place)
    if st.button(say("Move to bin"), icon=":material/delete:", type="tertiary"):
        _throw_away(opened)


def _save(opened: OpenWorkshop, place: str) -> None:
    workshop, where = opened.workshop, opened.where
    answers = {field.name: chosen(field, st.session_state[_key(workshop, field)]) for field in _FIELDS}
    changes = {name: value for name, value in answers.items() if value != getattr(workshop, name)}

    def save(version: int, changed: Mapping[str, Any]) -> None:
        change_workshop(*where, workshop.id, version, changed)

    if changes:
        save_changes(Saving(place, _FIELDS, save), workshop.version, changes)


def _throw_away(opened: OpenWorkshop) -> None:
    where, workshop = opened.where, opened.workshop
    if attempt(opened.place("facts"), lambda: bin_workshop(*where, workshop.id)):
        done = message("{name} is in the bin and stays there for 30 days.", name=workshop.name)
        offer_undo(done, lambda: restore_workshop(*where, workshop.id))
        put_in_address(WORKSHOP_ID, "")
        st.rerun()


def _key(workshop: WorkshopEntry, field: Field) -> str:
    return f"{field.name}-{workshop.id}-{workshop.version}"
