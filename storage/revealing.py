"""How a reveal is made: the answers of an activity, what was shown of them before, and the new picture."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlmodel import Session, col, select

from storage.frozen_pictures import freeze, thaw
from storage.intents import Work
from touchpoints.activities import activity_kind
from touchpoints.ballots import parts_asked
from touchpoints.model import Activity, ActivitySubject, Ballot, Card, PaperTally, Reveal, Workshop
from touchpoints.room.basis import Basis
from touchpoints.room.reveal import Answers, Revealed, Shown, Tally, Voter, named_picture, reveal

_BASES: TypeAdapter[dict[str, Basis]] = TypeAdapter(dict[str, Basis])


def add_reveal(work: Work, activity: Activity, *, only_new: bool = False) -> bool:
    """Store the next picture of an activity; no line in the history holds it or what it rests on.

    `only_new`: none where it would show nothing that the last one does not. Gives whether there is one.
    """
    earlier = _reveals(work.session, activity.id)
    number = earlier[-1].number + 1 if earlier else 1
    made = next_picture(work.session, activity, earlier, number)
    if only_new and earlier and not made.bases and not activity.is_named:
        return False
    row = Reveal(
        project_id=activity.project_id,
        activity_id=activity.id,
        number=number,
        at=work.at,
        n=count_people(work.session, activity),
        picture=freeze(made.picture),
        basis=_BASES.dump_python(dict(made.bases), mode="json"),
    )
    work.fill([row])
    return True


def next_picture(session: Session, activity: Activity, earlier: list[Reveal], number: int) -> Revealed:
    """What the reveal with this number shows."""
    answers = answers_of(session, activity)
    if activity.is_named:
        return Revealed(named_picture(answers), {})
    floor = session.get_one(Workshop, activity.workshop_id).floor
    return reveal(answers, _shown(earlier), floor, number)


def answers_of(session: Session, activity: Activity) -> Answers:
    """All that was asked and answered in an activity."""
    tally = session.exec(select(PaperTally).where(PaperTally.activity_id == activity.id)).first()
    return Answers(
        parts=parts_asked(activity_kind(activity.kind), activity.settings),
        subjects=subject_ids(session, activity.id),
        voters=_voters(session, activity.id),
        tally=Tally(tally.sheets, tally.counts) if tally else Tally(),
    )


def subject_ids(session: Session, activity_id: UUID) -> list[str]:
    """What an activity asks about, in its order."""
    query = (
        select(ActivitySubject.subject_id)
        .where(ActivitySubject.activity_id == activity_id)
        .order_by(ActivitySubject.rank)
    )
    return [str(id_) for id_ in session.exec(query)]


def count_people(session: Session, activity: Activity) -> int:
    """How many have answered or written a card; each sheet of paper is one."""
    ballots = select(Ballot.pseudonym).where(Ballot.activity_id == activity.id)
    cards = select(Card.pseudonym).where(Card.activity_id == activity.id, Card.pseudonym != "")
    sheets = session.exec(select(PaperTally.sheets).where(PaperTally.activity_id == activity.id)).first()
    return len({*session.exec(ballots), *session.exec(cards)}) + (sheets or 0)


def _voters(session: Session, activity_id: UUID) -> list[Voter]:
    columns: Any = (Ballot.pseudonym, Ballot.content, Ballot.department, Ballot.name)
    rows = session.exec(select(*columns).where(Ballot.activity_id == activity_id))
    return [Voter(*row) for row in rows]


def _reveals(session: Session, activity_id: UUID) -> list[Reveal]:
    query = select(Reveal).where(Reveal.activity_id == activity_id).order_by(col(Reveal.number))
    return list(session.exec(query))


def _shown(earlier: list[Reveal]) -> Shown:
    """A reveal keeps the basis of what it drew anew, so all that were ever shown are there, each once."""
    if not earlier:
        return Shown()
    bases = defaultdict(list)
    for row in earlier:
        for picture, basis in _BASES.validate_python(row.basis or {}).items():
            bases[picture].append(basis)
    return Shown(thaw(earlier[-1].picture), bases)
