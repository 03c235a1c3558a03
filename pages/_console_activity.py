"""The chosen activity on the console: what is read out, its time, who has answered, and what to press now."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages._activity_words import STATE_SIGNS, STATE_WORDS
from pages._console_buttons import TIMED, show_buttons, show_steps, show_time_presses
from pages._console_drawer import show_way_to
from pages._console_staging import show_staging
from pages._console_turnout import show_turnout
from pages._room_facts import RoomFacts
from pages._timer import show_timer
from pages._workshop import OpenWorkshop
from pages._workshop_words import SELECTIONS, SUBJECTS
from storage.activity_subjects import SubjectEntry
from storage.agenda import ActivityEntry
from touchpoints.activities import activity_kind
from touchpoints.messages import N_


def show_activity_now(facts: RoomFacts, activity: ActivityEntry) -> None:
    """From top to bottom as it is needed while speaking."""
    opened, subjects = facts.opened, facts.subjects(activity)
    st.html(_told(opened, activity, subjects))
    if activity.state in TIMED and not activity.is_ahead:
        with st.container(horizontal=True, vertical_alignment="center"):
            show_timer(opened.page, activity, "console")
            show_time_presses(opened, activity)
    if activity_kind(activity.kind).takes_answers:
        show_turnout(facts, activity)
        _show_nobody_writes(facts, activity)
    show_buttons(facts, activity)
    show_steps(opened, activity, subjects)
    show_staging(opened, activity)


def _show_nobody_writes(facts: RoomFacts, activity: ActivityEntry) -> None:
    """Where one phone writes for each table and nobody was dealt to any, all would wait in vain."""
    if not activity.has_writers or activity.state not in TIMED or facts.turnout(activity).writers:
        return
    opened = facts.opened
    with st.container(horizontal=True, vertical_alignment="center", key="console-no-tables"):
        said = opened.say("Nobody sits at a table yet, so no phone can write. Deal people to tables first.")
        st.warning(said, icon=":material/table_restaurant:")
        show_way_to(opened, "people", activity)


def _told(opened: OpenWorkshop, activity: ActivityEntry, subjects: Sequence[SubjectEntry]) -> str:
    """Title, how far it is, what it is about, and in large letters what is read out."""
    say, state = opened.say, activity.state
    far = f"{STATE_SIGNS[state]} {say(STATE_WORDS[state])}"
    facts = " · ".join([far, *_facts(opened, activity, subjects)])
    return (
        f'<div class="tp-activity"><h2>{escape(activity.title)}</h2><p>{escape(facts)}</p>'
        f'<blockquote class="tp-aloud">{escape(activity.instructions)}</blockquote></div>'
    )


def _facts(opened: OpenWorkshop, activity: ActivityEntry, subjects: Sequence[SubjectEntry]) -> list[str]:
    say = opened.say
    facts = [say("names are shown")] if activity.is_named else []
    if activity.is_ahead:
        facts.append(say("open ahead, by link"))
    if activity.by_table:
        one_writes, all_write = (
            N_("one phone writes for each table"),
            N_("at tables, and everybody may write"),
        )
        facts.append(say(one_writes if activity.has_writers else all_write))
    if subjects:
        kind = say(SUBJECTS[subjects[0].kind])
        return [*facts, say("{count} {subjects}", count=len(subjects), subjects=kind)]
    word = SELECTIONS.get(activity.selection)
    return [*facts, say("about {subjects}", subjects=say(word))] if word else facts
