"""The rehearsal: twenty-five acted participants to try a workshop with, who vanish without a trace."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages._live import on_move
from pages._navigation import in_project
from pages._page import PageContext
from pages._touchpoint_drawer import attempt, show_outcome
from pages._workshop import WORKSHOP_ID, OpenWorkshop
from storage.access import Actor
from storage.acted_participants import PEOPLE, is_acted, send_in, stop_acting
from storage.projects import ProjectSummary
from storage.rehearsal import begin_rehearsal, end_rehearsal
from storage.revisions import ROOM
from storage.seats import list_participants
from storage.workshops import WorkshopEntry, list_workshops, read_workshop
from touchpoints.messages import plural

_PLACE = "rehearsal"


def show_rehearsal(opened: OpenWorkshop) -> None:
    """What it is, and the button that begins or ends it."""
    say, page, project = opened.say, opened.page, opened.project
    st.subheader(say("Rehearse with acted participants"), anchor=False)
    st.write(
        say(
            "Twenty-five acted participants come into a copy of this workshop and answer by themselves "
            "whatever you open. Lead it from the console and look at the wall. "
            "At the end everything that they did is erased."
        )
    )
    running = rehearsal_of(page, project)
    if running is None:
        label, args = say("Begin the rehearsal"), (opened, page.actor.once())
        st.button(label, type="primary", icon=":material/theater_comedy:", on_click=_begin, args=args)
    else:
        show_running(page, project, running)
    show_outcome(page, _PLACE)


def rehearsal_of(page: PageContext, project: ProjectSummary) -> WorkshopEntry | None:
    """The rehearsal that is on in a project, if one is."""
    found = list_workshops(page.store, page.actor, project.id)
    return next((one for one in found if one.is_rehearsal), None)


def show_running(page: PageContext, project: ProjectSummary, rehearsal: WorkshopEntry) -> None:
    """How many are in, the ways to console and wall, and the end."""
    with st.container(border=True):
        _show_who_is_in(page, project, rehearsal.id)
        with st.container(horizontal=True, vertical_alignment="center"):
            show_ways(page, project, rehearsal.id)
            st.button(
                page.wording.say("End the rehearsal"),
                key="end-rehearsal",
                icon=":material/delete_sweep:",
                on_click=_end,
                args=(page, project, rehearsal.id),
            )


def show_ways(page: PageContext, project: ProjectSummary, workshop_id: UUID) -> None:
    """The links to the console and to the wall of a workshop."""
    query = {**in_project(project.id), WORKSHOP_ID: str(workshop_id)}
    for entry in (page.entries.get(name) for name in ("console", "wall")):
        if entry is not None:
            st.page_link(entry, query_params=query)


@st.fragment
def _show_who_is_in(page: PageContext, project: ProjectSummary, workshop_id: UUID) -> None:
    on_move(ROOM)
    say, where = page.wording.say, (page.store, page.actor, project.id)
    inside = len(list_participants(*where, workshop_id))
    if is_acted(workshop_id):
        came = plural(
            "{count} of {all} acted participants is in.",
            "{count} of {all} acted participants are in.",
            inside,
            all=PEOPLE,
        )
        is_on = say("A rehearsal is on.")
        st.markdown(f"**{is_on}** {say(came)}")
    else:
        st.warning(
            say("The acted participants went when the server stopped. End this rehearsal and begin another.")
        )


def _begin(opened: OpenWorkshop, actor: Actor) -> None:
    store, project_id = opened.page.store, opened.project.id

    def begin() -> None:
        acted = begin_rehearsal(store, actor, project_id, opened.workshop.id)
        send_in(store, acted, read_workshop(store, opened.page.actor, project_id, acted).code)

    attempt(_PLACE, begin)


def _end(page: PageContext, project: ProjectSummary, workshop_id: UUID) -> None:
    if is_acted(workshop_id):
        stop_acting()
    attempt(_PLACE, lambda: end_rehearsal(page.store, page.actor, project.id, workshop_id))
