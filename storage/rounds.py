"""The rounds of a project: which one is on, what begins with the next, and how that is taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, exists
from sqlalchemy import select as columns_of
from sqlmodel import Session, col, select

from storage.access import Actor
from storage.check_ups import as_kept
from storage.checking import checked
from storage.intents import Work, intent, values_of
from storage.revisions import CONTENT, MEASUREMENTS, PLAN, raise_revision
from storage.step_facts import project_facts_in
from storage.store import Store
from storage.tables import table_of
from touchpoints.check_up import CheckUp, HintCount, answered_by_step
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import (
    ENTITIES,
    ChangeKind,
    Decision,
    Round,
    RoundInput,
    Touchpoint,
    TouchpointDecision,
)

# Decisions by which a touchpoint is no part of the next round's journey.
_ENDING = (Decision.COMBINE, Decision.REMOVE)


class RoundBegunMeanwhile(TouchpointsError):
    """Two began the next round at the same time; a third one must not follow."""

    sentence = N_("Somebody else has begun the next round meanwhile. It is open now for everybody.")


class OnlyRound(TouchpointsError):
    """The first round has nothing before it."""

    sentence = N_("This is the first round; there is none before it to go back to.")


class RoundIsUsed(TouchpointsError):
    """Something was already rated or planned in the round that shall be taken back."""

    sentence = N_(
        "Something has been rated or planned in this round already, which would be lost. "
        "The round cannot be taken back any more."
    )


@dataclass(frozen=True)
class RoundEntry:
    """One pass through the four steps; the latest is the one that is on."""

    id: UUID
    number: int
    name: str
    started_on: date | None
    ended_on: date | None
    customers_asked: int | None


# Asked at every run of a page about the team's view.
_LATEST = (
    select(Round).where(Round.project_id == bindparam("project")).order_by(col(Round.number).desc()).limit(1)
)


def current_round(session: Session, project_id: UUID) -> Round:
    """The latest round of a project; every project has one from its first moment."""
    return session.exec(_LATEST, params={"project": project_id}).one()


def list_rounds(store: Store, actor: Actor, project_id: UUID) -> tuple[RoundEntry, ...]:
    """All rounds, the first one first."""
    with store.reading(actor, project_id) as session:
        return tuple(RoundEntry(*row) for row in session.execute(_rounds(), {"project": project_id}))


def can_take_back(store: Store, actor: Actor, project_id: UUID) -> bool:
    """Whether the round that is on is not the first, and nothing belongs to it yet."""
    with store.reading(actor, project_id) as session:
        round_ = current_round(session, project_id)
        return round_.number > 1 and not _is_used(session, round_)


@intent("begin next round", CONTENT)
def begin_next_round(
    work: Work, today: date, name: str = "", after: int | None = None, hints: HintCount | None = None
) -> UUID:
    """End the round that is on, and begin the next; raises UnusableInput, RoundBegunMeanwhile.

    Touchpoints that were decided to go leave the journey, planned ones come into it; depths stay. `after`
    is the number of the round that whoever begins the next one saw, `hints` what the coach said of it.
    """
    if after is not None and current_round(work.session, work.project).number != after:
        raise RoundBegunMeanwhile
    return open_next_round(work, today, name, hints)


def open_next_round(work: Work, today: date, name: str = "", hints: HintCount | None = None) -> UUID:
    """The same as part of a larger intent."""
    ended = current_round(work.session, work.project)
    given = checked(RoundInput, {"name": name, "started_on": today})
    _keep_check_up(work, ended, hints)
    is_shown = col(Touchpoint.binned_at).is_(None)
    for touchpoint in _touchpoints(work, is_shown, _is_decided(ended, *_ENDING)):
        work.change(touchpoint, last_round=ended.number)
    for touchpoint in _touchpoints(work, is_shown, _is_decided(ended, Decision.NEW)):
        work.change(touchpoint, is_planned=False, first_round=ended.number + 1)
    work.change(ended, ended_on=today)
    begun = work.add(Round(**given.model_dump(), project_id=work.project, number=ended.number + 1))
    _raise_all(work)
    return begun.id


def _keep_check_up(work: Work, ended: Round, hints: HintCount | None) -> None:
    """How the round stood, before anything of the next one is there.

    Nobody typed it, so the history does not tell it.
    """
    questions = answered_by_step(project_facts_in(work.session, work.project))
    ended.check_up = as_kept(CheckUp(work.at, questions, hints))


@intent("take round back", CONTENT)
def take_back_round(work: Work) -> None:
    """Undo the beginning of a round; raises OnlyRound, RoundIsUsed."""
    round_ = current_round(work.session, work.project)
    if round_.number == 1:
        raise OnlyRound
    if _is_used(work.session, round_):
        raise RoundIsUsed
    work.note(ChangeKind.ERASED, round_, before=values_of(round_))
    work.session.delete(round_)
    work.session.flush()
    before = current_round(work.session, work.project)
    for touchpoint in _touchpoints(work, Touchpoint.last_round == before.number):
        work.change(touchpoint, last_round=None)
    came = Touchpoint.first_round == before.number + 1
    for touchpoint in _touchpoints(work, came, _is_decided(before, Decision.NEW)):
        work.change(touchpoint, is_planned=True)
    before.check_up = None
    work.change(before, ended_on=None)
    _raise_all(work)


def _raise_all(work: Work) -> None:
    """Ratings, importance and the whole plan are read by round; the intent itself counts the content."""
    for scope in (MEASUREMENTS, PLAN):
        raise_revision(work.session, work.project, scope)


def _is_decided(round_: Round, *decisions: Decision) -> Any:  # noqa: ANN401 - a condition
    """Whether one of these was decided about a touchpoint in a round."""
    return exists().where(
        col(TouchpointDecision.touchpoint_id) == Touchpoint.id,
        col(TouchpointDecision.round_id) == round_.id,
        col(TouchpointDecision.decision).in_(decisions),
    )


def _touchpoints(work: Work, *which: Any) -> Sequence[Touchpoint]:  # noqa: ANN401 - any conditions
    query = select(Touchpoint).where(Touchpoint.project_id == work.project, *which)
    return work.session.exec(query.order_by(col(Touchpoint.rank))).all()


def _is_used(session: Session, round_: Round) -> bool:
    """Whether anything would go with the round; what lies in the bin would, too."""
    if round_.customers_asked is not None:
        return True
    asked = {"round": round_.id}
    return any(session.connection().execute(query, asked).first() for query in _of_round())


@cache
def _of_round() -> tuple[Any, ...]:
    """Asks each table that belongs to rounds for a row of one; a new kind is found by itself."""
    return tuple(
        columns_of(table.c.round_id).where(table.c.round_id == bindparam("round")).limit(1)
        for table in _tables_of_rounds()
    )


def _tables_of_rounds() -> Iterator[Table]:
    home = table_of(Round).c.id
    for table in ENTITIES.metadata.sorted_tables:
        if "round_id" in table.c and any(key.column is home for key in table.c.round_id.foreign_keys):
            yield table


@cache
def _rounds() -> Any:  # noqa: ANN401 - a select of six columns
    columns = (Round.id, Round.number, Round.name, Round.started_on, Round.ended_on, Round.customers_asked)
    return (
        select(*columns)  # type: ignore[call-overload] # typed for up to four columns
        .where(Round.project_id == bindparam("project"))
        .order_by(col(Round.number))
    )
