"""Workshops: prepared here with agenda, room check and rehearsal, then led from the console."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._address import put_in_address
from pages._page import Page, PageContext, Section, draw
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo, show_undo
from pages._workshop import WORKSHOP_ID
from storage.access import Actor
from storage.projects import ProjectSummary
from storage.workshops import WorkshopEntry, add_workshop, bin_workshop, list_workshops
from touchpoints.messages import N_, message

PAGE = Page(
    id="workshop",
    title=N_("Prepare a workshop"),
    icon=":material/event_note:",
    section=Section.WORKSHOP,
    order=1,
)
_PLACE, _NAME, _DAY = "new-workshop", "new-workshop-name", "new-workshop-day"


def render(page: PageContext) -> None:
    """All workshops, the open one first, and the way to a new one."""
    project = page.project
    if project is None:
        return
    st.title(page.wording.say("Workshops"), anchor=False)
    show_undo(page)
    workshops = list_workshops(page.store, page.actor, project.id)
    _show_list(workshops)
    _show_preparing(page, project)


def _show_list(workshops: Sequence[WorkshopEntry]) -> None:
    for one in workshops:
        st.markdown(escaped(one.name))


def _show_preparing(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    with st.form(_PLACE), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(say("Name of the workshop"), say("Workshop"), max_chars=120, key=_NAME, width=320)
        st.date_input(say("Held on"), page.today, format=date_format(page), key=_DAY, width=150)
        args = (page, page.actor.once(), project)
        st.form_submit_button(say("Prepare a workshop"), type="primary", on_click=_prepare, args=args)
    show_outcome(page, _PLACE)


def _prepare(page: PageContext, actor: Actor, project: ProjectSummary) -> None:
    values = {"name": st.session_state[_NAME], "held_on": st.session_state[_DAY]}
    where, added = (page.store, actor, project.id), list[UUID]()
    if attempt(_PLACE, lambda: added.append(add_workshop(*where, values))):
        done = message("{name} was added.", name=values["name"])
        offer_undo(done, lambda: bin_workshop(page.store, page.actor, project.id, added[0]))
        put_in_address(WORKSHOP_ID, str(added[0]))


if __name__ == "__main__":
    draw(render)
