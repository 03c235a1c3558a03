"""The rehearsal: a workshop like the planned one, for acted participants, that is erased without a trace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, select

from storage.access import Actor, Right, check_may
from storage.intents import NoSuchRow, Work, carry_out_once, intent
from storage.revisions import ROOM, WORKSHOP, activity_scope, raise_revision
from storage.room_check import reached_scope
from storage.store import Store
from storage.tables import table_of
from storage.workshops import new_code
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    Activity,
    ActivityInput,
    ActivitySubject,
    Card,
    HistoryEntry,
    IntentRecord,
    PaperTally,
    Participant,
    Reveal,
    Revision,
    Selection,
    Workshop,
    WorkshopInput,
    WorkshopState,
)

# One that nobody ended: the screen on which it ran was closed long ago.
_LONGEST = timedelta(days=1)


class RehearsalIsOn(TouchpointsError):
    """There is one rehearsal at a time in a project."""

    sentence = N_("A rehearsal is on already. End it before you begin another one.")


@intent("begin rehearsal", WORKSHOP)
def begin_rehearsal(work: Work, workshop_id: UUID) -> UUID:
    """Make an open workshop with the same agenda, untold by the history; raises RehearsalIsOn."""
    planned = work.find(Workshop, workshop_id)
    if work.session.exec(_rehearsals(work.project)).first() is not None:
        raise RehearsalIsOn
    acted = Workshop(
        **planned.model_dump(include=set(WorkshopInput.model_fields)),
        project_id=work.project,
        code=new_code(work),
        is_rehearsal=True,
        state=WorkshopState.OPEN,
        opened_at=work.at,
    )
    work.fill([acted])
    agenda = select(Activity).where(Activity.workshop_id == workshop_id, col(Activity.binned_at).is_(None))
    for activity in work.session.exec(agenda).all():
        _copy_activity(work, activity, acted.id)
    return acted.id


def end_rehearsal(store: Store, actor: Actor, project_id: UUID, workshop_id: UUID) -> None:
    """Erase a rehearsal with all that was answered in it and what the history tells of it, for good.

    Raises:
        NoSuchRow: it is no rehearsal. One that has been erased already is no fault.
    """

    def erase(work: Work) -> None:
        check_may(work.session, work.actor, project_id, Right.CHANGE, is_write=True)
        row = work.session.get(Workshop, workshop_id)
        if row is None:
            return
        if row.project_id != project_id or not row.is_rehearsal:
            raise NoSuchRow
        _erase(work.session, row)

    carry_out_once(store, actor, "end rehearsal", erase, project_id)


def erase_forgotten_rehearsals(store: Store) -> None:
    """Erase what nobody ended within a day; run with the rest that has a term."""
    limit = store.now() - _LONGEST
    with store.writing() as session:
        for row in session.exec(select(Workshop).where(Workshop.is_rehearsal)).all():
            if _is_before(row.opened_at, limit):
                _erase(session, row)


def _is_before(opened_at: datetime | None, limit: datetime) -> bool:
    return opened_at is None or opened_at < limit


def _copy_activity(work: Work, planned: Activity, workshop_id: UUID) -> None:
    values = planned.model_dump(include=set(ActivityInput.model_fields)) | {"workshop_id": workshop_id}
    acted = Activity(**values, rank=planned.rank, project_id=work.project)
    work.fill([acted])
    if planned.selection is Selection.BY_HAND:
        chosen = select(ActivitySubject).where(ActivitySubject.activity_id == planned.id)
        work.fill(
            ActivitySubject(**row.model_dump(exclude={"id", "version"}) | {"activity_id": acted.id})
            for row in work.session.exec(chosen).all()
        )


def _rehearsals(project_id: UUID) -> Any:  # noqa: ANN401 - a select of one column
    return select(Workshop.id).where(Workshop.project_id == project_id, col(Workshop.is_rehearsal))


def _erase(session: Session, row: Workshop) -> None:
    workshop_id, project_id = row.id, row.project_id
    ids = {workshop_id, *(id_ for query in _parts_of(workshop_id) for id_ in session.exec(query))}
    scopes = {reached_scope(workshop_id), *(activity_scope(id_) for id_ in ids)}
    connection = session.connection()
    for table, column, gone in (
        (HistoryEntry, "entity_id", ids),
        (IntentRecord, "result", {str(id_) for id_ in ids}),
        (Revision, "scope", scopes),
    ):
        connection.execute(delete(table_of(table)).where(table_of(table).c[column].in_(gone)))
    # All that belongs to it goes with it, as the foreign keys say.
    connection.execute(delete(table_of(Workshop)).where(table_of(Workshop).c.id == workshop_id))
    session.expunge(row)
    for scope in (ROOM, WORKSHOP):
        raise_revision(session, project_id, scope)


def _parts_of(workshop_id: UUID) -> list[Any]:
    """The ids of all rows of a workshop that the history may tell of."""
    of_activity: Mapping[Any, Any] = {one: one.activity_id for one in (ActivitySubject, PaperTally, Reveal)}
    return [
        *(select(one.id).where(one.workshop_id == workshop_id) for one in (Activity, Participant, Card)),
        *(
            select(one.id).join(Activity, col(Activity.id) == key).where(Activity.workshop_id == workshop_id)
            for one, key in of_activity.items()
        ),
    ]
