"""The customer segments where they are needed: added by name, and taken back."""

from __future__ import annotations

import streamlit as st

from pages._page import PageContext
from pages._undo import offer_undo
from storage.access import Actor
from storage.projects import ProjectSummary
from storage.segments import add_segment, list_segments, take_back_segment
from touchpoints.messages import message

_NAME = "new-segment"


def ask_for_first_segments(page: PageContext, project: ProjectSummary) -> None:
    """A project without segments begins with the first one."""
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("Which customers do you serve alike?"), anchor=False)
        st.write(say("Name the groups that meet you on different occasions, such as families or companies."))
        _ask(page, project)


def show_segments(page: PageContext, project: ProjectSummary) -> None:
    """The line that adds one, behind a button."""
    with st.popover(page.wording.say("Add customers"), icon=":material/group_add:"):
        _ask(page, project)


def _ask(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.form("add-segment", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(say("Customer segment"), max_chars=80, key=_NAME)
        st.form_submit_button(say("Add"), on_click=_add, args=(page, page.actor.once(), project))


def _add(page: PageContext, actor: Actor, project: ProjectSummary) -> None:
    name = st.session_state[_NAME].strip()
    if not name:
        return
    before = {segment.id for segment in list_segments(page.store, page.actor, project.id)}
    id_ = add_segment(page.store, actor, project.id, name)
    st.session_state[_NAME] = ""
    if id_ not in before:
        done = message("{name} was added.", name=name)
        offer_undo(done, lambda: take_back_segment(page.store, page.actor, project.id, id_))
