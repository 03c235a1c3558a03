"""One activity in a drawer, edited in place: what is read out, what is asked, about what, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import streamlit as st

from pages._action_fields import chosen
from pages._stored_value import follow
from pages._text import escaped
from pages._touchpoint_drawer import attempt, show_outcome
from pages._touchpoint_fields import Field
from pages._touchpoint_saving import Saving, save_changes, show_undecided
from pages._workshop import OpenWorkshop
from pages._workshop_activity_fields import (
    CORE,
    as_changes,
    asked_fields,
    conflict_fields,
    is_fixed,
    manner_fields,
    shown_value,
)
from pages._workshop_address import join_address
from pages._workshop_agenda import offer_return
from pages._workshop_selection import show_selection
from pages._workshop_words import subject_of
from storage.agenda import (
    ActivityEntry,
    AlreadyAnswered,
    bin_activity,
    change_activity,
    is_answered,
    list_activities,
)
from storage.intents import NoSuchRow
from storage.segments import list_segments
from touchpoints.activities import ActivityKind, activity_kind
from touchpoints.messages import N_
from touchpoints.model import SubjectKind

_PART = "activity_part"


@dataclass(frozen=True)
class ActivityDrawer:
    """One activity as it stands in this run; what it asks is fixed from the first answer on."""

    opened: OpenWorkshop
    activity: ActivityEntry
    is_fixed: bool

    @property
    def kind(self) -> ActivityKind:
        """What kind of activity it is."""
        return activity_kind(self.activity.kind)

    def place(self, part: str) -> str:
        """The name of a part of the drawer, for its faults and its undo."""
        return f"{self.activity.id}-{part}"


def open_activity_drawer(opened: OpenWorkshop, activity_id: str) -> None:
    """Open the drawer; when it is closed, the page behind it is drawn anew."""
    found = next((one for one in opened.activities if str(one.id) == activity_id), None)
    if found is None:
        raise NoSuchRow
    title = escaped(found.title)
    st.dialog(title, width="medium", position="right", on_dismiss="rerun")(_show)(opened, found.id)


def _show(opened: OpenWorkshop, activity_id: UUID) -> None:
    """Read anew at each run of the drawer, since whatever was done in it ran just before."""
    agenda = list_activities(*opened.where, opened.workshop.id)
    activity = next((one for one in agenda if one.id == activity_id), None)
    if activity is None:
        raise NoSuchRow
    drawer = ActivityDrawer(opened, activity, is_answered(*opened.where, activity_id))
    parts = _parts_of(drawer.kind)
    if drawer.is_fixed:
        st.info(opened.say(AlreadyAnswered.sentence), icon=":material/lock:")
    parts[_choose_part(drawer, parts)][1](drawer)
    if st.button(opened.say("Move to bin"), icon=":material/delete:", type="tertiary"):
        _throw_away(drawer)


def _show_core(drawer: ActivityDrawer) -> None:
    show_form(drawer, "core", CORE)


def _show_asked(drawer: ActivityDrawer) -> None:
    """What it is about, then what is asked."""
    opened, kind = drawer.opened, drawer.kind
    if subject_of(kind, drawer.activity.settings) is SubjectKind.TOUCHPOINT:
        show_selection(opened, drawer.activity, is_fixed=drawer.is_fixed)
    show_form(drawer, "asked", asked_fields(kind, _segments(opened)))


def _show_manner(drawer: ActivityDrawer) -> None:
    show_form(drawer, "manner", manner_fields(drawer.kind))
    if drawer.activity.is_ahead:
        opened = drawer.opened
        st.caption(
            opened.say("Link for the invitation; it works as soon as you open this activity in the console:")
        )
        st.code(join_address(opened.page.store.settings, opened.workshop), language=None)


_PARTS: Mapping[str, tuple[str, Callable[[ActivityDrawer], None]]] = {
    "core": (N_("To be read out"), _show_core),
    "asked": (N_("What is asked"), _show_asked),
    "manner": (N_("How it is answered"), _show_manner),
}


def _parts_of(kind: ActivityKind) -> Mapping[str, tuple[str, Callable[[ActivityDrawer], None]]]:
    """The parts in which there is something to set."""
    has_asked = bool(kind.settings or kind.subjects)
    return {
        name: part
        for name, part in _PARTS.items()
        if name == "core" or (name == "asked" and has_asked) or (name == "manner" and kind.takes_answers)
    }


def _choose_part(drawer: ActivityDrawer, parts: Mapping[str, Any]) -> str:
    """One part at a time, kept from activity to activity; a break has but one."""
    kept = st.session_state.get(_PART)
    part = kept if kept in parts else next(iter(parts))
    if len(parts) > 1:
        follow(f"{_PART}_choice", part)
        st.segmented_control(
            drawer.opened.say("Part"),
            list(parts),
            format_func=lambda name: drawer.opened.say(parts[name][0]),
            required=True,
            wrap=True,
            label_visibility="collapsed",
            key=f"{_PART}_choice",
            on_change=_keep_part,
        )
    return str(part)


def _keep_part() -> None:
    st.session_state[_PART] = st.session_state[f"{_PART}_choice"]


def show_form(drawer: ActivityDrawer, part: str, fields: Sequence[Field]) -> None:
    """Some fields with one button; what is fixed by now is shown as it stays."""
    place, say = drawer.place(part), drawer.opened.say
    open_fields = [field for field in fields if not (drawer.is_fixed and is_fixed(field))]
    for field in fields:
        if field not in open_fields:
            value = field.as_text(drawer.opened.page, shown_value(drawer.activity, field))
            st.markdown(f"{say(field.label)}: **{escaped(value)}**")
    if open_fields:
        with st.form(f"form-{place}", border=False):
            for field in open_fields:
                value = shown_value(drawer.activity, field)
                field.ask(drawer.opened.page, say(field.label), value, _key(drawer, place, field))
            args = (drawer, place, open_fields)
            st.form_submit_button(say("Save"), key=f"save-{place}", on_click=_save, args=args)
    show_undecided(drawer.opened.page, place)
    show_outcome(drawer.opened.page, place)


def _save(drawer: ActivityDrawer, place: str, fields: Sequence[Field]) -> None:
    activity, where = drawer.activity, drawer.opened.where
    answers = {field: chosen(field, st.session_state[_key(drawer, place, field)]) for field in fields}
    wanted = {field.name: new for field, new in answers.items() if new != shown_value(activity, field)}
    changes = as_changes(activity.settings, wanted)

    def save(version: int, changed: Mapping[str, Any]) -> None:
        change_activity(*where, activity.id, version, changed)

    if changes:
        save_changes(Saving(place, conflict_fields(fields), save), activity.version, changes)


def _key(drawer: ActivityDrawer, place: str, field: Field) -> str:
    return f"{field.name}-{place}-{drawer.activity.version}"


def _segments(opened: OpenWorkshop) -> dict[UUID, str]:
    return {one.id: one.name for one in list_segments(*opened.where)}


def _throw_away(drawer: ActivityDrawer) -> None:
    """Into the bin; the drawer closes, and the page behind it offers to undo."""
    opened, activity = drawer.opened, drawer.activity
    if attempt(drawer.place("core"), lambda: bin_activity(*opened.where, activity.id)):
        offer_return(opened.page, opened.project, activity)
        st.rerun()
