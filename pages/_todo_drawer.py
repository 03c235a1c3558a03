"""One to-do in a drawer: how far it is, and a tap further new date, money spent, remark, another owner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import streamlit as st

from pages._action_comments import show_comments
from pages._action_drawer import ActionDrawer
from pages._action_status import forget_wish, show_status
from pages._navigation import in_project
from pages._page import PageContext
from pages._plan import find_action, plan_of
from pages._stored_value import follow
from pages._text import escaped
from pages._todo_date import show_new_date
from pages._todo_handover import show_handover
from pages._todo_spent import show_spent
from pages._words import word_for
from storage.projects import ProjectSummary
from touchpoints.days import day_in
from touchpoints.messages import N_
from touchpoints.plan_words import STATUS_SIGNS

_PART = "todo_part"
_PARTS: Mapping[str, tuple[str, Callable[[ActionDrawer], None]]] = {
    "date": (N_("New date"), show_new_date),
    "spent": (N_("Spent"), show_spent),
    "remark": (N_("Remark"), show_comments),
    "handover": (N_("Hand over"), show_handover),
}


def open_todo(page: PageContext, project: ProjectSummary, action_id: UUID) -> None:
    """Open the drawer; when it is closed, the list behind it is drawn anew. Raises NoSuchRow."""
    # It is about its own project, whichever is open behind it.
    today = day_in(page.store.now(), project.time_zone)
    inside = replace(page, project=project, today=today)
    title = escaped(find_action(inside, project, action_id).name)
    forget_wish()
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(inside, project, action_id)


def _show(page: PageContext, project: ProjectSummary, action_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    action = find_action(page, project, action_id)
    drawer = ActionDrawer(page, project, plan_of(page, project), action)
    st.html(Path(__file__).with_name("_touchpoint.css"))
    st.caption(escaped(_about(drawer)))
    if page.may_follow_up:
        show_status(drawer)
        _PARTS[_choose_part(drawer)][1](drawer)
    else:
        _show_read_only(drawer)
    if "todo_plan" in page.entries:
        label = drawer.say("Everything about it in the to-do plan")
        st.page_link(page.entries["todo_plan"], label=label, query_params=in_project(project.id))


def _about(drawer: ActionDrawer) -> str:
    """Where it belongs, until when, and which result is expected of it."""
    action = drawer.action
    due = drawer.say("until {day}", day=action.due_on) if action.due_on else drawer.say("no date")
    facts = (drawer.project.name, action.touchpoint, due, action.expected_result)
    return " · ".join(fact for fact in facts if fact)


def _show_read_only(drawer: ActionDrawer) -> None:
    action = drawer.action
    st.markdown(f"{STATUS_SIGNS[action.status]} {drawer.say(word_for(action.status))}")
    if action.blocked_by:
        st.markdown(escaped(drawer.say("blocked by: {reason}", reason=action.blocked_by)))
    st.caption(drawer.say("Your role in this project reads. Ask the facilitator if you should change this."))


def _choose_part(drawer: ActionDrawer) -> str:
    """One part at a time, kept from to-do to to-do."""
    kept = st.session_state.get(_PART)
    chosen = kept if kept in _PARTS else next(iter(_PARTS))
    key = f"{_PART}_choice"
    follow(key, chosen)
    st.segmented_control(
        drawer.say("Part"),
        list(_PARTS),
        format_func=lambda part: drawer.say(_PARTS[part][0]),
        required=True,
        wrap=True,
        label_visibility="collapsed",
        key=key,
        on_change=_keep_part,
        args=(key,),
    )
    return chosen


def _keep_part(key: str) -> None:
    st.session_state[_PART] = st.session_state[key]
