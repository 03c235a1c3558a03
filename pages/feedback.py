"""Customers' feedback: the public forms with their links and counts, and the sentences that wait."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pages._feedback_adding import ask_for_form
from pages._feedback_form import PLACE, form_html, open_form_drawer
from pages._feedback_sentences import show_sentences
from pages._page import FOLLOW_UP, Page, PageContext, Section, draw
from pages._public_link import open_public_link
from pages._touchpoint_drawer import show_outcome
from pages._undo import show_undo
from storage.feedback_forms import FormEntry, list_forms
from storage.projects import ProjectSummary
from touchpoints.messages import N_

PAGE = Page(
    id="feedback",
    title=N_("Customers' feedback"),
    icon=":material/reviews:",
    section=Section.TEAM_AND_DATA,
    order=12,
    roles=FOLLOW_UP,
)


def render(page: PageContext) -> None:
    """What waits to be read first, then the forms."""
    project, say = page.project, page.wording.say
    if project is None:
        return
    forms = list_forms(page.store, page.actor, project.id)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(say("Customers' feedback"), width="content", anchor=False)
        if forms and st.button(say("Make a form"), icon=":material/add:"):
            ask_for_form(page, project)
    show_undo(page)
    show_outcome(page, PLACE)
    if not forms:
        _show_empty(page, project)
        return
    show_sentences(page, project)
    _show_forms(page, project, forms)


def _show_empty(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.container(border=True):
        st.subheader(say("Let customers say it themselves"), anchor=False)
        st.write(
            say(
                "A form asks one question and one sentence, by link or QR code, without an account. What is "
                "answered stands at its KPI by itself, as a value for each month."
            )
        )
        if st.button(say("Make a form"), type="primary", icon=":material/add:"):
            ask_for_form(page, project)


def _show_forms(page: PageContext, project: ProjectSummary, forms: Sequence[FormEntry]) -> None:
    say = page.wording.say
    st.subheader(say("Forms"), anchor=False)
    for form in forms:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.html(form_html(page, form), width="stretch")
            if form.is_open and st.button(
                say("Address and QR code"), f"address-{form.id}", icon=":material/qr_code_2:"
            ):
                open_public_link(page, form.name, f"/feedback/{form.code}")
            if st.button(say("Edit"), f"form-{form.id}", icon=":material/edit:"):
                open_form_drawer(page, project, form.id)


if __name__ == "__main__":
    draw(render)
