"""Who has answered in an activity, as numbers alone: all that console and wall may say before a reveal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select, union

from storage.access import Actor, Right, check_may
from storage.store import Store
from storage.tables import table_of
from touchpoints.model import Ballot, Card, PaperTally, Participant, Reveal


@dataclass(frozen=True)
class Turnout:
    """How many are in, how many of them write for a table, and how far they are with one activity.

    `people` have given anything, each sheet of paper among them; `sheets` are those of paper alone. `shown`
    had at the last reveal; 0 before the first.
    """

    inside: int
    writers: int
    begun: int
    done: int
    cards: int
    sheets: int
    people: int
    shown: int


def read_turnout(
    store: Store, actor: Actor, project_id: UUID, workshop_id: UUID, activity_id: UUID
) -> Turnout:
    """The numbers of one moment."""
    asked = {"project": project_id, "workshop": workshop_id, "activity": activity_id}
    # One statement is one moment by itself.
    with store.glancing() as connection:
        check_may(connection, actor, project_id, Right.CHANGE)
        row = connection.execute(_numbers(), asked).one()
    inside, writers, begun, done, cards, sheets, writing, shown = row
    people = writing + (sheets or 0)
    return Turnout(inside, writers, begun, done, cards, sheets or 0, people, shown or 0)


# Read with every vote that moves console and wall: one statement, and nothing of who answered what.
@cache
def _numbers() -> Any:  # noqa: ANN401 - a select of eight columns
    ballots, cards, tallies = table_of(Ballot), table_of(Card), table_of(PaperTally)
    seats, reveals = table_of(Participant), table_of(Reveal)
    project: Any = bindparam("project")
    activity: Any = bindparam("activity")
    inside = [seats.c.project_id == project, seats.c.workshop_id == bindparam("workshop")]
    inside.append(seats.c.left_at.is_(None))
    of_ballots = [ballots.c.project_id == project, ballots.c.activity_id == activity]
    of_cards = [cards.c.project_id == project, cards.c.activity_id == activity]
    people = union(
        select(ballots.c.pseudonym).where(*of_ballots),
        select(cards.c.pseudonym).where(*of_cards, cards.c.pseudonym != ""),
    ).subquery()
    return select(
        select(func.count()).select_from(seats).where(*inside).scalar_subquery(),
        select(func.count()).select_from(seats).where(*inside, seats.c.is_writer).scalar_subquery(),
        select(func.count()).select_from(ballots).where(*of_ballots).scalar_subquery(),
        select(func.count()).select_from(ballots).where(*of_ballots, ballots.c.is_done).scalar_subquery(),
        select(func.count()).where(*of_cards, cards.c.binned_at.is_(None)).scalar_subquery(),
        select(tallies.c.sheets)
        .where(tallies.c.project_id == project, tallies.c.activity_id == activity)
        .scalar_subquery(),
        select(func.count()).select_from(people).scalar_subquery(),
        select(reveals.c.n)
        .where(reveals.c.project_id == project, reveals.c.activity_id == activity)
        .order_by(reveals.c.number.desc())
        .limit(1)
        .scalar_subquery(),
    )
