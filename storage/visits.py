"""When somebody was here before, and what others have changed of his to-dos since then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, or_, union_all
from sqlalchemy import select as columns_of
from sqlmodel import col, select

from storage.access import Actor, check_is_inside, check_may
from storage.history import PastChange
from storage.my_todos import Persons
from storage.store import Store
from touchpoints.model import Account, Action, ActionPerson, Comment, HistoryEntry, OwnerChange

# Whoever comes back after so long a pause pays another visit.
_PAUSE = timedelta(minutes=30)
# A visit that goes on is noted no more often than this: each note is a write.
_NOTED_EVERY = timedelta(minutes=5)


@dataclass(frozen=True)
class ChangeOfMine(PastChange):
    """A change of a to-do, of a remark on it or of its owner, with the to-do that it is about."""

    project_id: UUID
    action_id: UUID
    action: str


def note_visit(store: Store, actor: Actor) -> datetime | None:
    """Note that the actor is here; returns when the visit before this one ended, None at the first."""
    check_is_inside(actor)
    with store.unchecked() as session:
        seen = session.exec(_SEEN, params={"account": actor.account_id}).first()
    if seen is None:
        return None
    last, before = seen
    now = store.now()
    if last is not None and now - last < _NOTED_EVERY:
        return before
    if last is not None and now - last >= _PAUSE:
        before = last
    _write(store, actor, now, before)
    return before


_SEEN = select(Account.seen_at, Account.seen_before_at).where(Account.id == bindparam("account"))


def _write(store: Store, actor: Actor, now: datetime, before: datetime | None) -> None:
    with store.writing() as session:
        account = session.get(Account, actor.account_id)
        if account is not None:
            account.seen_at, account.seen_before_at = now, before


def list_changes_of_mine(
    store: Store, actor: Actor, persons: Persons, since: datetime, limit: int = 30
) -> tuple[ChangeOfMine, ...]:
    """What others did, the latest first, to what these people own or take part in.

    Raises NoSuchProject.
    """
    with store.reading(actor) as session:
        for project_id in persons:
            check_may(session, actor, project_id)
        asked = {
            "people": list(persons.values()),
            "projects": list(persons),
            "account": actor.account_id,
            "since": since,
            "limit": limit,
        }
        return tuple(_change(row) for row in session.execute(_changes(), asked))


def _change(row: Any) -> ChangeOfMine:  # noqa: ANN401 - a row of ten columns
    at, who, kind, entity, entity_id, before, after, *mine = row
    return ChangeOfMine(at, who, kind, entity, entity_id, before or {}, after or {}, *mine)


@cache
def _changes() -> Any:  # noqa: ANN401 - a select of ten columns
    subjects = _subjects()
    entry, of = HistoryEntry, subjects.c
    columns: tuple[Any, ...] = (
        *(entry.at, Account.name, entry.kind, entry.entity, entry.entity_id, entry.before, entry.after),
        *(of.project_id, of.action_id, of.action),
    )
    return (
        select(*columns)
        .join(subjects, of.subject_id == entry.entity_id)
        .outerjoin(Account, col(Account.id) == entry.account_id)
        .where(
            entry.at > bindparam("since"),
            or_(col(entry.account_id).is_(None), col(entry.account_id) != bindparam("account")),
        )
        .order_by(col(entry.at).desc(), col(entry.position).desc())
        .limit(bindparam("limit"))
    )


def _subjects() -> Any:  # noqa: ANN401 - a union of four columns
    """What a line of history may be about: a to-do, a remark on it, a question who takes it over."""
    people: BindParameter[Any] = bindparam("people", expanding=True)
    projects: BindParameter[Any] = bindparam("projects", expanding=True)
    takes_part = select(ActionPerson.action_id).where(col(ActionPerson.person_id).in_(people))
    is_mine = (
        col(Action.project_id).in_(projects),
        or_(col(Action.owner_id).in_(people), col(Action.id).in_(takes_part)),
    )
    named: tuple[Any, ...] = (
        *(Action.project_id, col(Action.id).label("action_id"), col(Action.name).label("action")),
    )
    of_parts = (
        columns_of(col(one.id).label("subject_id"), *named)
        .join(Action, col(Action.id) == one.action_id)
        .where(*is_mine)
        for one in (Comment, OwnerChange)
    )
    own = columns_of(col(Action.id).label("subject_id"), *named).where(*is_mine)
    return union_all(own, *of_parts).subquery()
