"""Which project is open: in the address, so that a view can be linked, and kept from page to page."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._stored_value import follow
from storage.projects import ProjectSummary
from touchpoints.messages import Wording

PROJECT = "project"
_SWITCH = "project_switch"


def open_one(projects: Sequence[ProjectSummary]) -> ProjectSummary | None:
    """The project that is asked for; from now on it stands in the address."""
    found = wanted_one(projects)
    choose_project(found.id if found else None)
    return found


def wanted_one(projects: Sequence[ProjectSummary]) -> ProjectSummary | None:
    """The project of the address, else the one last open in this session, else the only one there is."""
    wanted = st.query_params.get(PROJECT) or st.session_state.get(PROJECT)
    found = next((project for project in projects if str(project.id) == wanted), None)
    return projects[0] if found is None and len(projects) == 1 else found


def choose_project(project_id: UUID | None) -> None:
    """Open a project (or none); fit for on_click, followed by st.switch_page where a page should change."""
    if project_id is None:
        st.session_state.pop(PROJECT, None)
        st.query_params.pop(PROJECT, None)
        return
    st.session_state[PROJECT] = str(project_id)
    if st.query_params.get(PROJECT) != str(project_id):
        st.query_params[PROJECT] = str(project_id)


def show_project_switch(
    projects: Sequence[ProjectSummary], chosen: ProjectSummary | None, wording: Wording
) -> None:
    """A list of the projects in use; choosing one keeps the page and changes what it is about."""
    names = told_apart({one.id: one.name for one in projects if one.archived_at is None or one is chosen})
    follow(_SWITCH, chosen.id if chosen else None)
    st.selectbox(
        wording.say("Project"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=_SWITCH,
        placeholder=wording.say("Choose a project"),
        on_change=lambda: choose_project(st.session_state[_SWITCH]),
    )
