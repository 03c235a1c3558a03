"""All that a guest sees: how one takes part with a code, and what a personal link is for."""

from __future__ import annotations

import streamlit as st

from pages._page import Page, PageContext, Role, Section, draw
from touchpoints.messages import N_

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
    """Two ways in, each said in a sentence or two."""
    say = page.wording.say
    st.title(say("Join with a code"))
    by_code = say(
        "The facilitator shows the code on the wall as soon as there is something to take part in. "
        "Then point the camera of your phone at it. You need no account."
    )
    question = say("Have you been sent a personal link?")
    by_link = say("Open that link in this browser. It leads to everything else, and you stay signed in here.")
    # One element: a hundred phones ask for it within the same minute.
    st.markdown(f"{by_code}\n\n## {question}\n\n{by_link}\n\n---")


if __name__ == "__main__":
    draw(render)
