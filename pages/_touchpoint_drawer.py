"""What the parts of the touchpoint drawer share: the touchpoint, and what went wrong or can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4, uuid5

import streamlit as st

from pages._measurements import Measurements
from pages._page import PageContext
from pages._text import escaped
from pages._undo import show_undo
from storage.access import Actor
from storage.journey import TouchpointDetails, TouchpointEntry
from storage.projects import ProjectSummary
from storage.team_view import TeamView
from touchpoints.errors import TouchpointsError
from touchpoints.messages import Message

_FAULT = "touchpoint_fault"


@dataclass(frozen=True)
class Drawer:
    """One touchpoint as it stands in this run, with the page that opened the drawer."""

    page: PageContext
    project: ProjectSummary
    found: Measurements
    details: TouchpointDetails
    team: TeamView

    @property
    def touchpoint(self) -> TouchpointEntry:
        """Its facts."""
        return self.details.touchpoint

    @property
    def say(self) -> Callable[..., str]:
        """Puts texts into the language of the page."""
        return self.page.wording.say

    def once(self, place: str, given: str = "") -> Actor:
        """Who adds something in a place, marked so that the same thing sent twice is stored once."""
        mark: UUID = st.session_state.setdefault(_mark_of(place), uuid4())
        return self.page.actor.once(uuid5(mark, given))


def attempt(place: str, do: Callable[[], object]) -> bool:
    """Carry out what a callback was asked for; a fault is kept and said in its place."""
    try:
        do()
    except TouchpointsError as fault:
        st.session_state[_FAULT] = (place, fault.message)
        return False
    st.session_state.pop(_mark_of(place), None)
    return True


def show_outcome(page: PageContext, place: str) -> None:
    """What went wrong here, said once, and what can be undone here."""
    show_fault(page, place)
    show_undo(page, place)


def show_fault(page: PageContext, place: str) -> None:
    """What went wrong here, said once; a page says that of a dialog that is closed."""
    kept: tuple[str, Message] | None = st.session_state.get(_FAULT)
    if kept and kept[0] == place:
        del st.session_state[_FAULT]
        st.error(escaped(page.wording.say(kept[1])))


def _mark_of(place: str) -> str:
    return f"mark-{place}"
