"""One action in a drawer, edited in place: who does what until when, and the rest that the owner tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

import streamlit as st

from pages._action_budget import show_budget
from pages._action_comments import show_comments
from pages._action_drawer import ActionDrawer, show_form
from pages._action_fields import EFFORT, date_field, optional_choice_field, owner_field
from pages._action_gains import show_gains
from pages._action_origins import show_origins
from pages._action_people import show_people
from pages._action_status import forget_wish, show_status
from pages._page import PageContext
from pages._places import place_names
from pages._plan import find_action, plan_of
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt
from pages._touchpoint_fields import text_field
from pages._undo import offer_undo
from storage.actions import bin_actions, restore_actions
from storage.goals import list_goals
from storage.projects import ProjectSummary
from touchpoints.messages import N_, message

_PART = "action_part"


def open_action(page: PageContext, project: ProjectSummary, action_id: UUID | str) -> None:
    """Open the drawer; when it is closed, the page behind it is drawn anew. Raises NoSuchRow."""
    id_ = UUID(str(action_id))
    title = escaped(find_action(page, project, id_).name)
    forget_wish()
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(page, project, id_)


def _show(page: PageContext, project: ProjectSummary, action_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    drawer = ActionDrawer(page, project, plan_of(page, project), find_action(page, project, action_id))
    st.html(Path(__file__).with_name("_touchpoint.css"))
    show_status(drawer)
    _PARTS[_choose_part(drawer)][1](drawer)
    if drawer.may_edit and st.button(drawer.say("Move to bin"), icon=":material/delete:", type="tertiary"):
        _throw_away(drawer)


def _show_core(drawer: ActionDrawer) -> None:
    """Who does what from when until when, where and for which goal; and where the action comes from."""
    project, touchpoints = drawer.project, place_names(drawer.page, drawer.project)
    goals = {goal.id: goal.name for goal in list_goals(*drawer.where)}
    fields = (
        text_field("name", N_("What?"), 200),
        owner_field(project),
        optional_choice_field("touchpoint_id", N_("Touchpoint"), touchpoints),
        optional_choice_field("goal_id", N_("Goal"), goals),
        date_field("starts_on", N_("From when?")),
        date_field("due_on", N_("Until when?")),
    )
    show_form(drawer, "core", fields, beside=2)
    show_origins(drawer)


def _show_effort(drawer: ActionDrawer) -> None:
    show_form(drawer, "effort", EFFORT, beside=2)
    show_budget(drawer)


_PARTS: Mapping[str, tuple[str, Callable[[ActionDrawer], None]]] = {
    "core": (N_("Who, what, when"), _show_core),
    "gains": (N_("Gain and result"), show_gains),
    "effort": (N_("Effort and money"), _show_effort),
    "people": (N_("People and dependencies"), show_people),
    "comments": (N_("Remarks"), show_comments),
}


def _choose_part(drawer: ActionDrawer) -> str:
    """One part at a time, kept from action to action."""
    kept = st.session_state.get(_PART)
    chosen = kept if kept in _PARTS else next(iter(_PARTS))
    follow(f"{_PART}_choice", chosen)
    st.segmented_control(
        drawer.say("Part"),
        list(_PARTS),
        format_func=lambda part: drawer.say(_PARTS[part][0]),
        required=True,
        wrap=True,
        label_visibility="collapsed",
        key=f"{_PART}_choice",
        on_change=_keep_part,
    )
    return chosen


def _keep_part() -> None:
    st.session_state[_PART] = st.session_state[f"{_PART}_choice"]


def _throw_away(drawer: ActionDrawer) -> None:
    """Into the bin; the drawer closes, and the page behind it offers to undo."""
    where, ids = drawer.where, [drawer.action.id]
    if attempt(drawer.place("core"), lambda: bin_actions(*where, ids)):
        offer_undo(
            message("{name} is in the bin and stays there for 30 days.", name=drawer.action.name),
            lambda: restore_actions(*where, ids),
        )
        st.rerun()
