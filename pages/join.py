"""All that a guest sees: how one takes part with a code, and what a personal link is for."""

from __future__ import annotations

from html import escape

import streamlit as st

from pages._page import Page, PageContext, Role, Section, draw
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


def _ways_in(wording: Wording) -> str:
    say = wording.say
    by_camera = say("Point the camera of your phone at the wall, or type the code. You need no account.")
    question = say("Have you been sent a personal link?")
    by_link = say("Open that link in this browser. It leads to everything else, and you stay signed in here.")
    return (
        f"{_STYLE}<p>{escape(by_camera)}</p>{_code_form(wording)}"
        f"<h2>{escape(question)}</h2><p>{escape(by_link)}</p>"
    )


def _code_form(wording: Wording) -> str:
    """A form of its own: what is typed goes to the address that a scanned code leads to."""
    label, go_on = escape(wording.say("Code")), escape(wording.say("Go on"))
    return (
        f'<form class="code" action="/code" method="get"><label for="code">{label}</label>'
        f'<input id="code" name="code" maxlength="20" required autocomplete="off" spellcheck="false">'
        f"<button>{go_on}</button></form>"
    )


_STYLE = """<style>
.code { display: grid; grid-template-columns: 1fr auto; gap: .5rem; margin: 1rem 0 2rem; max-width: 28rem }
.code label { grid-column: 1 / -1 }
.code input, .code button { min-height: 3.25rem; min-width: 0; font: inherit; font-size: 1.25rem;
  border-radius: .5rem; padding: 0 1rem; border: 1px solid currentColor; color: inherit; background: transparent }
.code input { letter-spacing: .1em; text-transform: uppercase }
.code button { font-weight: 650; cursor: pointer }
</style>"""


if __name__ == "__main__":
    draw(render)
