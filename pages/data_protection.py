"""Data protection: what is stored about people, who sees it, how long; and all about one of them."""

from __future__ import annotations

import streamlit as st

from pages._data_protection import show_tables, topics_html
from pages._one_person import show_person
from pages._page import READ, Page, PageContext, Section, draw
from pages._print import show_print_button
from touchpoints.messages import N_

PAGE = Page(
    id="data_protection",
    title=N_("Data protection"),
    icon=":material/shield_person:",
    section=Section.TEAM_AND_DATA,
    order=80,
    roles=READ,
    needs_project=False,
)


def render(page: PageContext) -> None:
    """The list for works council and data-protection officer; whoever leads can remove a person."""
    say = page.wording.say
    with st.container(horizontal=True, vertical_alignment="center", key="no-print"):
        st.title(say("Data protection"), anchor=False)
        show_print_button(page)
    st.write(
        say(
            "For the works council and the data-protection officer: what this installation stores about "
            "people, who sees it, and how long it is kept."
        )
    )
    st.html(topics_html(page))
    show_tables(page)
    if page.project is not None and page.may_change:
        show_person(page, page.project)


if __name__ == "__main__":
    draw(render)
