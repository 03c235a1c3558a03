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
    """A name and a phase; it stays open for the next one."""
    say = page.wording.say
    with (
        st.popover(say("New touchpoint"), icon=":material/add:"),
        st.form("add-planned", clear_on_submit=False, border=False),
    ):
        st.text_input(say("Where shall customers meet you?"), max_chars=LONGEST_NAME, key=_NAME)
        phases = list_phases(page.store, page.actor, project.id)
        names = told_apart({phase.id: phase.name for phase in phases})
        st.selectbox(say("Phase"), list(names), format_func=names.__getitem__, key=_PHASE)
        once = page.actor.once()
        st.form_submit_button(say("Add to the target journey"), on_click=_add, args=(page, project, once))


def _add(page: PageContext, project: ProjectSummary, actor: Actor) -> None:
    """The phase stays chosen: the next one often belongs there, too."""
    name, where = st.session_state[_NAME].strip(), (page.store, page.actor, project.id)
    if not name or st.session_state[_PHASE] is None:
        return

    def add() -> None:
        added = add_planned_touchpoint(page.store, actor, project.id, name, st.session_state[_PHASE])
        done = message("{name} is new in the target journey.", name=name)
        offer_undo(done, lambda: bin_touchpoint(*where, added))

    if attempt(PLACE, add):
        st.session_state[_NAME] = ""
