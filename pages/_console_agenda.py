"""The agenda on the console: one press selects, and the running activity is marked."""

from __future__ import annotations

import streamlit as st

from pages._activity_words import STATE_SIGNS, STATE_WORDS
from pages._address import chosen_in_address, keep_in_address
from pages._labels import told_apart
from pages._text import escaped
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from touchpoints.model import ActivityState

# The name of the chosen activity in the address.
ACTIVITY_ID = "activity"
_RUNNING = (ActivityState.OPEN, ActivityState.PAUSED)


def chosen_activity(opened: OpenWorkshop) -> ActivityEntry:
    """The activity of the address, else the one that is on."""
    by_id = {str(one.id): one for one in opened.activities}
    return by_id[chosen_in_address(ACTIVITY_ID, by_id, str(_now(opened).id))]


def _now(opened: OpenWorkshop) -> ActivityEntry:
    """What runs, else what stands on the wall, else the first that has not been on yet."""
    activities, shown = opened.activities, opened.workshop.shown_id
    running = (one for one in activities if one.state in _RUNNING and not one.is_ahead)
    on_wall = (one for one in activities if one.id == shown)
    planned = (one for one in activities if one.state is ActivityState.PLANNED)
    return next(running, None) or next(on_wall, None) or next(planned, activities[-1])


def show_agenda_now(opened: OpenWorkshop) -> None:
    """All activities, each with how far it is; `chosen_activity` must have been asked before."""
    names = told_apart({str(one.id): one.title for one in opened.activities})
    st.radio(
        opened.say("Agenda"),
        list(names),
        format_func=lambda id_: escaped(names[id_]),
        captions=[_caption(opened, one) for one in opened.activities],
        key=ACTIVITY_ID,
        on_change=keep_in_address,
        args=(ACTIVITY_ID,),
    )


def _caption(opened: OpenWorkshop, activity: ActivityEntry) -> str:
    """A sign, a word and the minutes; what is on is said in bold letters."""
    say, state = opened.say, activity.state
    far = f"{STATE_SIGNS[state]} {say(STATE_WORDS[state])}"
    if state in _RUNNING:
        far = f"**{far}**"
    minutes = say("{count} min", count=activity.minutes)
    on_wall = say("on the wall")
    place = f" · {on_wall}" if activity.id == opened.workshop.shown_id else ""
    return f"{far} · {minutes}{place}"
