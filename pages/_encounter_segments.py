"""The customer segments where they are needed: added by name, renamed, and thrown away."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages._name_list import NameList, close_form, show_names
from pages._page import PageContext
from pages._text import escaped
from pages._touchpoint_drawer import attempt
from pages._touchpoint_fields import text_field
from pages._undo import offer_undo
from storage.access import Actor
from storage.projects import ProjectSummary
from storage.segments import (
    SegmentEntry,
    add_segment,
    bin_segment,
    change_segment,
    list_segments,
    restore_segment,
)
from touchpoints.messages import N_, message

_NAME, _PLACE = "new-segment", "segments"
_FIELDS = (text_field("name", N_("Customer segment"), 80),)


def ask_for_first_segments(page: PageContext, project: ProjectSummary) -> None:
    """A project without segments begins with the first one."""
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("Which customers do you serve alike?"), anchor=False)
        st.write(say("Name the groups that meet you on different occasions, such as families or companies."))
        _ask(page, project)


def show_segments(page: PageContext, project: ProjectSummary) -> None:
    """The line that adds one, and all of them with their names to be changed, each behind a button."""
    say = page.wording.say
    if st.button(say("Change segments"), icon=":material/edit:"):
        st.dialog(say("Customer segments"), on_dismiss="rerun")(_show_all)(page, project)
    with st.popover(say("Add customers"), icon=":material/group_add:"):
        _ask(page, project)


def _show_all(page: PageContext, project: ProjectSummary) -> None:
    """Read anew at each run of the dialog, since whatever was done in it ran just before."""
    where = (page.store, page.actor, project.id)
    more = partial(_offer_bin, page, project)
    names = NameList(page, _PLACE, _FIELDS, _line, partial(change_segment, *where), more)
    show_names(names, list_segments(*where))


def _line(segment: SegmentEntry) -> str:
    return escaped(segment.name)


def _offer_bin(page: PageContext, project: ProjectSummary, segment: SegmentEntry) -> None:
    label, args = page.wording.say("Move to bin"), (page, project, segment)
    st.button(label, f"bin-{segment.id}", icon=":material/delete:", on_click=_throw_away, args=args)


def _throw_away(page: PageContext, project: ProjectSummary, segment: SegmentEntry) -> None:
    where = (page.store, page.actor, project.id, segment.id)
    if attempt(_PLACE, lambda: bin_segment(*where)):
        close_form(segment.id)
        done = message("{name} is in the bin and stays there for 30 days.", name=segment.name)
        offer_undo(done, lambda: restore_segment(*where), _PLACE)


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
        offer_undo(done, lambda: bin_segment(page.store, page.actor, project.id, id_))
