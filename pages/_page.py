"""What a page file says about itself, and what it is given when it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import streamlit as st

from pages._text import escaped
from storage.access import Right
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, Wording

if TYPE_CHECKING:
    from streamlit.navigation.page import Page as Entry

    from storage.people import Actor
    from storage.projects import ProjectSummary
    from storage.store import Store

Look = Literal["light", "dark"]


class Section(StrEnum):
    """Where a page stands in the navigation: before the steps, in the room, in one of the four, or after."""

    START = ""
    WORKSHOP = N_("Workshop")
    CURRENT_STATE = N_("1 Current state")
    TARGET_STRATEGY = N_("2 Target strategy")
    TODO_PLAN = N_("3 To-do plan")
    MONITORING = N_("4 Control and optimisation")
    TEAM_AND_DATA = N_("Team and data")


# Of these every page is linked wherever one is; of the others, where one of them is open.
ALWAYS_LINKED = (Section.START, Section.TEAM_AND_DATA)
# The four steps of the method, in their order.
STEPS = (Section.CURRENT_STATE, Section.TARGET_STRATEGY, Section.TODO_PLAN, Section.MONITORING)


class Role(StrEnum):
    """Who sees a page; the actor of a run has exactly one."""

    GUEST = "guest"
    PARTICIPANT = "participant"
    EXECUTIVE = "executive"
    TEAM_LEAD = "team_lead"
    FACILITATOR = "facilitator"
    ADMINISTRATOR = "administrator"


# Whoever leads a project changes all of it, a team lead follows things up, an executive reads.
LEAD = frozenset({Role.FACILITATOR, Role.ADMINISTRATOR})
FOLLOW_UP = LEAD | {Role.TEAM_LEAD}
READ = FOLLOW_UP | {Role.EXECUTIVE}


@dataclass(frozen=True)
class Page:
    """A page's entry in the navigation; `id` is its address and the name of its file."""

    id: str
    title: str
    icon: str
    section: Section
    order: int
    roles: frozenset[Role] = LEAD
    needs_project: bool = True
    has_charts: bool = False
    # Before the room nothing stands beside a page that a slip of the hand could change.
    has_links: bool = True
    has_switches: bool = True


@dataclass(frozen=True)
class PageContext:
    """What a page is given: who looks, in which language, at which project, on which day, in which look.

    `entries` are the pages that this actor may open, by id, as Streamlit takes them for links.
    """

    store: Store
    actor: Actor
    wording: Wording
    project: ProjectSummary | None
    today: date
    look: Look
    projects: tuple[ProjectSummary, ...]
    entries: Mapping[str, Entry]

    @property
    def may_change(self) -> bool:
        """Whether this actor may change everything in the open project."""
        return self._may(Right.CHANGE)

    @property
    def may_follow_up(self) -> bool:
        """Whether this actor may keep to-dos, KPIs, findings and reviews up to date."""
        return self._may(Right.FOLLOW_UP)

    def _may(self, right: Right) -> bool:
        return self.actor.may(right, self.project.id if self.project else None)


_drawn_now: ContextVar[PageContext] = ContextVar("drawn_now")


def hand_over(context: PageContext) -> None:
    """Put the context where the page file that is run next finds it."""
    _drawn_now.set(context)


def draw(render: Callable[[PageContext], None]) -> None:
    """Draw a page; the last line of every page file, behind its `__main__` guard.

    Streamlit runs the file, so the context cannot be an argument. An error with a sentence is shown as such;
    all others go on to the log, see pages/_errors.py.
    """
    context = _drawn_now.get()
    try:
        render(context)
    except TouchpointsError as error:
        st.error(escaped(context.wording.say(error.message)), icon=":material/error:")
