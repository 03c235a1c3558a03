"""Adding touchpoints, one in a line or many from a list; each time it can be undone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._undo import offer_undo
from storage.access import Actor
from storage.board import NewTouchpoint, add_touchpoints, take_back_added
from storage.journey import PhaseEntry, list_phases, list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.messages import Message, message, plural
from touchpoints.name_keys import name_key
from touchpoints.pasting import LONGEST_NAME

_NAME, _PHASE = "new-touchpoint", "new-touchpoint-phase"


def add(page: PageContext, actor: Actor, project: ProjectSummary, new: Sequence[NewTouchpoint]) -> None:
    """Store them, and offer to take them back with the phases that were made for them."""
    said = _said(page, project, new)
    phases = [phase.id for phase in list_phases(page.store, page.actor, project.id)]
    add_touchpoints(page.store, actor, project.id, new)
    ids = [touchpoint.id for touchpoint in new]
    offer_undo(said, lambda: take_back_added(page.store, page.actor, project.id, ids, phases))


def _said(page: PageContext, project: ProjectSummary, new: Sequence[NewTouchpoint]) -> Message:
    """What was added; of a single one also whether it was there already."""
    if len(new) != 1:
        return plural("{count} touchpoint was added.", "{count} touchpoints were added.", len(new))
    [one] = new
    entries = list_touchpoints(page.store, page.actor, project.id)
    same = next((entry.name for entry in entries if name_key(entry.name) == name_key(one.name)), None)
    if same is None:
        return message("{name} was added.", name=one.name)
    return message("{name} was added, though {other} is there already.", name=one.name, other=same)


def show_adding(page: PageContext, project: ProjectSummary, phases: Sequence[PhaseEntry]) -> None:
    """A name and a phase; it stays open for the next one."""
    say = page.wording.say
    first = next((i for i, phase in enumerate(phases) if not phase.is_before_contact), 0)
    with (
        st.popover(say("Add a touchpoint"), icon=":material/add:"),
        st.form("add-touchpoint", clear_on_submit=False, border=False),
    ):
        st.text_input(say("Where do customers meet you?"), max_chars=LONGEST_NAME, key=_NAME)
        names = told_apart({phase.id: phase.name for phase in phases})
        st.selectbox(say("Phase"), list(names), first, format_func=names.__getitem__, key=_PHASE)
        st.form_submit_button(say("Add"), on_click=_add, args=(page, project, page.actor.once()))


def _add(page: PageContext, project: ProjectSummary, actor: Actor) -> None:
    """The phase stays chosen: the next one often belongs there, too."""
    name = st.session_state[_NAME].strip()
    if name:
        add(page, actor, project, [NewTouchpoint(name, st.session_state[_PHASE])])
        st.session_state[_NAME] = ""
