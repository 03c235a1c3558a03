"""What the start page does with a project; each of it can be undone."""

from __future__ import annotations

import streamlit as st

from pages._navigation import go_to
from pages._page import PageContext
from pages._project import choose_project
from pages._undo import offer_undo
from storage.access import Actor
from storage.project_copy import duplicate_project
from storage.projects import (
    SAMPLE,
    ProjectSummary,
    archive_project,
    bin_project,
    new_project,
    reopen_project,
    restore_project,
)
from touchpoints.messages import message
from touchpoints.model import ProjectInput

_TO_OPEN = "project_to_open"


def make_sample(page: PageContext, actor: Actor) -> None:
    """Make the sample in the language of the page and open it."""
    say = page.wording.say
    values = ProjectInput(
        name=say("Example Airport"),
        language=page.wording.language,
        time_zone=page.store.settings.time_zone,
    )
    project = new_project(page.store, actor, values, SAMPLE)
    choose_project(project)
    st.session_state[_TO_OPEN] = project


def open_what_was_made() -> None:
    """Leave for the sample that was just made: Streamlit lets nobody leave from within a press."""
    if (project := st.session_state.pop(_TO_OPEN, None)) is not None:
        go_to("journey", project)


def duplicate(page: PageContext, project: ProjectSummary) -> None:
    """A copy with a name that says so."""
    say = page.wording.say
    name = say("{name} (copy)", name=project.name)[:120]
    copy = duplicate_project(page.store, page.actor, project.id, name)
    offer_undo(
        message("{name} was duplicated.", name=project.name),
        lambda: bin_project(page.store, page.actor, copy),
    )


def archive(page: PageContext, project: ProjectSummary) -> None:
    """Put aside."""
    archive_project(page.store, page.actor, project.id)
    offer_undo(
        message("{name} is in the archive.", name=project.name),
        lambda: reopen_project(page.store, page.actor, project.id),
    )


def throw_away(page: PageContext, project: ProjectSummary) -> None:
    """Into the bin, and out of the address."""
    bin_project(page.store, page.actor, project.id)
    if st.query_params.get("project") == str(project.id):
        choose_project(None)
    offer_undo(
        message("{name} is in the bin and stays there for 30 days.", name=project.name),
        lambda: restore_project(page.store, page.actor, project.id),
    )
