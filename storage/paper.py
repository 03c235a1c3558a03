"""Answers on paper: counted by hand, entered as a tally, and added to those of the phones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import select

from storage.access import Actor, Right
from storage.intents import Work, intent
from storage.revealing import subject_ids
from storage.revisions import WORKSHOP, activity_scope
from storage.store import Store
from storage.workshops import find_unfinished
from touchpoints.activities import activity_kind
from touchpoints.ballots import parts_asked
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Activity, PaperTally
from touchpoints.room.tally import checked_tally


class NotOpenedYet(TouchpointsError):
    """What the sheets are about is fixed when the activity is opened."""

    sentence = N_("Open this activity first: only then is it fixed what the voting sheets are about.")


@intent("enter tally", WORKSHOP)
def enter_tally(work: Work, activity_id: UUID, sheets: int, counts: Mapping[str, Mapping[str, Any]]) -> None:
    """Enter what was counted, in place of what was entered before; counts as touchpoints.room.reveal.Tally.

    Raises:
        touchpoints.room.tally.ImpossibleSheets, ImpossibleCount, MoreCountedThanSheets, MoreSpentThanSheets.
        NotOpenedYet, storage.workshops.WorkshopIsOver.
    """
    activity = work.find(Activity, activity_id)
    find_unfinished(work, activity.workshop_id)
    if activity.opened_at is None:
        raise NotOpenedYet
    parts = parts_asked(activity_kind(activity.kind), activity.settings)
    tally = checked_tally(parts, subject_ids(work.session, activity_id), sheets, counts)
    query = select(PaperTally).where(PaperTally.activity_id == activity_id)
    row = work.session.exec(query).first() or PaperTally(
        project_id=work.project, activity_id=activity_id, sheets=0
    )
    row.sheets, row.counts = tally.sheets, dict(tally.counts)
    # Like a ballot it leaves no line in the history, where a single sheet could be read for ever.
    work.fill([row])
    work.raised.add(activity_scope(activity_id))


def count_sheets(store: Store, actor: Actor, project_id: UUID, activity_id: UUID) -> int:
    """How many sheets were entered; what stands on them is seen in the picture alone."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        query = select(PaperTally.sheets).where(
            PaperTally.project_id == project_id, PaperTally.activity_id == activity_id
        )
        return session.exec(query).first() or 0
