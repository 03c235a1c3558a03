"""What is moved while the room talks: which screen stands on the wall, and who may write."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages._console_press import show_press
from pages._workshop import OpenWorkshop
from storage.activity_course import open_for_everybody, show_screen
from storage.agenda import ActivityEntry
from touchpoints.activities import Promise, Write, activity_kind
from touchpoints.messages import N_
from touchpoints.model import ActivityState, WorkshopState
from touchpoints.room.staging import screen_number

_RUNNING = (ActivityState.OPEN, ActivityState.PAUSED)


def show_staging(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """Only what can be moved now; nothing on the wall moves by itself."""
    if opened.workshop.state is WorkshopState.CONCLUDED:
        return
    turns = opened.workshop.shown_id == activity.id and _has_screens(activity)
    may_open = activity.by_table and activity.state in _RUNNING
    if not (turns or may_open):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="console-staging"):
        if turns:
            _show_turning(opened, activity)
        if may_open:
            _show_opening(opened, activity)


def _has_screens(activity: ActivityEntry) -> bool:
    """Where there may be more than one: what came of it, what tables say, and a long list of promises."""
    parts = activity_kind(activity.kind).parts
    if activity.state is ActivityState.REVEALED:
        return bool(parts)
    is_of_tables = activity.by_table and all(isinstance(part, Write) for part in parts)
    is_promised = activity.is_named and any(isinstance(part, Promise) for part in parts)
    return activity.state is ActivityState.OPEN and (is_of_tables or is_promised)


def _show_turning(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    now = screen_number(activity.settings)
    steps = (
        (N_("Previous screen"), now - 1, ":material/chevron_left:"),
        (N_("Next screen"), now + 1, ":material/chevron_right:"),
    )
    for label, number, icon in steps:
        # Keyed by where it leads: a double press goes one screen on, not two.
        key, about = f"screen-{activity.id}-{label}-{number}", (opened.project.id, activity.id, number)
        show_press(opened.page, opened.say(label), key, show_screen, *about, icon=icon)


def _show_opening(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """What tables have found is amended by all; and back."""
    opens = activity.has_writers
    label = N_("Open for everybody") if opens else N_("One phone for each table again")
    press = partial(open_for_everybody, is_for_all=opens)
    icon = ":material/groups:" if opens else ":material/person_edit:"
    key = f"for-all-{activity.id}-{opens}"
    show_press(opened.page, opened.say(label), key, press, opened.project.id, activity.id, icon=icon)
