"""One touchpoint in a drawer: all that the team writes down about it, as much as its depth asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import streamlit as st

from pages._focus import show_focus
from pages._measurements import measurements_of
from pages._page import PageContext
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_customers import is_rated_by_customers, show_customers, show_waves
from pages._touchpoint_drawer import Drawer
from pages._touchpoint_facts import open_facts, show_facts
from pages._touchpoint_sections import (
    Section,
    further_sections_of,
    open_sections,
    sections_of,
    show_section,
    title_of,
)
from storage.intents import NoSuchRow
from storage.journey import list_touchpoints, read_touchpoint
from storage.projects import ProjectSummary
from storage.team_view import read_team_view

_SECTION = "touchpoint_section"


def open_touchpoint(page: PageContext, project: ProjectSummary, touchpoint_id: UUID | str) -> None:
    """Open the drawer; when it is closed, the page behind it is drawn anew."""
    id_ = UUID(str(touchpoint_id))
    found = (entry for entry in list_touchpoints(page.store, page.actor, project.id) if entry.id == id_)
    touchpoint = next(found, None)
    if touchpoint is None:
        raise NoSuchRow
    open_facts(id_)
    title = escaped(touchpoint.name)
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(page, project, id_)


def _show(page: PageContext, project: ProjectSummary, touchpoint_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    drawer = Drawer(
        page,
        project,
        measurements_of(page, project.id),
        read_touchpoint(page.store, page.actor, project.id, touchpoint_id),
        read_team_view(page.store, page.actor, project.id),
    )
    st.html(Path(__file__).with_suffix(".css"))
    show_facts(drawer)
    if is_rated_by_customers(drawer) and Section.EXPERIENCE not in sections_of(drawer):
        show_customers(drawer)
        show_waves(drawer)
    _show_sections(drawer, sections_of(drawer))
    for section in further_sections_of(drawer):
        _show_further(drawer, section)
    show_focus()


def _show_sections(drawer: Drawer, sections: Sequence[Section]) -> None:
    """Two stand one below the other; of more, one is chosen."""
    if len(sections) > 2:
        show_section(drawer, _choose(drawer, sections))
        return
    for section in sections:
        if section is not Section.EXPERIENCE:
            st.subheader(drawer.say(title_of(section)), anchor=False)
        show_section(drawer, section)


def _show_further(drawer: Drawer, section: Section) -> None:
    """What was written down although the depth does not ask for it, one click away."""
    title = drawer.say(title_of(section))
    label = drawer.say("{part}: something is written down already", part=title)
    further = st.expander(label, key=f"further-{section}", on_change="rerun")
    if further.open:
        with further:
            show_section(drawer, section)


def _choose(drawer: Drawer, sections: Sequence[Section]) -> Section:
    """The parts to choose from, and below them those where something is still open.

    The labels stay as they are: Streamlit keeps a choice by its label.
    """
    missing = open_sections(drawer) if drawer.page.may_change else []
    kept = st.session_state.get(_SECTION)
    chosen = kept if isinstance(kept, Section) and kept in sections else sections[0]
    follow(f"{_SECTION}_choice", chosen)
    st.segmented_control(
        drawer.say("Part"),
        sections,
        format_func=lambda section: drawer.say(title_of(section)),
        required=True,
        wrap=True,
        label_visibility="collapsed",
        key=f"{_SECTION}_choice",
        on_change=_keep_choice,
    )
    if missing:
        names = ", ".join(drawer.say(title_of(section)) for section in missing)
        st.caption(drawer.say("○ Still open: {parts}", parts=names))
    return chosen


def _keep_choice() -> None:
    st.session_state[_SECTION] = st.session_state[f"{_SECTION}_choice"]
