"""How far an action is, set with one tap; one that is blocked says by what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._action_fields import date_format
from pages._page import PageContext
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._undo import offer_undo
from pages._words import word_for
from storage.action_status import action_places, put_actions_back, set_done_day, set_status
from storage.projects import ProjectSummary
from touchpoints.messages import Message, message, plural
from touchpoints.model import ActionStatus
from touchpoints.plan_words import STATUS_SIGNS

_WISHED = "action_to_block"


def show_status(drawer: ActionDrawer) -> None:
    """The five steps side by side; below, what blocks it and when it was done."""
    say, action = drawer.say, drawer.action
    if not drawer.may_edit:
        st.markdown("  \n".join(_told(drawer)))
        return
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
    if is_to_be_blocked:
        st.caption(say("It counts as blocked as soon as this is told; until then it stays as it was."))
    if action.done_on:
        _ask_when_done(drawer, action.done_on)
    show_outcome(drawer.page, drawer.place("status"))


def forget_wish() -> None:
    """A drawer that opens shows what is stored: blocked without a reason was not."""
    st.session_state.pop(_WISHED, None)


def _told(drawer: ActionDrawer) -> Iterator[str]:
    say, action = drawer.say, drawer.action
    yield f"**{STATUS_SIGNS[action.status]} {say(word_for(action.status))}**"
    if action.status is ActionStatus.BLOCKED:
        yield escaped(say("blocked by: {reason}", reason=action.blocked_by))
    if action.done_on:
        yield say("Done on {day}", day=action.done_on)


def _ask_what_blocks(drawer: ActionDrawer) -> None:
    key = f"blocked-by-{drawer.action.id}-{drawer.action.version}"
    st.text_input(
        drawer.say("Blocked by what?"),
        drawer.action.blocked_by,
        max_chars=300,
        key=key,
        on_change=lambda: _set(drawer, ActionStatus.BLOCKED, st.session_state[key]),
    )


def _ask_when_done(drawer: ActionDrawer, day: date) -> None:
    """The day it was done: often told later, and what came of it is measured from then on."""
    page, key = drawer.page, f"done-on-{drawer.action.id}"
    follow(key, day)
    st.date_input(
        drawer.say("Done on"),
        max_value=max(page.today, day),
        format=date_format(page),
        key=key,
        width=200,
        on_change=_set_done_day,
        args=(drawer, day, key),
    )


def _set_done_day(drawer: ActionDrawer, before: date, key: str) -> None:
    """Store it at once; a day that was cleared or cannot be comes back by itself."""
    day: date | None = st.session_state[key]
    where, place, action = drawer.where, drawer.place("status"), drawer.action
    if day is not None and attempt(place, lambda: set_done_day(*where, action.id, day)):
        done = message("{name} was changed.", name=action.name)
        offer_undo(done, lambda: set_done_day(*where, action.id, before), place)


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
