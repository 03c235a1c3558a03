"""Workshops: prepared here with agenda, room check and rehearsal, then led from the console."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from pages._address import choose_one, chosen_in_address, keep_in_address, put_in_address
from pages._labels import told_apart
from pages._live import listen
from pages._page import Page, PageContext, Section, draw
from pages._table import table_of
from pages._text import escaped
from pages._undo import show_undo
from pages._workshop import WORKSHOP_ID, OpenWorkshop
from pages._workshop_activity import open_activity_drawer
from pages._workshop_agenda import show_agenda, take_intents
from pages._workshop_facts import show_facts
from pages._workshop_preparing import show_preparing
from pages._workshop_rehearsal import rehearsal_of, show_rehearsal, show_running, show_ways
from pages._workshop_room import show_room_check
from pages._workshop_words import WORKSHOP_STATES
from storage.agenda import list_activities
from storage.projects import ProjectSummary
from storage.revisions import WORKSHOP
from storage.workshops import WorkshopEntry, list_workshops
from touchpoints.messages import N_

PAGE = Page(
    id="workshop",
    title=N_("Prepare a workshop"),
    icon=":material/event_note:",
    section=Section.WORKSHOP,
    order=1,
)
_ALL, _PART, _AGENDA = "", "part", "agenda"
_PARTS: Mapping[str, tuple[str, Callable[[OpenWorkshop], None]]] = {
    _AGENDA: (N_("Agenda"), show_agenda),
    "room": (N_("Room check"), show_room_check),
    "rehearsal": (N_("Rehearsal"), show_rehearsal),
}


def render(page: PageContext) -> None:
    """The list of all, or the one that the address names; what was done on its agenda comes first."""
    project = page.project
    if project is None:
        return
    listen(page, project.id, WORKSHOP)
    st.title(page.wording.say("Workshops"), anchor=False)
    wanted = take_intents(page, project, st.query_params.get(WORKSHOP_ID, _ALL))
    every = list_workshops(page.store, page.actor, project.id)
    workshops = [one for one in every if not one.is_rehearsal]
    chosen = _choose(page, workshops) if workshops else _ALL
    if chosen == _ALL:
        _show_all(page, project, workshops)
    else:
        workshop = next(one for one in workshops if str(one.id) == chosen)
        _show_one(page, project, workshop, wanted)


def _choose(page: PageContext, workshops: Sequence[WorkshopEntry]) -> str:
    """The workshop of the address, "" for all of them."""
    named = {str(one.id): _titled(page, one) for one in workshops}
    names = {_ALL: page.wording.say("All workshops"), **told_apart(named)}
    chosen = chosen_in_address(WORKSHOP_ID, names, _ALL)
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
    return chosen


def _titled(page: PageContext, workshop: WorkshopEntry) -> str:
    day = workshop.held_on
    return f"{workshop.name}, {page.wording.date(day)}" if day else workshop.name


def _show_all(page: PageContext, project: ProjectSummary, workshops: Sequence[WorkshopEntry]) -> None:
    show_undo(page)
    say = page.wording.say
    if (running := rehearsal_of(page, project)) is not None:
        show_running(page, project, running)
    if workshops:
        _show_table(page, project, workshops)
        st.subheader(say("Another workshop"), anchor=False)
    else:
        st.write(
            say(
                "In a workshop the team answers on its phones, and what it says lands here at once. "
                "Choose an agenda to begin with: then check the room, rehearse, and lead it from the console."
            )
        )
    show_preparing(page, project)


def _show_table(page: PageContext, project: ProjectSummary, workshops: Sequence[WorkshopEntry]) -> None:
    """One line each; a click on one opens it."""
    say = page.wording.say
    ids = [str(one.id) for one in workshops]
    key = f"workshops-{project.id}-{len(ids)}"
    st.dataframe(
        table_of([_row(page, one) for one in workshops]),
        key=key,
        hide_index=True,
        placeholder="",
        alt=say("The workshops of this project"),
        on_select=lambda: _open_chosen(key, ids),
        selection_mode="single-row",
    )
    st.caption(say("Click a row, or choose a workshop above, to open it."))


def _open_chosen(key: str, ids: Sequence[str]) -> None:
    selected: Any = st.session_state[key]
    if rows := selected["selection"]["rows"]:
        put_in_address(WORKSHOP_ID, ids[rows[0]])


def _row(page: PageContext, workshop: WorkshopEntry) -> dict[str, str]:
    say = page.wording.say
    return {
        say("Workshop"): workshop.name,
        say("Held on"): page.wording.date(workshop.held_on) if workshop.held_on else "",
        say("How far"): say(WORKSHOP_STATES[workshop.state]),
        say("Activities"): page.wording.number(workshop.activities),
    }


def _show_one(
    page: PageContext, project: ProjectSummary, workshop: WorkshopEntry, wanted: str | None
) -> None:
    """One of its parts, and the drawer of the activity that was asked for."""
    show_undo(page, of_parts=False)
    opened = OpenWorkshop(page, project, workshop, ())
    _show_head(opened)
    say = page.wording.say
    part = choose_one(
        say("Part"), {id_: say(one[0]) for id_, one in _PARTS.items()}, _PART, is_labelled=False
    )
    if part == _AGENDA:
        opened = replace(opened, activities=list_activities(page.store, page.actor, project.id, workshop.id))
    _PARTS[part][1](opened)
    if wanted is not None:
        open_activity_drawer(opened, wanted)


def _show_head(opened: OpenWorkshop) -> None:
    """State and code, and the ways from here."""
    say, workshop = opened.say, opened.workshop
    with st.container(horizontal=True, vertical_alignment="center"):
        state = say(WORKSHOP_STATES[workshop.state])
        word, code = say("Code"), f"{workshop.code[:4]} {workshop.code[4:]}"
        st.markdown(f"{escaped(state)} · {word} **{code}**", width="content")
        show_ways(opened.page, opened.project, workshop.id)
        show_facts(opened)


if __name__ == "__main__":
    draw(render)
