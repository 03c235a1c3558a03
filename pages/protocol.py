"""The protocol of a workshop, printed the same evening: agenda, results, cards, and who promised what."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._address import chosen_in_address, keep_in_address
from pages._labels import told_apart
from pages._page import READ, Page, PageContext, Section, draw
from pages._print import show_print_button
from pages._protocol import written_protocol
from pages._workshop import WORKSHOP_ID
from storage.projects import ProjectSummary
from storage.workshops import list_workshops
from touchpoints.messages import N_

PAGE = Page(
    id="protocol",
    title=N_("Protocol"),
    icon=":material/description:",
    section=Section.WORKSHOP,
    order=4,
    roles=READ,
)


def render(page: PageContext) -> None:
    """One workshop on paper; the choice and the button are not printed."""
    project, say = page.project, page.wording.say
    if project is None:
        return
    chosen = _choose(page, project)
    if chosen is None:
        st.title(say("Protocol"), anchor=False)
        st.write(say("There is no workshop yet, so there is nothing to put on paper."))
        return
    st.html(written_protocol(page, project, chosen))


def _choose(page: PageContext, project: ProjectSummary) -> UUID | None:
    workshops = list_workshops(page.store, page.actor, project.id)
    if not workshops:
        return None
    names = told_apart({str(one.id): one.name for one in workshops})
    chosen = chosen_in_address(WORKSHOP_ID, names, str(workshops[0].id))
    with st.container(horizontal=True, vertical_alignment="center", key="no-print"):
        st.selectbox(
            page.wording.say("Workshop"),
            list(names),
            format_func=names.__getitem__,
            key=WORKSHOP_ID,
            on_change=keep_in_address,
            args=(WORKSHOP_ID,),
            width=420,
            label_visibility="collapsed",
        )
        show_print_button(page)
    return UUID(chosen)


if __name__ == "__main__":
    draw(render)
