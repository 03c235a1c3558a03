"""Adding a touchpoint that the target journey alone has."""

from __future__ import annotations

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._target_grid import PLACE
from pages._touchpoint_drawer import attempt
from pages._undo import offer_undo
from storage.access import Actor
from storage.journey import bin_touchpoint, list_phases
from storage.projects import ProjectSummary
from storage.targets import add_planned_touchpoint
from touchpoints.messages import message
from touchpoints.pasting import LONGEST_NAME

_NAME, _PHASE = "planned-touchpoint", "planned-touchpoint-phase"


def show_adding(page: PageContext, project: ProjectSummary) -> None:
    """A button alone: a form behind it would be drawn at every run for the few times that it is used."""
    say = page.wording.say
    if st.button(say("New touchpoint"), icon=":material/add:"):
        st.dialog(say("New in the target journey"))(_show_form)(page, project)


def _show_form(page: PageContext, project: ProjectSummary) -> None:
    """A name and a phase."""
    say = page.wording.say
    phases = list_phases(page.store, page.actor, project.id)
    names = told_apart({phase.id: phase.name for phase in phases})
    with st.form("add-planned", border=False):
        st.text_input(say("Where shall customers meet you?"), max_chars=LONGEST_NAME, key=_NAME)
        st.selectbox(say("Phase"), list(names), format_func=names.__getitem__, key=_PHASE)
        args = (page, project, page.actor.once())
        if st.form_submit_button(say("Add to the target journey"), type="primary", on_click=_add, args=args):
            st.rerun()


def _add(page: PageContext, project: ProjectSummary, actor: Actor) -> None:
    name, where = st.session_state[_NAME].strip(), (page.store, page.actor, project.id)
    if not name or st.session_state[_PHASE] is None:
        return

    def add() -> None:
        added = add_planned_touchpoint(page.store, actor, project.id, name, st.session_state[_PHASE])
        done = message("{name} is new in the target journey.", name=name)
        offer_undo(done, lambda: bin_touchpoint(*where, added))

    attempt(PLACE, add)
