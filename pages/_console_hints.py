"""Opening an activity in which the coach asks: what it says then, in the project's language, is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from pages._coach import coaching_of
from pages._coach_acts import touchpoint_of
from pages._workshop import OpenWorkshop
from pages._workshop_words import subject_of
from storage.access import Actor
from storage.activity_course import open_activity
from storage.agenda import ActivityEntry
from storage.hint_asking import open_on_hints
from storage.store import Store
from storage.wording import wording_for
from touchpoints.activities import activity_kind
from touchpoints.coach import Hint
from touchpoints.messages import Wording
from touchpoints.model import SubjectKind
from touchpoints.room.hints import MOST_ASKED, AskedHint


def opener_of(opened: OpenWorkshop, activity: ActivityEntry) -> Callable[..., None]:
    """What the button that opens an activity carries out."""
    about = subject_of(activity_kind(activity.kind), activity.settings)
    return partial(_open_on_hints, opened) if about is SubjectKind.HINT else open_activity


def _open_on_hints(
    opened: OpenWorkshop, store: Store, actor: Actor, project_id: UUID, activity_id: UUID, shown_version: int
) -> None:
    """The coach is asked at the press alone, not at every run of the console."""
    gravest = coaching_of(opened.page, opened.project).open[:MOST_ASKED]
    wording = wording_for(opened.project.language)
    asked = [_asked(wording, hint) for hint in gravest]
    open_on_hints(store, actor, project_id, activity_id, shown_version, asked)


def _asked(wording: Wording, hint: Hint) -> AskedHint:
    touchpoint = touchpoint_of(hint)
    texts = (wording.say(one) for one in (hint.seen, hint.why, hint.advice))
    return AskedHint(hint.id, *texts, hint.facts, str(touchpoint) if touchpoint else None)
