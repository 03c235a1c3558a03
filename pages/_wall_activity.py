"""An activity on the room's screen: what it asks while it runs, where it stands, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from zoneinfo import ZoneInfo

import streamlit as st

from pages._room_facts import RoomFacts
from pages._wall_cards import show_cards
from pages._wall_hints import hints_html
from pages._wall_pictures import show_pictures
from pages._wall_promises import show_promises
from pages._wall_tables import show_tables
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from touchpoints.activities import Part, Promise, Rate, Write, activity_kind
from touchpoints.ballots import parts_asked
from touchpoints.messages import N_
from touchpoints.model import ActivityState, CardKind
from touchpoints.room.hints import asked_hints

# What stands large under the title while nothing is asked.
_STATES = {
    ActivityState.PLANNED: N_("This comes next."),
    ActivityState.PAUSED: N_("Paused for a moment. What you answered is stored."),
    ActivityState.CLOSED: N_("Closed. Thank you: what you answered is stored."),
}


def show_activity(facts: RoomFacts, activity: ActivityEntry) -> None:
    """The stage above the foot."""
    opened = facts.opened
    with st.container(key="wall-stage"):
        if activity.state is ActivityState.REVEALED:
            show_pictures(facts, activity)
        elif not activity_kind(activity.kind).takes_answers:
            st.html(_break(opened, activity))
        elif activity.state is ActivityState.OPEN:
            _show_open(facts, activity)
        else:
            st.html(_stage(activity.title, opened.say(_STATES[activity.state])))


def _show_open(facts: RoomFacts, activity: ActivityEntry) -> None:
    """What is asked; below it what the room may see at once: cards, and promises under their names."""
    opened = facts.opened
    parts = activity_kind(activity.kind).parts
    if _shows_cards(activity) and activity.by_table:
        asked = _stage(activity.title, *_questions(opened, activity), instructions=activity.instructions)
        show_tables(opened, activity, facts.subjects(activity), asked)
    elif _shows_cards(activity):
        st.html(_stage(activity.title, *_questions(opened, activity), kind="wall-short"))
        show_cards(opened, activity)
    elif activity.is_named and any(isinstance(part, Promise) for part in parts):
        show_promises(opened, activity)
    elif asked_hints(activity.settings):
        st.html(hints_html(activity))
    else:
        asked = [_subject(facts, activity), *_questions(opened, activity)]
        st.html(_stage(activity.title, *filter(None, asked), instructions=activity.instructions))


def _shows_cards(activity: ActivityEntry) -> bool:
    """Cards appear as they come, unless all are to answer before they see what others say."""
    parts = activity_kind(activity.kind).parts
    return all(isinstance(part, Write) and CardKind.FIRST_CONTACT not in part.kinds for part in parts)


def _questions(opened: OpenWorkshop, activity: ActivityEntry) -> list[str]:
    """What is asked; not once more what the instructions say already."""
    parts = parts_asked(activity_kind(activity.kind), activity.settings)
    asked = [opened.say(one) for part in parts for one in _asked(part)]
    return [one for one in asked if one not in activity.instructions]


def _asked(part: Part) -> Sequence[str]:
    match part:
        case Rate():
            return [scale.question for scale in part.scales]
        case Write():
            return [part.question]
    return []


def _subject(facts: RoomFacts, activity: ActivityEntry) -> str:
    """What all speak about just now, where they go through the subjects together."""
    if activity.subject_id is None:
        return ""
    return next((one.name for one in facts.subjects(activity) if one.id == activity.subject_id), "")


def _break(opened: OpenWorkshop, activity: ActivityEntry) -> str:
    """When it goes on, by the clock on the wall of the room."""
    if activity.state is ActivityState.OPEN and activity.ends_at is not None:
        at = activity.ends_at.astimezone(ZoneInfo(opened.project.time_zone))
        return _stage(
            activity.title, opened.say("We go on at {time}", time=at.strftime("%H:%M")), kind="wall-break"
        )
    is_over = activity.state is ActivityState.CLOSED
    said = N_("We go on.") if is_over else _STATES.get(activity.state, activity.instructions)
    return _stage(activity.title, opened.say(said))


def _stage(title: str, *sentences: str, instructions: str = "", kind: str = "") -> str:
    said = "".join(f'<p class="wall-large">{escape(one)}</p>' for one in sentences)
    aloud = f'<p class="wall-aloud">{escape(instructions)}</p>' if instructions else ""
    return f'<div class="wall-asked {kind}"><h1 class="wall-title">{escape(title)}</h1>{said}{aloud}</div>'
