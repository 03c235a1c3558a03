"""Adding an action in the room: who does what until when, in one line."""

from __future__ import annotations

import streamlit as st

from pages._action_fields import date_format
from pages._page import PageContext
from pages._person_choice import NOBODY, choose_person, stored_person
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from storage.access import Actor
from storage.actions import add_action, bin_actions
from storage.projects import ProjectSummary
from touchpoints.messages import message

_PLACE = "plan-adding"
_WHAT, _WHO, _UNTIL = "new-action", "new-action-owner", "new-action-due"


def show_adding(page: PageContext, project: ProjectSummary) -> None:
    """Three fields; the rest is asked of the owner afterwards."""
    say = page.wording.say
    with (
        st.form("add-action", border=False),
        st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
    ):
        with st.container(width=220):
            choose_person(page, project, say("Who?"), None, _WHO)
        with st.container(width="stretch"):
            st.text_input(say("What?"), max_chars=200, key=_WHAT)
        with st.container(width=150):
            st.date_input(say("Until when?"), None, format=date_format(page), key=_UNTIL)
        st.form_submit_button(
            say("Add"),
            icon=":material/add:",
            type="primary",
            on_click=_add,
            args=(page, project, page.actor.once()),
        )
    show_outcome(page, _PLACE)


def _add(page: PageContext, project: ProjectSummary, actor: Actor) -> None:
    """The date stays for the next one, which is often due on the same day."""
    name = st.session_state[_WHAT].strip()
    if name and attempt(_PLACE, lambda: _store(page, project, actor, name)):
        st.session_state[_WHAT] = ""
        st.session_state[_WHO] = NOBODY


def _store(page: PageContext, project: ProjectSummary, actor: Actor, name: str) -> None:
    owner = stored_person(page, project, st.session_state[_WHO])
    values = {"name": name, "owner_id": owner, "due_on": st.session_state[_UNTIL]}
    added = add_action(page.store, actor, project.id, values)
    offer_undo(
        message("{name} was added.", name=name),
        lambda: bin_actions(page.store, page.actor, project.id, [added]),
    )
