"""Asking a room about hints of the coach: what they say is frozen when the activity is opened first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from sqlmodel import select

from storage.activity_course import open_activity
from storage.activity_subjects import store_subjects
from storage.intents import Work, intent, within
from storage.revisions import WORKSHOP
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Activity, ActivitySubject
from touchpoints.room.hints import HINTS, MOST_ASKED, AskedHint


class NothingFromTheCoach(TouchpointsError):
    """All hints are answered, so that there is nothing to ask the room."""

    sentence = N_(
        "The coach has nothing to ask just now: no hint is open. Leave this activity out, or open an "
        "answered hint again on the coach's page."
    )


@intent("ask about hints", WORKSHOP)
def open_on_hints(work: Work, activity_id: UUID, shown_version: int, hints: Sequence[AskedHint]) -> None:
    """Open an activity about the first of these hints; one that was opened before keeps what it asks.

    Raises:
        NothingFromTheCoach: there is none. And as storage.activity_course.open_activity.
    """
    activity = work.find(Activity, activity_id)
    is_first = not _has_subjects(work, activity_id)
    if is_first and not hints:
        raise NothingFromTheCoach
    asked = {uuid4(): hint for hint in hints[:MOST_ASKED]} if is_first else {}
    store_subjects(work, activity, [(id_, hint.said, "") for id_, hint in asked.items()])
    # Opened before the texts are kept with it: these make another version of what was pressed.
    within(work, open_activity, activity_id, shown_version)
    if asked:
        _keep(work, activity, asked)


def _has_subjects(work: Work, activity_id: UUID) -> bool:
    query = select(ActivitySubject.id).where(ActivitySubject.activity_id == activity_id)
    return work.session.exec(query).first() is not None


def _keep(work: Work, activity: Activity, asked: Mapping[UUID, AskedHint]) -> None:
    texts = {str(id_): hint.plain for id_, hint in asked.items()}
    work.change(activity, settings={**activity.settings, HINTS: texts})
