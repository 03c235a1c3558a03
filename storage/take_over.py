"""Taking over what a room voted: what is new lands at once, the rest when the facilitator says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from storage.access import Actor, Right
from storage.activity_subjects import subject_kind_of
from storage.frozen_pictures import thaw
from storage.intents import Work, intent
from storage.revisions import MEASUREMENTS
from storage.store import Store
from storage.take_over_record import (
    change_of,
    check_may_be_taken,
    ground_of,
    keep,
    may_be_taken,
    origin_of,
    raise_of,
)
from storage.take_over_slots import PLACES, Ground, Place, too_early
from storage.take_over_undo import PERSON, persons_there
from touchpoints.activities import activity_kind
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Activity, Reveal, Workshop
from touchpoints.room.proposals import Slot, said_by
from touchpoints.shortlist import USUAL


class ChangedMeanwhile(TouchpointsError):
    """What was shown as the present value is not it any more."""

    sentence = N_("Something here has changed meanwhile. What you see now is how it stands; look once more.")


@dataclass(frozen=True)
class Proposed:
    """A value that the room says, beside the one that stands now; None: nothing stands there."""

    slot: Slot
    subject: UUID
    name: str
    now: Any
    said: Any
    is_new: bool


def list_proposals(store: Store, actor: Actor, project_id: UUID, activity_id: UUID) -> tuple[Proposed, ...]:
    """What the last reveal of an activity says otherwise than the project; nothing of a rehearsal."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        activity = session.get(Activity, activity_id)
        if activity is None or activity.project_id != project_id:
            return ()
        return tuple(_proposals(session, activity)) if may_be_taken(session, activity.workshop_id) else ()


@intent("take over values", MEASUREMENTS)
def take_over_values(work: Work, activity_id: UUID, shown: Sequence[Proposed]) -> UUID | None:
    """Take over values as they were shown, some or all; None where there is nothing to take.

    Raises:
        ChangedMeanwhile: a value is another one by now, or the room says something else.
        RehearsalStaysOut, RoundIsOver.
    """
    activity = work.find(Activity, activity_id)
    workshop = check_may_be_taken(work, activity.workshop_id)
    there = {(one.slot, one.subject): one for one in _proposals(work.session, activity)}
    if any(there.get((one.slot, one.subject)) != one for one in shown):
        raise ChangedMeanwhile
    return _take(work, workshop, activity, shown)


def land(work: Work, activity: Activity) -> None:
    """Within an intent that reveals: take over what stands where nothing stood before."""
    if not may_be_taken(work.session, activity.workshop_id):
        return
    new = [one for one in _proposals(work.session, activity) if one.is_new]
    workshop = work.find(Workshop, activity.workshop_id)
    _take(work, workshop, activity, new, is_automatic=True)


def _proposals(session: Session, activity: Activity) -> Iterator[Proposed]:
    ground = ground_of(session, session.get_one(Workshop, activity.workshop_id), activity)
    for slot, said in _said(session, activity).items():
        place = PLACES[slot]
        yield from _of_place(ground, slot, place, {UUID(id_): value for id_, value in said.items()})


def _said(session: Session, activity: Activity) -> Mapping[Slot, Mapping[str, Any]]:
    """What the last picture says; a record, such as the blind top ten, says nothing to the project."""
    kind = activity_kind(activity.kind)
    query = (
        select(Reveal.picture).where(Reveal.activity_id == activity.id).order_by(col(Reveal.number).desc())
    )
    picture = session.exec(query).first()
    if picture is None or kind.is_record:
        return {}
    return said_by(
        thaw(picture),
        subject_kind_of(activity),
        best=int(activity.settings.get("best", USUAL)),
        is_one_segment=activity.segment_id is not None,
    )


def _of_place(ground: Ground, slot: Slot, place: Place, said: dict[UUID, Any]) -> Iterator[Proposed]:
    now, names = place.read(ground), place.names(ground)
    if place.replaces:
        said = {**dict.fromkeys(now), **said}
    left_out = too_early(ground, said) if slot is Slot.DUE else ()
    for id_, value in said.items():
        # What has gone since it was asked about takes nothing, but gives its points back.
        if id_ in left_out or (id_ not in names and value is not None):
            continue
        stands, joined = now.get(id_), place.join(now.get(id_), value)
        if joined != stands and (joined or stands is not None):
            is_new = place.only_adds or (not now if place.is_whole else stands is None)
            yield Proposed(slot, id_, names.get(id_, ""), stands, joined, is_new)


def _take(
    work: Work,
    workshop: Workshop,
    activity: Activity,
    taken: Sequence[Proposed],
    *,
    is_automatic: bool = False,
) -> UUID | None:
    """Write the values, and keep what stood there."""
    if not taken:
        return None
    work.origin, ground = origin_of(workshop), ground_of(work.session, workshop, activity)
    known, values = persons_there(ground), defaultdict[Slot, dict[UUID, Any]](dict)
    for one in taken:
        values[one.slot][one.subject] = one.said
    for slot, written in values.items():
        PLACES[slot].write(work, ground, written)
    came = {id_: name for id_, name in persons_there(ground).items() if id_ not in known}
    # Undone last: whoever came goes only when nothing refers to him any more.
    changes = [change_of(PERSON, id_, None, name) for id_, name in came.items()]
    changes += [change_of(one.slot, one.subject, one.now, one.said) for one in taken]
    work.origin = {}
    work.change(activity, taken_over_at=work.at)
    raise_of(work, activity.id)
    return keep(work, workshop, activity.id, changes, is_automatic=is_automatic)
