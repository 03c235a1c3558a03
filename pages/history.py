"""What was changed when in the project, of each entry by whom, and all of it that lies in the bin."""

from __future__ import annotations

import streamlit as st

from pages._bin import show_bin
from pages._history_table import show_changes
from pages._page import Page, PageContext, Section, draw
from storage.revisions import revisions_of
from touchpoints.messages import N_

PAGE = Page(
    id="history",
    title=N_("History and bin"),
    icon=":material/history:",
    section=Section.TEAM_AND_DATA,
    order=90,
)


def render(page: PageContext) -> None:
    """The bin first, since whoever comes here has mostly lost something."""
    project = page.project
    if project is None:
        return
    st.title(page.wording.say("History and bin"), anchor=False)
    state = tuple(sorted(revisions_of(page.store, page.actor, project.id).items()))
    show_bin(page, project, state)
    show_changes(page, project, state)


if __name__ == "__main__":
    draw(render)
