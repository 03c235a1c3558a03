"""How many are in and how many have answered: drawn anew with every vote, and nothing else with it."""

from __future__ import annotations

from html import escape

import streamlit as st

from pages._live import on_move
from pages._room_facts import RoomFacts
from pages._workshop import OpenWorkshop
from storage.agenda import ActivityEntry
from storage.revisions import ROOM, activity_scope
from storage.turnout import Turnout
from touchpoints.activities import Write, activity_kind
from touchpoints.messages import Message, message, plural
from touchpoints.model import ActivityState, WorkshopState


@st.fragment
def show_turnout(facts: RoomFacts, activity: ActivityEntry) -> None:
    """Numbers alone: before a reveal nobody sees more, and a facilitator neither."""
    on_move(ROOM, activity_scope(activity.id), key="turnout")
    opened, found = facts.opened, facts.turnout_by_then(activity)
    is_over = opened.workshop.state is WorkshopState.CONCLUDED
    told = _said_at_the_end(found) if is_over else _said(activity, found)
    said = " · ".join(opened.say(one) for one in told)
    missing = None if is_over else _said_missing(opened, activity, found)
    more = f'<p class="tp-missing">{escape(opened.say(missing))}</p>' if missing else ""
    # Read aloud where it moves; one element, since each costs every vote.
    st.html(f'<div role="status"><p class="tp-turnout">{escape(said)}</p>{more}</div>')


def _said(activity: ActivityEntry, found: Turnout) -> list[Message]:
    said: list[Message] = []
    kind = activity_kind(activity.kind)
    if any(not isinstance(part, Write) for part in kind.parts):
        asked = found.writers if activity.has_writers else found.inside
        said.append(message("{done} of {asked} done", done=found.done, asked=max(asked, found.begun)))
        said.append(message("{begun} have begun", begun=found.begun))
    if found.cards or not said:
        said.append(plural("{count} card", "{count} cards", found.cards))
    if found.sheets:
        said.append(plural("{count} sheet of paper", "{count} sheets of paper", found.sheets))
    said.append(plural("{count} person is in", "{count} people are in", found.inside))
    return said


def _said_at_the_end(found: Turnout) -> list[Message]:
    """What stayed when the answers were erased: how many stand behind the picture, and the cards."""
    said = []
    if found.shown or not found.cards:
        said.append(plural("{count} person has answered", "{count} people have answered", found.shown))
    if found.cards:
        said.append(plural("{count} card", "{count} cards", found.cards))
    return said


def _said_missing(opened: OpenWorkshop, activity: ActivityEntry, found: Turnout) -> Message | None:
    """How many more must answer until a figure may be shown, or shown anew."""
    if activity.is_named or activity.state is ActivityState.PLANNED:
        return None
    if all(isinstance(part, Write) for part in activity_kind(activity.kind).parts):
        return None
    missing = missing_people(opened, found)
    if missing <= 0:
        return None
    if found.shown < opened.workshop.floor:
        return plural(
            "{count} more must answer before any figure may be shown.",
            "{count} more must answer before any figure may be shown.",
            missing,
        )
    return plural(
        "{count} more must answer or change their answer before the picture may change.",
        "{count} more must answer or change their answer before the picture may change.",
        missing,
    )


def missing_people(opened: OpenWorkshop, found: Turnout) -> int:
    """How many people a new picture lacks; none or fewer: it may be drawn."""
    floor = opened.workshop.floor
    before = found.shown if found.shown >= floor else 0
    return floor - (found.people - before)
