"""What stands on the console: the agenda, the chosen activity, and a drawer for everything around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from pages._address import choose_one
from pages._card_wall import show_card_wall
from pages._console_activity import show_activity_now
from pages._console_agenda import chosen_activity, show_agenda_now
from pages._console_drawer import DRAWER
from pages._console_end import show_end
from pages._console_head import show_head
from pages._console_paper import show_paper
from pages._console_people import show_people
from pages._console_press import press_fault_above
from pages._console_result import show_result
from pages._navigation import in_project
from pages._page import PageContext
from pages._parking import show_parking
from pages._room_facts import RoomFacts, open_room
from pages._take_over import show_take_over
from pages._undo import show_undo
from pages._workshop import WORKSHOP_ID, OpenWorkshop
from storage.agenda import ActivityEntry
from storage.projects import ProjectSummary
from touchpoints.activities import Write, activity_kind
from touchpoints.messages import N_

_Shown = Callable[[OpenWorkshop, ActivityEntry], None]
_PARTS: Mapping[str, tuple[str, _Shown]] = {
    "cards": (N_("Cards"), show_card_wall),
    "result": (N_("Result"), show_result),
    "take_over": (N_("Take over"), show_take_over),
    "people": (N_("Who is in"), show_people),
    "paper": (N_("Paper"), show_paper),
    "parking": (N_("Parking lot"), show_parking),
    "end": (N_("Conclude"), show_end),
}
_OF_ANSWERS = {"result", "take_over", "paper"}


def show_console(page: PageContext, project: ProjectSummary, numbers: Mapping[str, int]) -> None:
    """All of it: drawn anew by a press here, and within a second by a press of anybody else."""
    facts = open_room(page, project, st.query_params.get(WORKSHOP_ID), numbers)
    if facts is None:
        _show_empty(page, project)
        return
    show_head(facts.opened)
    show_undo(page, of_parts=False)
    _show_columns(facts)


def _show_empty(page: PageContext, project: ProjectSummary) -> None:
    say = page.wording.say
    st.title(say("Console"), anchor=False)
    st.write(say("There is no workshop yet. Prepare one: its agenda then stands here."))
    st.page_link(
        page.entries["workshop"],
        label=say("Prepare a workshop"),
        icon=":material/event_note:",
        query_params=in_project(project.id),
    )


def _show_columns(facts: RoomFacts) -> None:
    opened = facts.opened
    if not opened.activities:
        st.write(opened.say("This workshop has no agenda yet."))
        return
    left, right = st.columns([2, 8], gap="medium")
    chosen = chosen_activity(opened)
    with left:
        show_agenda_now(opened)
    with right, press_fault_above(opened.page):
        show_activity_now(facts, chosen)
        _show_drawer(opened, chosen)


def _show_drawer(opened: OpenWorkshop, chosen: ActivityEntry) -> None:
    names = {id_: opened.say(_PARTS[id_][0]) for id_ in _at_hand(chosen)}
    part = choose_one(opened.say("Also at hand"), names, DRAWER, is_labelled=False)
    _PARTS[part][1](opened, chosen)


def _at_hand(activity: ActivityEntry) -> list[str]:
    """What there can be something in; where cards are written, they are what is looked at first."""
    parts = activity_kind(activity.kind).parts
    writes = any(isinstance(part, Write) for part in parts)
    return [id_ for id_ in _PARTS if (id_ not in _OF_ANSWERS or parts) and (id_ != "cards" or writes)]
