"""Projects that are out of the way: the archive, and the bin with the days that are left."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from storage.access import Actor
from storage.projects import ProjectSummary, list_projects, reopen_project, restore_project
from storage.store import Store
from touchpoints.messages import plural


def show_aside(page: PageContext) -> None:
    """Archive and bin, each only where there is something in it."""
    archived = [project for project in page.projects if project.archived_at is not None]
    binned = list_projects(page.store, page.actor, in_bin=True)
    say = page.wording.say
    if archived:
        with st.expander(say(plural("Archive ({count})", "Archive ({count})", len(archived)))):
            for project in archived:
                _show_line(page, project, say("Restore"), reopen_project)
    if binned:
        with st.expander(say(plural("Bin ({count})", "Bin ({count})", len(binned)))):
            st.caption(say("Anything in the bin is deleted for good after 30 days."))
            for project in binned:
                _show_line(page, project, say("Restore"), restore_project)


def _show_line(
    page: PageContext, project: ProjectSummary, label: str, bring_back: Callable[[Store, Actor, UUID], None]
) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(escaped(project.name), width="stretch")
        st.button(
            label,
            key=f"back-{project.id}",
            on_click=bring_back,
            args=(page.store, page.actor, project.id),
        )
