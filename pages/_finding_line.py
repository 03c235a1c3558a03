"""The line that adds a finding: what, of which kind, where, and whose word it is; Enter adds."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._labels import told_apart
from pages._page import PageContext
from pages._text import escaped
from pages._undo import offer_undo
from pages._words import word_for
from storage.access import Actor
from storage.entries import add_entry, bin_entry
from storage.journey import list_touchpoints
from storage.projects import ProjectSummary
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, message
from touchpoints.model import Finding, FindingKind, Source

_TEXT, _KIND, _WHERE, _WORD = "new-finding", "new-finding-kind", "new-finding-where", "new-finding-word"
_FAULT, _LINKED = "finding_fault", "finding_kind_of_link"
CONTACT_STAFF = "contact_staff"
# Whose word it is: people who meet customers are the team, too, but theirs are the warnings to listen to.
WORD_OF = {
    Source.TEAM.value: N_("team"),
    CONTACT_STAFF: N_("contact staff"),
    Source.CUSTOMER.value: N_("customer"),
    Source.SURVEY.value: N_("survey"),
}


def values_of_word(word: str) -> dict[str, object]:
    """Whose word it is, as it is stored."""
    is_staff = word == CONTACT_STAFF
    return {"from_contact_staff": is_staff, "source": Source.TEAM if is_staff else Source(word)}


def touchpoint_names(page: PageContext, project: ProjectSummary) -> dict[UUID | None, str]:
    """Where a finding can belong; None is the whole journey."""
    entries = list_touchpoints(page.store, page.actor, project.id)
    names = {None: page.wording.say("Whole journey"), **{entry.id: entry.name for entry in entries}}
    return told_apart(names)


def show_adding(page: PageContext, project: ProjectSummary) -> None:
    """Kind, place and source stay chosen: what people say comes in rows."""
    say = page.wording.say
    names = touchpoint_names(page, project)
    with (
        st.form("add-finding", border=False, enter_to_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(say("What have you noticed?"), max_chars=2000, width="stretch", key=_TEXT)
        kinds = list(FindingKind)
        _begin_with_kind_of_link()
        st.selectbox(say("Kind"), kinds, format_func=lambda kind: say(word_for(kind)), width=170, key=_KIND)
        st.selectbox(say("Where"), list(names), format_func=names.__getitem__, width=200, key=_WHERE)
        words = list(WORD_OF)
        st.selectbox(
            say("Whose word"), words, format_func=lambda word: say(WORD_OF[word]), width=140, key=_WORD
        )
        st.form_submit_button(say("Add"), on_click=_add, args=(page, page.actor.once(), project))
    if (fault := st.session_state.pop(_FAULT, None)) is not None:
        st.error(escaped(say(fault)))


def _begin_with_kind_of_link() -> None:
    """A link to the wall can say which kind is to be written down; what is chosen here afterwards stays."""
    state, asked = st.session_state, st.query_params.get("kind")
    if asked in set(FindingKind) and (_KIND not in state or state.get(_LINKED) != asked):
        state[_KIND] = FindingKind(asked)
        state[_LINKED] = asked


def _add(page: PageContext, actor: Actor, project: ProjectSummary) -> None:
    state = st.session_state
    text = state[_TEXT].strip()
    if not text:
        return
    values = {
        "text": text,
        "kind": state[_KIND],
        "touchpoint_id": state[_WHERE],
        **values_of_word(state[_WORD]),
    }
    try:
        id_ = add_entry(page.store, actor, project.id, Finding, values)
    except TouchpointsError as fault:
        state[_FAULT] = fault.message
        return
    state[_TEXT] = ""
    done = message("{kind}: {text}", kind=message(word_for(state[_KIND])), text=text)
    offer_undo(done, lambda: bin_entry(page.store, page.actor, project.id, Finding, id_))
