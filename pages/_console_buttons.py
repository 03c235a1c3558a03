"""The buttons of an activity: exactly those that make sense as it stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

import streamlit as st

from pages._console_hints import opener_of
from pages._console_press import show_press
from pages._console_turnout import missing_people
from pages._room_facts import RoomFacts
from pages._text import escaped
from pages._workshop import OpenWorkshop
from storage.activity_course import (
    add_time,
    close_activity,
    open_activity,
    pause_activity,
    show_activity,
    speak_about,
)
from storage.activity_subjects import SubjectEntry
from storage.agenda import ActivityEntry
from storage.reveals import reveal_activity
from touchpoints.activities import activity_kind
from touchpoints.messages import N_
from touchpoints.model import ActivityState, WorkshopState


@dataclass(frozen=True)
class _Press:
    """A button that changes how far an activity is."""

    label: str
    do: Callable[..., None]
    icon: str
    kind: Literal["primary", "secondary"] = "secondary"


_START = _Press(N_("Start activity"), open_activity, ":material/play_arrow:", "primary")
_GO_ON = _Press(N_("Go on"), open_activity, ":material/play_arrow:", "primary")
_OPEN_AGAIN = _Press(N_("Open again"), open_activity, ":material/replay:")
_PAUSE = _Press(N_("Pause"), pause_activity, ":material/pause:")
_REVEAL = _Press(N_("Reveal"), reveal_activity, ":material/visibility:", "primary")
_REVEAL_LATE = _Press(N_("Reveal"), reveal_activity, ":material/visibility:")
_REVEAL_AGAIN = _Press(N_("Reveal again"), reveal_activity, ":material/visibility:")
_CLOSE = _Press(N_("Close activity"), close_activity, ":material/stop:")

_PRESSES = {
    ActivityState.PLANNED: (_START,),
    ActivityState.OPEN: (_REVEAL, _PAUSE, _CLOSE),
    ActivityState.PAUSED: (_GO_ON, _REVEAL_LATE, _CLOSE),
    ActivityState.REVEALED: (_CLOSE, _OPEN_AGAIN),
    ActivityState.CLOSED: (_OPEN_AGAIN,),
}
TIMED = (ActivityState.OPEN, ActivityState.PAUSED)
# Seconds, and how the button that adds them is called.
_TIMES = ((-60, N_("−1 min")), (60, N_("+1 min")), (300, N_("+5 min")))


def show_buttons(facts: RoomFacts, activity: ActivityEntry) -> None:
    """Forward and back; going back loses no answer."""
    opened = facts.opened
    if opened.workshop.state is WorkshopState.CONCLUDED:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="console-presses"):
        for press in _presses(facts, activity):
            _show(opened, activity, press)
        _show_on_wall(opened, activity)


def _presses(facts: RoomFacts, activity: ActivityEntry) -> Iterator[_Press]:
    """Nothing of a break is revealed; what was shown already needs enough new answers."""
    takes_answers = activity_kind(activity.kind).takes_answers
    for press in _PRESSES[activity.state]:
        if takes_answers or press.do is not reveal_activity:
            yield press
    if not takes_answers or activity.state not in (ActivityState.REVEALED, ActivityState.CLOSED):
        return
    found = facts.turnout(activity)
    if found.shown and missing_people(facts.opened, found) <= 0:
        yield _REVEAL_AGAIN
    elif found.people and not found.shown:
        yield _REVEAL_LATE


def _show(opened: OpenWorkshop, activity: ActivityEntry, press: _Press) -> None:
    # Keyed by the version: whatever was pressed already has no button any more.
    key = f"{press.label}-{activity.id}-{activity.version}"
    about = (opened.project.id, activity.id, activity.version)
    do = opener_of(opened, activity) if press.do is open_activity else press.do
    show_press(opened.page, opened.say(press.label), key, do, *about, kind=press.kind, icon=press.icon)


def _show_on_wall(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """Only where the wall shows something else."""
    if opened.workshop.shown_id == activity.id:
        return
    label, key = opened.say("Show on the wall"), f"on-wall-{activity.id}-{opened.workshop.version}"
    about = (opened.project.id, opened.workshop.id, activity.id)
    show_press(opened.page, label, key, show_activity, *about, icon=":material/tv:")


def show_time_presses(opened: OpenWorkshop, activity: ActivityEntry) -> None:
    """More and less time."""
    for seconds, label in _TIMES:
        key = f"time-{seconds}-{activity.id}"
        show_press(opened.page, opened.say(label), key, add_time, opened.project.id, activity.id, seconds)


def show_steps(opened: OpenWorkshop, activity: ActivityEntry, subjects: Sequence[SubjectEntry]) -> None:
    """From one subject to the next, where the room goes through them together."""
    if not (subjects and activity.settings.get("together") and activity.state in TIMED):
        return
    ids: list[UUID | None] = [None, *(one.id for one in subjects)]
    place = ids.index(activity.subject_id) if activity.subject_id in ids else 0
    with st.container(horizontal=True, vertical_alignment="center", key="console-steps"):
        if place > 0:
            _show_step(opened, activity, N_("Previous"), ids[place - 1], ":material/chevron_left:")
        if place < len(subjects):
            _show_step(opened, activity, N_("Next"), ids[place + 1], ":material/chevron_right:")
        st.markdown(_told_step(opened, subjects, place), width="content")


def _show_step(
    opened: OpenWorkshop, activity: ActivityEntry, label: str, subject_id: UUID | None, icon: str
) -> None:
    # Keyed by where it leads: a double press goes one step, not two.
    key = f"step-{activity.id}-{label}-{subject_id}"
    about = (opened.project.id, activity.id, subject_id)
    show_press(opened.page, opened.say(label), key, speak_about, *about, icon=icon)


def _told_step(opened: OpenWorkshop, subjects: Sequence[SubjectEntry], place: int) -> str:
    if place == 0:
        return opened.say("Press “Next” for the first of {count}.", count=len(subjects))
    count = opened.say("{place} of {count}", place=place, count=len(subjects))
    return f"{count}: **{escaped(subjects[place - 1].name)}**"
