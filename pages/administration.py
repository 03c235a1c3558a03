"""For administrators: the state of the database and its copies, who can come in, and the privacy notice."""

from __future__ import annotations

import streamlit as st

from pages._administration_accounts import show_accounts
from pages._administration_copies import show_copies
from pages._administration_database import show_database
from pages._page import Page, PageContext, Role, Section, draw
from pages._privacy_form import show_privacy_form
from pages._undo import show_undo
from touchpoints.messages import N_

PAGE = Page(
    id="administration",
    title=N_("Administration"),
    icon=":material/settings:",
    section=Section.TEAM_AND_DATA,
    order=99,
    roles=frozenset({Role.ADMINISTRATOR}),
    needs_project=False,
)


def render(page: PageContext) -> None:
    """What has to be done comes first: a fault of the copies stands above all else."""
    say = page.wording.say
    st.title(say(PAGE.title), anchor=False)
    show_undo(page)
    show_copies(page)
    show_database(page)
    show_accounts(page)
    st.subheader(say("Privacy notice"), anchor=False)
    show_privacy_form(page)


if __name__ == "__main__":
    draw(render)
