"""How far an action is, set with one tap; one that is blocked says by what."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._page import PageContext
from pages._stored_value import follow
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._words import word_for
from storage.action_status import action_places, put_actions_back, set_status
from storage.projects import ProjectSummary
from touchpoints.messages import Message, message, plural
from touchpoints.model import ActionStatus
from touchpoints.plan_words import STATUS_SIGNS

_WISHED = "action_to_block"


def show_status(drawer: ActionDrawer) -> None:
    """The five steps side by side; below, what blocks it and when it was done."""
    say, action = drawer.say, drawer.action
    key = f"status-{action.id}"
    is_to_be_blocked = st.session_state.get(_WISHED) == action.id
    follow(key, ActionStatus.BLOCKED if is_to_be_blocked else action.status)
    st.segmented_control(
        say("Status"),
        list(ActionStatus),
        format_func=lambda status: f"{STATUS_SIGNS[status]} {say(word_for(status))}",
        required=True,
        wrap=True,
        label_visibility="collapsed",
        key=key,
        on_change=_choose,
        args=(drawer, key),
    )
    if is_to_be_blocked or action.status is ActionStatus.BLOCKED:
        _ask_what_blocks(drawer)
    if action.done_on:
        st.caption(say("Done on {day}", day=action.done_on))
    show_outcome(drawer.page, drawer.place("status"))


def _ask_what_blocks(drawer: ActionDrawer) -> None:
    key = f"blocked-by-{drawer.action.id}-{drawer.action.version}"
    st.text_input(
        drawer.say("Blocked by what?"),
        drawer.action.blocked_by,
        max_chars=300,
        key=key,
        on_change=lambda: _set(drawer, ActionStatus.BLOCKED, st.session_state[key]),
    )


def _choose(drawer: ActionDrawer, key: str) -> None:
    """At once, but for one that is to be blocked: what blocks it is asked first."""
    status = ActionStatus(st.session_state[key])
    if status is ActionStatus.BLOCKED:
        st.session_state[_WISHED] = drawer.action.id
    else:
        _set(drawer, status)


def _set(drawer: ActionDrawer, status: ActionStatus, blocked_by: str = "") -> None:
    st.session_state.pop(_WISHED, None)
    place = drawer.place("status")
    attempt(
        place,
        lambda: change_status(drawer.page, drawer.project, [drawer.action.id], status, blocked_by, place),
    )


def change_status(
    page: PageContext,
    project: ProjectSummary,
    ids: Sequence[UUID],
    status: ActionStatus,
    blocked_by: str = "",
    place: str = "",
) -> None:
    """Set the status of some actions, and offer to take it back; raises BlockedByNothing."""
    where = (page.store, page.actor, project.id)
    before = action_places(*where, ids)
    set_status(*where, ids, status, page.today, blocked_by)
    offer_undo(said_of_status(status, len(ids)), lambda: put_actions_back(*where, before), place)


def said_of_status(status: ActionStatus, count: int) -> Message:
    """What was done."""
    return plural(
        "{count} action: {status} now.",
        "{count} actions: {status} now.",
        count,
        status=message(word_for(status)),
    )
