"""A new date for a to-do, with the reason; what depends on it is named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_drawer import ActionDrawer
from pages._action_fields import date_field, date_format
from pages._touchpoint_drawer import show_outcome
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._undo import offer_undo
from storage.due_dates import set_new_date, take_new_date_back
from touchpoints.messages import N_, Message, message, plural
from touchpoints.plan import Span
from touchpoints.plan_dates import shift_plan

_FIELDS = (date_field("due_on", N_("Until when?")),)


def show_new_date(drawer: ActionDrawer) -> None:
    """Two fields; without a change of the date nothing happens."""
    say, action, place = drawer.say, drawer.action, drawer.place("new-date")
    keys = f"{place}-{action.version}-day", f"{place}-{action.version}-reason"
    with st.form(f"form-{place}", border=False):
        st.date_input(say("New date"), action.due_on, format=date_format(drawer.page), key=keys[0])
        st.text_input(say("Why?"), max_chars=300, key=keys[1])
        st.form_submit_button(
            say("Save"), key=f"save-{place}", type="primary", on_click=_save, args=(drawer, place, *keys)
        )
    show_undecided(drawer.page, place)
    show_outcome(drawer.page, place)


def _save(drawer: ActionDrawer, place: str, day_key: str, reason_key: str) -> None:
    day: date | None = st.session_state[day_key]
    reason: str = st.session_state[reason_key]

    def save(version: int, changes: Mapping[str, Any]) -> None:
        remark = set_new_date(*drawer.where, drawer.action.id, version, changes["due_on"], reason)
        if remark is not None:
            _offer_undo(drawer, place, changes["due_on"], remark)

    if day != drawer.action.due_on:
        save_changes(Saving(place, _FIELDS, save), drawer.action.version, {"due_on": day})


def _offer_undo(drawer: ActionDrawer, place: str, day: date | None, remark: UUID) -> None:
    offer_undo(_said(drawer, day), lambda: take_new_date_back(*drawer.where, remark), place)


def _said(drawer: ActionDrawer, day: date | None) -> Message:
    """What was done, and how many others may have to follow."""
    action, count = drawer.action, _followers(drawer, day)
    if day is None:
        return message("{name} has no date any more.", name=action.name)
    if not count:
        return message("{name} is due on {day} now.", name=action.name, day=day)
    return plural(
        "{name} is due on {day} now. {count} action depends on it: see in the plan whether its date holds.",
        "{name} is due on {day} now. {count} actions depend on it: see in the plan whether their dates hold.",
        count,
        name=action.name,
        day=day,
    )


def _followers(drawer: ActionDrawer, day: date | None) -> int:
    """How many others would move along, if the plan were moved as a whole."""
    if drawer.plan.find(drawer.action.id) is None:
        return 0
    moved = shift_plan(drawer.plan.actions, drawer.action.id, Span(drawer.action.starts_on, day))
    return sum(move.action_id != drawer.action.id for move in moved)
