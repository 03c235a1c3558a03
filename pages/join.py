"""All that a guest sees: how one takes part with a code, and what a personal link is for."""

from __future__ import annotations

from html import escape

import streamlit as st

from pages._code_form import CODE_STYLE, code_form
from pages._page import Page, PageContext, Role, Section, draw
from pages._provider import show_way_to_provider
from touchpoints.messages import N_, Wording

PAGE = Page(
    id="join",
    title=N_("Join with a code"),
    icon=":material/login:",
    section=Section.START,
    order=0,
    roles=frozenset({Role.GUEST}),
    needs_project=False,
)


def render(page: PageContext) -> None:
    """Three ways in, each said in a sentence or two."""
    say = page.wording.say
    st.title(say("Join with a code"))
    # One element: a hundred phones ask for it within the same minute.
    st.html(_ways_in(page.wording))
    if page.store.settings.has_provider:
        st.subheader(say("Do you work here?"), anchor=False)
        show_way_to_provider(say("Sign in with your company account"))


def _ways_in(wording: Wording) -> str:
    say = wording.say
    by_camera = say("Point the camera of your phone at the wall, or type the code. You need no account.")
    question = say("Have you been sent a personal link?")
    by_link = say("Open that link in this browser. It leads to everything else, and you stay signed in here.")
    return (
        f"<p>{escape(by_camera)}</p>{code_form(wording)}"
        f"<h2>{escape(question)}</h2><p>{escape(by_link)}</p>{CODE_STYLE}"
    )


if __name__ == "__main__":
    draw(render)
