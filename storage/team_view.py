"""What the team thinks, by hand or in a workshop: kept as counts, never mixed with customers' ratings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, delete
from sqlmodel import Session, col, select

from storage.access import Actor
from storage.intents import Work, intent
from storage.revisions import MEASUREMENTS
from storage.rounds import current_round
from storage.store import Store
from storage.tables import table_of
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Aspect, ChangeKind, Importance, TeamAnswer, Touchpoint

BUDGET = 100


class BudgetExceeded(TouchpointsError):
    """More points were given than there are."""

    sentence = N_("{given} points were given, and there are only {budget}. Take {over} back somewhere.")


class NobodyAsked(TouchpointsError):
    """Mentions were entered without the number of customers that they come from."""

    sentence = N_("Say first how many customers were asked.")


class PointsMissing(TouchpointsError):
    """A number of points, mentions or customers is below zero."""

    sentence = N_("A number of points or customers cannot be below zero.")


class MoreMentionsThanCustomers(TouchpointsError):
    """A touchpoint was named by more customers than were asked."""

    sentence = N_("A touchpoint was named {mentions} times, but only {asked} customers were asked.")


# Read at every run of a page about the team's view: put together once, and without entities, whose making
# takes longer than all the rest.
_ANSWERS = select(TeamAnswer.touchpoint_id, col(TeamAnswer.aspect), TeamAnswer.point, TeamAnswer.n).where(
    TeamAnswer.round_id == bindparam("round")
)
_IMPORTANCE = select(Importance.touchpoint_id, Importance.team_points, Importance.customer_mentions).where(
    Importance.round_id == bindparam("round")
)

# Touchpoint id -> aspect -> point from -2 to +2 -> how many of the team.
Answers = Mapping[UUID, Mapping[Aspect, Mapping[int, int]]]


@dataclass(frozen=True)
class TeamView:
    """All that the team said in the current round, and what customers named as important."""

    answers: Answers
    points: Mapping[UUID, int]
    mentions: Mapping[UUID, int]
    customers_asked: int | None

    @property
    def points_given(self) -> int:
        """How much of the budget is spent."""
        return sum(self.points.values())


def read_team_view(store: Store, actor: Actor, project_id: UUID) -> TeamView:
    """The view of the current round."""
    with store.reading(actor, project_id) as session:
        round_ = current_round(session, project_id)
        importance = list(session.execute(_IMPORTANCE, {"round": round_.id}))
        return TeamView(
            answers=_answers(session, round_.id),
            points=_points(importance),
            mentions={
                row.touchpoint_id: row.customer_mentions
                for row in importance
                if row.customer_mentions is not None
            },
            customers_asked=round_.customers_asked,
        )


def read_points(store: Store, actor: Actor, project_id: UUID) -> Mapping[UUID, int]:
    """The points of the current round alone, for a page that needs no more."""
    with store.reading(actor, project_id) as session:
        round_ = current_round(session, project_id)
        return _points(session.execute(_IMPORTANCE, {"round": round_.id}))


def _points(importance: Iterable[Row[Any]]) -> Mapping[UUID, int]:
    return {row.touchpoint_id: row.team_points for row in importance if row.team_points}


def _answers(session: Session, round_id: UUID) -> Answers:
    found: dict[UUID, dict[Aspect, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for touchpoint_id, aspect, point, n in session.exec(_ANSWERS, params={"round": round_id}):
        found[touchpoint_id][aspect][point] = n
    return {touchpoint: dict(aspects) for touchpoint, aspects in found.items()}


@intent("rate touchpoint", MEASUREMENTS)
def rate_touchpoint(work: Work, touchpoint_id: UUID, aspect: Aspect, counts: Mapping[int, int]) -> None:
    """Set how many of the team gave which point; {2: 1} is a joint answer, {} takes the rating back."""
    touchpoint = work.find(Touchpoint, touchpoint_id)
    round_ = current_round(work.session, work.project)
    table = table_of(TeamAnswer)
    is_this = (
        (table.c.round_id == round_.id)
        & (table.c.touchpoint_id == touchpoint_id)
        & (table.c.aspect == aspect)
    )
    before = _answers(work.session, round_.id).get(touchpoint_id, {}).get(aspect, {})
    work.session.connection().execute(delete(table).where(is_this))
    work.fill(
        TeamAnswer(
            project_id=work.project,
            round_id=round_.id,
            touchpoint_id=touchpoint_id,
            aspect=aspect,
            point=point,
            n=n,
        )
        for point, n in counts.items()
        if n > 0
    )
    work.note(ChangeKind.CHANGED, touchpoint, {aspect.value: _named(before)}, {aspect.value: _named(counts)})


def _named(counts: Mapping[int, int]) -> dict[str, int]:
    """Counts as they go into history, whose keys are texts."""
    return {str(point): n for point, n in sorted(counts.items())}


@intent("give points of importance", MEASUREMENTS)
def give_points(work: Work, points: Mapping[UUID, int]) -> None:
    """Give touchpoints their points, others keep theirs; raises BudgetExceeded, PointsMissing."""
    rows = _importance(work)
    given = {id_: row.team_points or 0 for id_, row in rows.items()} | dict(points)
    if min(given.values(), default=0) < 0:
        raise PointsMissing
    if sum(given.values()) > BUDGET:
        total = sum(given.values())
        raise BudgetExceeded(given=total, budget=BUDGET, over=total - BUDGET)
    for touchpoint_id, number in points.items():
        _importance_of(work, rows, touchpoint_id).team_points = number or None
    work.session.flush()
    _note_importance(work, "points", points)


@intent("count customers' mentions", MEASUREMENTS)
def count_mentions(work: Work, mentions: Mapping[UUID, int], customers_asked: int | None) -> None:
    """Set how many of the customers asked named which touchpoint as important; None: nobody was asked.

    Raises:
        NobodyAsked, PointsMissing, MoreMentionsThanCustomers: the numbers do not fit together.
    """
    _check_mentions(mentions, customers_asked)
    rows = _importance(work)
    for row in rows.values():
        row.customer_mentions = None
    for touchpoint_id, number in mentions.items():
        _importance_of(work, rows, touchpoint_id).customer_mentions = number
    current_round(work.session, work.project).customers_asked = customers_asked
    work.session.flush()
    _note_importance(work, "mentions", mentions)


def _check_mentions(mentions: Mapping[UUID, int], customers_asked: int | None) -> None:
    most = max(mentions.values(), default=0)
    if customers_asked is None and mentions:
        raise NobodyAsked
    if customers_asked is None:
        return
    if customers_asked < 1 or min(mentions.values(), default=0) < 0:
        raise PointsMissing
    if most > customers_asked:
        raise MoreMentionsThanCustomers(mentions=most, asked=customers_asked)


def _importance(work: Work) -> dict[UUID, Importance]:
    round_ = current_round(work.session, work.project)
    found = work.session.exec(select(Importance).where(Importance.round_id == round_.id))
    return {row.touchpoint_id: row for row in found}


def _importance_of(work: Work, rows: dict[UUID, Importance], touchpoint_id: UUID) -> Importance:
    work.find(Touchpoint, touchpoint_id)
    if touchpoint_id not in rows:
        rows[touchpoint_id] = Importance(
            project_id=work.project,
            round_id=current_round(work.session, work.project).id,
            touchpoint_id=touchpoint_id,
        )
        work.session.add(rows[touchpoint_id])
    return rows[touchpoint_id]


def _note_importance(work: Work, what: str, numbers: Mapping[UUID, int]) -> None:
    round_ = current_round(work.session, work.project)
    work.note(ChangeKind.CHANGED, round_, after={what: {str(id_): n for id_, n in numbers.items()}})
