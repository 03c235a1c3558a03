"""Saving a project as a file: what the file holds, what stays here, and the link that brings it."""

from __future__ import annotations

import streamlit as st

from pages._page import PageContext
from pages._text import escaped
from storage.project_export import WorkshopGoesOn, check_is_movable
from storage.projects import ProjectSummary


def ask_to_save(page: PageContext, project: ProjectSummary) -> None:
    """The file itself comes by an address of its own, however large it is."""
    st.dialog(page.wording.say("Save as file"), width="medium")(_show)(page, project)


def _show(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    st.markdown(
        say(
            "The file holds all of {name}, with its history and with what lies in its bin. It can be opened "
            "in any other installation of this program, and it can be read by whoever has it: keep it as you "
            "keep the project.",
            name=escaped(project.name),
        )
    )
    stays = (
        say("personal links and all other ways in; who had one is listed, so that new ones can be made"),
        say("mail addresses and accounts; the history keeps the names"),
        say("raw answers of workshops; their pictures move along"),
        say("reply codes: whoever handed in an idea reads the answer here, and not at the new place"),
    )
    st.markdown("\n".join([say("What stays here:"), "", *(f"- {line}" for line in stays)]))
    try:
        check_is_movable(page.store, page.actor, project.id)
    except WorkshopGoesOn as fault:
        st.error(escaped(say(fault.message)), icon=":material/error:")
        return
    st.link_button(
        say("Save the file"), f"/project-file/{project.id}", type="primary", icon=":material/download:"
    )
