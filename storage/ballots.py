"""What phones answer: taken up bit by bit under a pseudonym, and read again by the same phone alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.checking import checked
from storage.intents import Work
from storage.revisions import ROOM, raise_revision
from storage.store import Store
from storage.taking_part import participation, pseudonym
from touchpoints.activities import activity_kind
from touchpoints.ballots import is_complete, parts_asked, take_up
from touchpoints.model import Activity, ActivitySubject, Ballot, Participant, ParticipantInput


@participation("answer")
def answer(
    work: Work, activity: Activity, participant: Participant, given: Mapping[str, Any], person: int = 1
) -> None:
    """Take up an answer, as touchpoints.ballots says; `person` counts those who share a phone.

    Raises:
        touchpoints.ballots.UnusableAnswer, TooManyPoints; storage.taking_part.NotOpen, AnotherWrites.
    """
    ballot = _ballot(work, activity, participant, person)
    parts = parts_asked(activity_kind(activity.kind), activity.settings)
    subjects = _subjects(work, activity.id)
    ballot.content = take_up(ballot.content, given, parts, subjects)
    # Whoever says that he is done stays so; whoever has answered all is, without saying it.
    ballot.is_done = ballot.is_done or is_complete(ballot.content, parts, subjects)
    work.session.flush()


@participation("say done")
def say_done(
    work: Work, activity: Activity, participant: Participant, *, is_done: bool, person: int = 1
) -> None:
    """Say that one has answered what one wants to, or takes it back."""
    _ballot(work, activity, participant, person).is_done = is_done
    work.session.flush()


@participation("name department")
def name_department(
    work: Work, activity: Activity, participant: Participant, department: str, person: int = 1
) -> None:
    """Say with the ballot, and with it alone, where one works; only where the activity asks it."""
    if activity.asks_department:
        _ballot(work, activity, participant, person).department = department.strip()[:80]
        work.session.flush()


@participation("give name")
def give_name(work: Work, activity: Activity, participant: Participant, name: str, person: int = 1) -> None:
    """Say who answers, only where names are shown; of a shared phone the first name is kept for later.

    Raises:
        storage.checking.UnusableInput: the name is too long.
    """
    if not activity.is_named:
        return
    given = checked(ParticipantInput, {"workshop_id": participant.workshop_id, "name": name})
    _ballot(work, activity, participant, person).name = given.name
    if person == 1:
        participant.name = given.name
    work.session.flush()
    raise_revision(work.session, participant.project_id, ROOM)


def count_answered(store: Store, actor: Actor, project_id: UUID, activity_id: UUID) -> tuple[int, int]:
    """How many have begun to answer, and how many of them are done: all that may be shown before a reveal."""
    with store.reading(actor, project_id, Right.CHANGE) as session:
        query = select(func.count(), func.count().filter(col(Ballot.is_done))).where(
            Ballot.project_id == project_id, Ballot.activity_id == activity_id
        )
        begun, done = session.exec(query).one()
        return begun, done


def _ballot(work: Work, activity: Activity, participant: Participant, person: int) -> Ballot:
    """This person's ballot, made where there is none."""
    seat = work.actor.seat
    assert seat is not None  # noqa: S101 - checked by the decorator, told to the type checker
    name = pseudonym(seat, activity.id, person)
    query = select(Ballot).where(Ballot.activity_id == activity.id, Ballot.pseudonym == name)
    found = work.session.exec(query).first()
    if found is not None:
        return found
    made = Ballot(
        project_id=seat.project_id,
        activity_id=activity.id,
        pseudonym=name,
        name=participant.name if activity.is_named and person == 1 else "",
        table_number=participant.table_number if activity.by_table else None,
    )
    work.session.add(made)
    return made


def _subjects(work: Work, activity_id: UUID) -> set[str]:
    query = select(ActivitySubject.subject_id).where(ActivitySubject.activity_id == activity_id)
    return {str(id_) for id_ in work.session.exec(query)}
