"""How an activity goes: opened, paused, closed and opened again, without an answer lost; its timer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.activity_subjects import fix_subjects
from storage.intents import NoSuchRow, Work, intent
from storage.revisions import WORKSHOP, activity_scope
from storage.workshops import find_unfinished
from touchpoints.activities import activity_kind
from touchpoints.ballots import asks_about_subjects
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Activity, ActivityState, ActivitySubject, Workshop, WorkshopState
from touchpoints.room.staging import FOR_ALL, SCREEN, from_the_first_screen

_RUNNING = (ActivityState.OPEN, ActivityState.PAUSED)


class NothingToAsk(TouchpointsError):
    """An activity about touchpoints would ask about none."""

    sentence = N_(
        "There is nothing to ask about here: the selection of this activity is empty. "
        "Choose other touchpoints, or put some on the shortlist first."
    )


class PressedMeanwhile(TouchpointsError):
    """Another facilitator was faster; what he did stands, and this press changed nothing."""

    sentence = N_("Somebody else has just pressed here, too. What you see now is how it stands.")


@intent("open activity", WORKSHOP)
def open_activity(work: Work, activity_id: UUID, shown_version: int) -> None:
    """Take answers, for the first time or again, and show it; the one that was open before is closed.

    Raises:
        PressedMeanwhile: it was changed since it was shown.
        NothingToAsk, storage.workshops.WorkshopIsOver.
    """
    activity = _pressed(work, activity_id, shown_version, but_for=(ActivityState.OPEN,))
    if activity is None:
        return
    workshop = find_unfinished(work, activity.workshop_id)
    fix_subjects(work, activity)
    _check_has_subjects(work, activity)
    if not activity.is_ahead:
        _close_others(work, activity)
        _open_with(work, workshop, activity)
    seconds = activity.minutes * 60 if activity.left_seconds is None else activity.left_seconds
    work.change(
        activity,
        state=ActivityState.OPEN,
        opened_at=activity.opened_at or work.at,
        ends_at=None if activity.is_ahead else work.at + timedelta(seconds=seconds),
        left_seconds=None,
        settings=from_the_first_screen(activity.settings),
    )


@intent("pause activity", WORKSHOP)
def pause_activity(work: Work, activity_id: UUID, shown_version: int) -> None:
    """Take no answers for a while and stop the timer; raises PressedMeanwhile."""
    activity = _pressed(work, activity_id, shown_version, but_for=(ActivityState.PAUSED,))
    if activity is not None and activity.state is ActivityState.OPEN:
        left = int((activity.ends_at - work.at).total_seconds()) if activity.ends_at else None
        changes: dict[str, Any] = {"left_seconds": None if left is None else max(left, 0)}
        work.change(activity, state=ActivityState.PAUSED, ends_at=None, **changes)


@intent("close activity", WORKSHOP)
def close_activity(work: Work, activity_id: UUID, shown_version: int) -> None:
    """Take no more answers; all that were given stay. Raises PressedMeanwhile."""
    activity = _pressed(work, activity_id, shown_version, but_for=(ActivityState.CLOSED,))
    if activity is not None:
        _close(work, activity)


@intent("show activity", WORKSHOP)
def show_activity(work: Work, workshop_id: UUID, activity_id: UUID | None) -> None:
    """Put an activity on the wall without changing how far it is; None: the way in with the code."""
    workshop = work.find(Workshop, workshop_id)
    if activity_id is not None and work.find(Activity, activity_id).workshop_id != workshop_id:
        raise NoSuchRow
    work.change(workshop, shown_id=activity_id)


@intent("set timer", WORKSHOP)
def add_time(work: Work, activity_id: UUID, seconds: int) -> None:
    """Move the soft end of a running or paused activity; less than none is left is none."""
    activity = work.find(Activity, activity_id)
    if activity.state is ActivityState.PAUSED:
        work.change(activity, left_seconds=max((activity.left_seconds or 0) + seconds, 0))
    elif activity.state is ActivityState.OPEN:
        # A timer that has run out begins anew from now.
        end = max(activity.ends_at or work.at, work.at)
        work.change(activity, ends_at=max(end + timedelta(seconds=seconds), work.at))


@intent("go on to subject", WORKSHOP)
def speak_about(work: Work, activity_id: UUID, subject_id: UUID | None) -> None:
    """Go on together to one subject, which all phones show then; raises NoSuchRow."""
    activity = work.find(Activity, activity_id)
    query = select(ActivitySubject.id).where(
        ActivitySubject.activity_id == activity_id, ActivitySubject.subject_id == subject_id
    )
    if subject_id is not None and work.session.exec(query).first() is None:
        raise NoSuchRow
    work.change(activity, subject_id=subject_id)


@intent("show screen", WORKSHOP)
def show_screen(work: Work, activity_id: UUID, number: int) -> None:
    """Put another screen of an activity on the wall, by how far it is from the first one."""
    activity = work.find(Activity, activity_id)
    work.change(activity, settings={**activity.settings, SCREEN: number})


@intent("open for everybody", WORKSHOP)
def open_for_everybody(work: Work, activity_id: UUID, *, is_for_all: bool) -> None:
    """Let every phone write where one writes for each table, or that one alone again.

    Raises:
        storage.workshops.WorkshopIsOver.
    """
    activity = work.find(Activity, activity_id)
    find_unfinished(work, activity.workshop_id)
    work.change(activity, settings={**activity.settings, FOR_ALL: is_for_all})


def pressed(work: Work, activity_id: UUID, shown_version: int) -> Activity:
    """The activity whose button was pressed; raises PressedMeanwhile where it was changed since then."""
    activity = work.find(Activity, activity_id)
    find_unfinished(work, activity.workshop_id)
    work.raised.add(activity_scope(activity_id))
    if activity.version != shown_version:
        raise PressedMeanwhile
    return activity


def _pressed(
    work: Work, activity_id: UUID, shown_version: int, but_for: Collection[ActivityState]
) -> Activity | None:
    """The same, or None where it is as wanted already: two who wanted the same both have it."""
    if work.find(Activity, activity_id).state in but_for:
        return None
    return pressed(work, activity_id, shown_version)


def _check_has_subjects(work: Work, activity: Activity) -> None:
    asks = any(asks_about_subjects(part) for part in activity_kind(activity.kind).parts)
    query = select(ActivitySubject.id).where(ActivitySubject.activity_id == activity.id)
    if asks and work.session.exec(query).first() is None:
        raise NothingToAsk


def _close_others(work: Work, activity: Activity) -> None:
    query = select(Activity).where(
        Activity.workshop_id == activity.workshop_id,
        Activity.id != activity.id,
        col(Activity.state).in_(_RUNNING),
        col(Activity.is_ahead).is_(False),
    )
    for other in work.session.exec(query).all():
        _close(work, other)


def _close(work: Work, activity: Activity) -> None:
    work.raised.add(activity_scope(activity.id))
    work.change(activity, state=ActivityState.CLOSED, ends_at=None, left_seconds=None)


def _open_with(work: Work, workshop: Workshop, activity: Activity) -> None:
    """The first activity opens the workshop, too, and each stands on the wall from its opening on."""
    changes: dict[str, Any] = {"shown_id": activity.id}
    if workshop.state is WorkshopState.PLANNED:
        changes |= {"state": WorkshopState.OPEN, "opened_at": work.at}
    work.change(workshop, **changes)
