"""The end of a workshop: its pictures stay, and raw answers are erased for good, by hand or after a week."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import delete, func, null, update
from sqlmodel import Session, col, select

from storage.access import COMMAND_LINE
from storage.agenda import has_answers
from storage.intents import Work, carry_out_once, intent
from storage.revealing import add_reveal
from storage.revisions import WORKSHOP, activity_scope, raise_revision
from storage.store import Store
from storage.tables import table_of
from storage.take_over import land
from touchpoints.model import (
    Activity,
    ActivityState,
    Ballot,
    Card,
    PaperTally,
    Reveal,
    Workshop,
    WorkshopState,
)

logger = logging.getLogger(__name__)

OPEN_AT_MOST = timedelta(days=7)
# A workshop that is answered ahead waits for its day, but not for one that is never to come.
_WAITS_AT_MOST = timedelta(days=60)
_RUNNING = (ActivityState.OPEN, ActivityState.PAUSED)


@intent("conclude workshop", WORKSHOP)
def conclude_workshop(work: Work, workshop_id: UUID) -> None:
    """Freeze the last pictures and erase all raw answers for good; does nothing where it is concluded."""
    _conclude(work, work.find(Workshop, workshop_id))


def conclude_due(store: Store) -> int:
    """Conclude whatever was opened a week ago, in the bin, too; gives how many. Run at start and hourly."""
    due = _due(store)
    for project_id, workshop_id in due:
        _conclude_by_itself(store, project_id, workshop_id)
    if due:
        logger.info("concluded %d workshops that had been open for %d days", len(due), OPEN_AT_MOST.days)
    return len(due)


def _conclude_by_itself(store: Store, project_id: UUID, workshop_id: UUID) -> None:
    def do(work: Work) -> None:
        _conclude(work, work.find(Workshop, workshop_id))
        for scope in sorted({WORKSHOP, *work.raised}):
            raise_revision(work.session, project_id, scope)

    carry_out_once(store, COMMAND_LINE, "conclude workshop", do, project_id)


def _conclude(work: Work, workshop: Workshop) -> None:
    if workshop.state is WorkshopState.CONCLUDED:
        return
    activities = work.session.exec(select(Activity).where(Activity.workshop_id == workshop.id)).all()
    for activity in activities:
        _freeze(work, activity)
    work.change(workshop, state=WorkshopState.CONCLUDED, concluded_at=work.at)
    _erase_answers(work.session, workshop.id, [activity.id for activity in activities])


def _freeze(work: Work, activity: Activity) -> None:
    if has_answers(work, activity.id) and add_reveal(work, activity, only_new=True):
        land(work, activity)
    if activity.state in _RUNNING:
        work.change(activity, state=ActivityState.CLOSED, ends_at=None, left_seconds=None)
    work.raised.add(activity_scope(activity.id))


def _erase_answers(session: Session, workshop_id: UUID, activity_ids: Sequence[UUID]) -> None:
    """Ballots, tallies, what pictures rest on, and whose card is whose; no bin and no history holds them."""
    session.flush()
    connection = session.connection()
    for entity in (Ballot, PaperTally):
        table = table_of(entity)
        connection.execute(delete(table).where(table.c.activity_id.in_(activity_ids)))
    reveals, cards = table_of(Reveal), table_of(Card)
    connection.execute(update(reveals).where(reveals.c.activity_id.in_(activity_ids)).values(basis=null()))
    connection.execute(update(cards).where(cards.c.workshop_id == workshop_id).values(pseudonym=""))


def _due(store: Store) -> list[tuple[UUID, UUID]]:
    """Project and workshop, wherever the first answer may have been given a week ago."""
    first = select(func.min(Activity.opened_at)).where(Activity.workshop_id == Workshop.id).scalar_subquery()
    query = select(Workshop, first).where(col(Workshop.state) != WorkshopState.CONCLUDED)
    with store.unchecked() as session:
        return [
            (workshop.project_id, workshop.id)
            for workshop, opened in session.exec(query)
            if _is_due(workshop, workshop.opened_at or opened, store.now())
        ]


def _is_due(workshop: Workshop, opened: datetime | None, now: datetime) -> bool:
    if opened is None:
        return False
    end = opened + OPEN_AT_MOST
    if workshop.held_on is not None:
        day = datetime.combine(workshop.held_on, time.max, UTC)
        end = min(max(end, day + OPEN_AT_MOST), opened + _WAITS_AT_MOST)
    return now >= end
