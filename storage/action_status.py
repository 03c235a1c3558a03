"""How far actions are, and where they stand on the board; each move can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fractional_indexing import generate_n_keys_between
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.intents import Work, intent
from storage.revisions import PLAN
from storage.store import Store
from touchpoints.errors import TouchpointsError
from touchpoints.messages import N_
from touchpoints.model import Action, ActionStatus


class BlockedByNothing(TouchpointsError):
    """An action is to be blocked, and nobody said what holds it up."""

    sentence = N_("Say what blocks it, so that somebody can clear it out of the way.")


class DoneBeforeBegun(TouchpointsError):
    """An action was to be done on a day before the one on which it began."""

    sentence = N_("It cannot be done before it began: choose a later day, or change the day it began first.")


@dataclass(frozen=True)
class ActionPlace:
    """Where an action was and how far, so that a move can be undone."""

    id: UUID
    status: ActionStatus
    rank: str
    done_on: date | None
    blocked_by: str


@intent("set status", PLAN, Right.FOLLOW_UP)
def set_status(
    work: Work, ids: Sequence[UUID], status: ActionStatus, today: date, blocked_by: str = ""
) -> None:
    """Say how far actions are; raises BlockedByNothing.

    Done ones are done today; what blocked them is forgotten as soon as they are not blocked any more.
    """
    for id_ in ids:
        _put(work, work.find(Action, id_), status, today, blocked_by)


@intent("move actions", PLAN, Right.FOLLOW_UP)
def move_actions(
    work: Work,
    ids: Sequence[UUID],
    status: ActionStatus,
    before: UUID | None,
    today: date,
    blocked_by: str = "",
) -> None:
    """Put actions, in the order given, before another one of a column of the board, or at its end.

    Raises:
        BlockedByNothing: the column is that of the blocked ones, and nobody said by what.
    """
    others = [row for row in _in_order(work) if row.id not in ids]
    place = _place(others, status, before)
    left = others[place - 1].rank if place else None
    right = others[place].rank if place < len(others) else None
    for id_, rank in zip(ids, generate_n_keys_between(left, right, n=len(ids)), strict=True):
        row = work.find(Action, id_)
        _put(work, row, status, today, blocked_by)
        work.change(row, rank=rank)


@intent("set day of completion", PLAN, Right.FOLLOW_UP)
def set_done_day(work: Work, action_id: UUID, day: date) -> None:
    """Say on which day an action was done, where it was told later; raises DoneBeforeBegun."""
    row = work.find(Action, action_id)
    if row.starts_on is not None and day < row.starts_on:
        raise DoneBeforeBegun
    if row.status is ActionStatus.DONE and row.done_on != day:
        work.change(row, done_on=day)


def _put(work: Work, row: Action, status: ActionStatus, today: date, blocked_by: str) -> None:
    changes: dict[str, object] = {"status": status}
    if status is ActionStatus.BLOCKED:
        changes["blocked_by"] = blocked_by.strip() or row.blocked_by
        if not changes["blocked_by"]:
            raise BlockedByNothing
    elif row.blocked_by:
        changes["blocked_by"] = ""
    if status is not row.status:
        changes["done_on"] = today if status is ActionStatus.DONE else None
    if any(getattr(row, name) != value for name, value in changes.items()):
        work.change(row, **changes)


def _in_order(work: Work) -> list[Action]:
    """All actions of the project, those in the bin too: a restored one must not share a rank."""
    query = select(Action).where(Action.project_id == work.project).order_by(Action.rank)
    return list(work.session.exec(query))


def _place(others: Sequence[Action], status: ActionStatus, before: UUID | None) -> int:
    """Where among all the cards go; the columns share one order, so that a change of status keeps it."""
    column = [place for place, row in enumerate(others) if row.status is status]
    end = column[-1] + 1 if column else len(others)
    return next((place for place, row in enumerate(others) if row.id == before), end)


def action_places(
    store: Store, actor: Actor, project_id: UUID, ids: Sequence[UUID]
) -> tuple[ActionPlace, ...]:
    """Where these actions are now, and how far."""
    with store.reading(actor, project_id) as session:
        query = select(Action).where(Action.project_id == project_id, col(Action.id).in_(ids))
        return tuple(
            ActionPlace(row.id, row.status, row.rank, row.done_on, row.blocked_by)
            for row in session.exec(query)
        )


@intent("put actions back", PLAN, Right.FOLLOW_UP)
def put_actions_back(work: Work, places: Sequence[ActionPlace]) -> None:
    """Undo a move or a change of status."""
    for place in places:
        work.change(
            work.find(Action, place.id),
            status=place.status,
            rank=place.rank,
            done_on=place.done_on,
            blocked_by=place.blocked_by,
        )
