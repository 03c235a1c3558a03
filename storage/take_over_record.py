"""What was taken over from a workshop: whether it may be, its record, and how it is undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from storage.access import Actor, Right
from storage.cards import PARKING
from storage.intents import Work, intent
from storage.revisions import MEASUREMENTS, activity_scope
from storage.rounds import current_round
from storage.store import Store
from storage.take_over_slots import Ground
from storage.take_over_undo import BESIDES, restore
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Activity, TakeOver, Workshop


class RehearsalStaysOut(TouchpointsError):
    """What acted participants answered is nobody's opinion."""

    sentence = N_("This is a rehearsal. Nothing of it is taken over into the project.")


class RoundIsOver(TouchpointsError):
    """A workshop of an earlier round says nothing about the one that is on."""

    sentence = N_("This workshop belongs to an earlier round. Its results stay there as a record.")


@dataclass(frozen=True)
class TakeOverEntry:
    """What was taken over at once, and can be undone; by itself, where nothing stood there before."""

    id: UUID
    activity_id: UUID | None
    at: datetime
    is_automatic: bool
    count: int


def list_take_overs(
    store: Store, actor: Actor, project_id: UUID, workshop_id: UUID
) -> tuple[TakeOverEntry, ...]:
    """What was taken over from a workshop and not undone, the latest first."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        rows: Any = session.execute(_standing(), {"project": project_id, "workshop": workshop_id})
        return tuple(
            TakeOverEntry(row.id, row.activity_id, row.at, row.is_automatic, _weight(row.changes))
            for row in rows
        )


@intent("undo take-over", MEASUREMENTS)
def undo_take_over(work: Work, take_over_id: UUID) -> None:
    """Restore what stood there before; what was changed since then stays. Raises RoundIsOver."""
    row = work.find(TakeOver, take_over_id)
    if row.is_undone:
        return
    workshop = check_may_be_taken(work, row.workshop_id)
    activity = work.find(Activity, row.activity_id) if row.activity_id else None
    restore(work, ground_of(work.session, workshop, activity), row.changes)
    row.is_undone = True
    raise_of(work, row.activity_id)
    if activity is not None and not _stands(work, activity.id):
        work.change(activity, taken_over_at=None)


def keep(
    work: Work,
    workshop: Workshop,
    activity_id: UUID | None,
    changes: list[dict[str, Any]],
    *,
    is_automatic: bool = False,
) -> UUID:
    """Keep what was taken over at once."""
    row = TakeOver(
        project_id=work.project,
        workshop_id=workshop.id,
        activity_id=activity_id,
        at=work.at,
        is_automatic=is_automatic,
        changes=changes,
    )
    work.fill([row])
    return row.id


def change_of(slot: str, subject: UUID, before: Any, after: Any) -> dict[str, Any]:  # noqa: ANN401 - plain JSON
    """One value as the record keeps it."""
    return {"slot": str(slot), "subject": str(subject), "before": before, "after": after}


def ground_of(session: Session, workshop: Workshop, activity: Activity | None) -> Ground:
    """Where the values of an activity stand."""
    segment_id = activity.segment_id if activity else None
    return Ground(session, workshop.project_id, workshop.round_id, segment_id)


def origin_of(workshop: Workshop) -> dict[str, Any]:
    """What the history says about where something comes from."""
    return {"workshop_id": str(workshop.id)}


def may_be_taken(session: Session, workshop_id: UUID) -> bool:
    """Whether anything of a workshop may go into the project."""
    workshop = session.get_one(Workshop, workshop_id)
    return not workshop.is_rehearsal and _is_of_now(session, workshop)


def check_may_be_taken(work: Work, workshop_id: UUID) -> Workshop:
    """The workshop; raises RehearsalStaysOut, RoundIsOver."""
    workshop = work.find(Workshop, workshop_id)
    if workshop.is_rehearsal:
        raise RehearsalStaysOut
    if not _is_of_now(work.session, workshop):
        raise RoundIsOver
    return workshop


def _is_of_now(session: Session, workshop: Workshop) -> bool:
    return workshop.round_id == current_round(session, workshop.project_id).id


def raise_of(work: Work, activity_id: UUID | None) -> None:
    """Tell console and wall, and no phone."""
    work.raised.add(activity_scope(activity_id) if activity_id else PARKING)


def _stands(work: Work, activity_id: UUID) -> bool:
    """Whether anything else was taken over from an activity."""
    query = select(TakeOver.id).where(TakeOver.activity_id == activity_id, col(TakeOver.is_undone).is_(False))
    return work.session.exec(query).first() is not None


def _weight(changes: Sequence[Mapping[str, Any]]) -> int:
    """How many values or cards it was; what came with them is not counted."""
    return sum(one["slot"] not in BESIDES for one in changes)


@cache
def _standing() -> Any:  # noqa: ANN401 - a select of five columns
    columns = (TakeOver.id, TakeOver.activity_id, TakeOver.at, TakeOver.is_automatic, TakeOver.changes)
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(TakeOver.project_id == bindparam("project"), TakeOver.workshop_id == bindparam("workshop"))
        .where(col(TakeOver.is_undone).is_(False))
        .order_by(col(TakeOver.at).desc(), TakeOver.id)
    )
