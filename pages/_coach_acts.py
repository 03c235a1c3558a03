"""What a team does with a hint: wave it off with a reason, mark it as discussed, or make it an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import date_format
from pages._coach import told
from pages._page import PageContext
from pages._person_choice import choose_person, stored_person
from pages._text import escaped
from pages._undo import offer_undo
from storage.access import Actor
from storage.actions import bin_actions
from storage.hint_answers import (
    mark_discussed,
    restore_answer,
    take_back_answer,
    turn_into_action,
    wave_off,
)
from storage.projects import ProjectSummary
from touchpoints.coach import Hint
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_, message

_ACTION, _DISCUSSED, _WAVE_OFF = N_("Turn into an action"), N_("Mark as discussed"), N_("Wave off …")
_ONCE = "hint_once"
_WHO, _WHAT, _UNTIL = "hint-owner", "hint-action", "hint-due"


def show_menu(page: PageContext, project: ProjectSummary, hint: Hint) -> None:
    """The three answers to a hint."""
    say = page.wording.say
    chosen = st.menu_button(
        say("Answer"), [_ACTION, _DISCUSSED, _WAVE_OFF], format_func=say, key=f"answer-{hint.id}"
    )
    if chosen == _DISCUSSED:
        _discuss(page, project, hint)
        st.rerun()
    elif chosen is not None:
        st.session_state[_ONCE] = page.actor.once()
        title, form = _DIALOGS[chosen]
        st.dialog(say(title), width="medium")(form)(page, project, hint)


def _discuss(page: PageContext, project: ProjectSummary, hint: Hint) -> None:
    answer = mark_discussed(page.store, page.actor, project.id, told(page, hint))
    offer_undo(message("The hint was marked as discussed."), _way_back(page, project, answer))


def _wave_off_form(page: PageContext, project: ProjectSummary, hint: Hint) -> None:
    """The reason is kept with the hint, which comes back when its facts change."""
    say = page.wording.say
    with st.form("wave-off", border=False):
        st.markdown(f"**{escaped(say(hint.seen))}**")
        reason = st.text_area(say("Why does it not matter here, or not now?"), max_chars=500)
        st.caption(say("The reason is kept. The hint comes back when something new is added to what it saw."))
        if st.form_submit_button(say("Wave off"), type="primary"):
            _store(page, partial(_wave_off, page, project, hint, reason or ""))


def _wave_off(page: PageContext, project: ProjectSummary, hint: Hint, reason: str) -> None:
    once: Actor = st.session_state[_ONCE]
    answer = wave_off(page.store, once, project.id, told(page, hint), reason)
    offer_undo(message("The hint was waved off."), _way_back(page, project, answer))


def _action_form(page: PageContext, project: ProjectSummary, hint: Hint) -> None:
    """Who does what until when; the rest is asked of the owner afterwards."""
    say = page.wording.say
    with st.form("hint-to-action", border=False):
        st.markdown(f"**{escaped(say(hint.seen))}**")
        st.text_input(say("What?"), say(hint.advice)[:200], max_chars=200, key=_WHAT)
        choose_person(page, project, say("Who?"), None, _WHO)
        st.date_input(say("Until when?"), None, format=date_format(page), key=_UNTIL)
        if st.form_submit_button(say("Add the action"), type="primary"):
            _store(page, partial(_plan, page, project, hint))


def _plan(page: PageContext, project: ProjectSummary, hint: Hint) -> None:
    once: Actor = st.session_state[_ONCE]
    values: Mapping[str, Any] = {
        "name": st.session_state[_WHAT].strip(),
        "owner_id": stored_person(page, project, st.session_state[_WHO]),
        "due_on": st.session_state[_UNTIL],
        "touchpoint_id": touchpoint_of(hint),
    }
    added = turn_into_action(page.store, once, project.id, told(page, hint), values)
    offer_undo(
        message("{name} was added.", name=values["name"]),
        lambda: bin_actions(page.store, page.actor, project.id, [added]),
    )


def touchpoint_of(hint: Hint) -> UUID | None:
    """The touchpoint where a hint is about one alone."""
    is_of_touchpoints = hint.page == "touchpoint_board" and hint.is_filtered and not hint.of_phases
    is_of_one = is_of_touchpoints and len(hint.cases) == 1
    return UUID(hint.cases[0].id) if is_of_one else None


def _store(page: PageContext, do: Callable[[], None]) -> None:
    """Store and close the form; a fault is said in it."""
    try:
        do()
    except TouchpointsError as fault:
        st.error(escaped(page.wording.say(fault.message)))
    else:
        st.rerun()


def _way_back(page: PageContext, project: ProjectSummary, answer_id: UUID) -> Callable[[], None]:
    return lambda: take_back_answer(page.store, page.actor, project.id, answer_id)


def take_back(page: PageContext, project: ProjectSummary, answer_id: UUID) -> None:
    """Let an answered hint stand open again; it can be undone."""
    take_back_answer(page.store, page.actor, project.id, answer_id)
    offer_undo(
        message("The hint stands open again."),
        lambda: restore_answer(page.store, page.actor, project.id, answer_id),
    )


_DIALOGS: Mapping[str, tuple[str, Callable[[PageContext, ProjectSummary, Hint], None]]] = {
    _ACTION: (N_("An action from a hint"), _action_form),
    _WAVE_OFF: (N_("Wave off a hint"), _wave_off_form),
}
