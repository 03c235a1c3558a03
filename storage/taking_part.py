"""What a phone may do, and nothing else: answer what is open, and write cards, under a pseudonym."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from sqlmodel import Session, select

from storage.access import Actor, NotAllowed, Seat
from storage.intents import Work, carry_out_once
from storage.revisions import activity_scope, raise_revision
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Activity, ActivityState, Participant, Project, Workshop, WorkshopState
from touchpoints.room.staging import one_writes_for_each

P = ParamSpec("P")
Result = TypeVar("Result", bound=UUID | None)


class NotOpen(TouchpointsError):
    """The activity takes no answers at this moment."""

    sentence = N_(
        "The facilitator has closed this for now, so this answer was not stored. What you answered before is."
    )


class AnotherWrites(TouchpointsError):
    """One phone writes for the table, and this is not the one."""

    sentence = N_("Another phone writes for your table. Ask the facilitator if yours shall do it.")


def pseudonym(seat: Seat, activity_id: UUID, person: int = 1) -> str:
    """Under which a ballot lies: only the phone's own secret leads there, which is stored nowhere."""
    return hashlib.sha256(f"{seat.secret}:{activity_id}:{person}".encode()).hexdigest()


def check_is_seated(actor: Actor) -> None:
    """Raise NotAllowed for whoever has no seat in any workshop."""
    if actor.seat is None:
        raise NotAllowed


def check_seat(session: Session, actor: Actor) -> tuple[Seat, Participant]:
    """The seat that somebody has in a workshop that is there; raises NotAllowed."""
    seat = actor.seat
    row = session.get(Participant, seat.participant_id) if seat else None
    workshop = session.get(Workshop, seat.workshop_id) if seat else None
    project = session.get(Project, seat.project_id) if seat else None
    if seat is None or row is None or workshop is None or project is None:
        raise NotAllowed
    is_gone = row.left_at is not None or workshop.binned_at is not None or project.binned_at is not None
    if is_gone or workshop.state is WorkshopState.CONCLUDED:
        raise NotAllowed
    return seat, row


def participation(
    name: str,
) -> Callable[
    [Callable[Concatenate[Work, Activity, Participant, P], Result]],
    Callable[Concatenate[Store, Actor, UUID, P], Result],
]:
    """Make a function over Work something that a phone does in an activity: (store, actor, activity_id, ...).

    The same actor.once(...) sent twice is stored once. It raises the activity's revision alone, and leaves no
    line in the history, which would tell who answered when.

    Raises:
        NotAllowed: there is no such seat, or the activity is another workshop's.
        NotOpen, AnotherWrites.
    """

    def decorate(
        body: Callable[Concatenate[Work, Activity, Participant, P], Result],
    ) -> Callable[Concatenate[Store, Actor, UUID, P], Result]:
        @wraps(body)
        def carry_out(
            store: Store, actor: Actor, activity_id: UUID, /, *args: P.args, **kwargs: P.kwargs
        ) -> Result:
            def do(work: Work) -> Result:
                seat, row = check_seat(work.session, actor)
                activity = _open_activity(work, seat, row, activity_id)
                result = body(work, activity, row, *args, **kwargs)
                raise_revision(work.session, seat.project_id, activity_scope(activity_id))
                return result

            project_id = actor.seat.project_id if actor.seat else None
            return carry_out_once(store, actor, name, do, project_id, check_is_seated)

        return carry_out

    return decorate


def _open_activity(work: Work, seat: Seat, row: Participant, activity_id: UUID) -> Activity:
    query = select(Activity).where(
        Activity.id == activity_id,
        Activity.workshop_id == seat.workshop_id,
        Activity.binned_at == None,  # noqa: E711 - SQL
    )
    activity = work.session.exec(query).first()
    if activity is None:
        raise NotAllowed
    if activity.state is not ActivityState.OPEN:
        raise NotOpen
    if one_writes_for_each(activity.by_table, activity.settings) and not row.is_writer:
        raise AnotherWrites
    return activity
