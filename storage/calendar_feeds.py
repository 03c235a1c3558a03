"""The private address at which a calendar program reads somebody's to-dos: made, revoked, and read."""

from __future__ import annotations

import secrets
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, update
from sqlmodel import Session, col, select

from storage.access import Actor, NotAllowed, check_is_inside
from storage.my_todos import persons_of, todos_of
from storage.people import hash_of
from storage.store import Store
from touchpoints.model import AccessLink, Account, Action, CalendarFeed, HistoryEntry, Project
from touchpoints.todos import Todo


@dataclass(frozen=True)
class DatedTodo:
    """A to-do with a date, and its state: how often it changed, and when last."""

    todo: Todo
    version: int
    changed_at: datetime


@dataclass(frozen=True)
class Feed:
    """What a calendar program reads: open to-dos with a date, in their owner's language.

    Where he has chosen none, in that of the project of most of them, None where there is no project.
    """

    language: str | None
    todos: tuple[DatedTodo, ...]


def issue_feed(store: Store, actor: Actor) -> str:
    """A new private address for the actor's to-dos, instead of the one before; returns its token.

    The token (256 bits) cannot be read again: only its hash is kept. Raises NotAllowed.
    """
    account_id = _account_of(actor)
    token = secrets.token_urlsafe(32)
    with store.writing() as session:
        _revoke(session, account_id, store.now())
        feed = CalendarFeed(account_id=account_id, token_hash=hash_of(token), created_at=store.now())
        feed.projects = None if actor.may_everything else [str(project_id) for project_id, _ in actor.roles]
        session.add(feed)
    return token


def revoke_feed(store: Store, actor: Actor) -> None:
    """Calendar programs read nothing any more; raises NotAllowed."""
    with store.writing() as session:
        _revoke(session, _account_of(actor), store.now())


def has_feed(store: Store, actor: Actor) -> bool:
    """Whether an address is in use; raises NotAllowed."""
    with store.reading(actor) as session:
        mine = (CalendarFeed.account_id == _account_of(actor), col(CalendarFeed.revoked_at).is_(None))
        return session.exec(select(CalendarFeed.id).where(*mine)).first() is not None


def _account_of(actor: Actor) -> UUID:
    """The account, which the command line and guests have not."""
    check_is_inside(actor)
    if actor.account_id is None:
        raise NotAllowed
    return actor.account_id


def _revoke(session: Session, account_id: UUID, now: datetime) -> None:
    mine = (col(CalendarFeed.account_id) == account_id, col(CalendarFeed.revoked_at).is_(None))
    session.connection().execute(update(CalendarFeed).where(*mine).values(revoked_at=now))


def read_feed(store: Store, token: str) -> Feed | None:
    """What stands at an address, None where it never was one or is none any more.

    It shows what its account may see by now: a role that was taken away, or a project whose every link is
    revoked or has ended, is gone from the calendar, too.
    """
    with store.unchecked() as session:
        account = session.execute(_ACCOUNT, {"token_hash": hash_of(token)}).first()
        if account is None:
            return None
        id_, language, is_administrator, projects = account
        persons = _persons(session, id_, store.now(), sees_all=is_administrator)
        if projects is not None:
            persons = {project: one for project, one in persons.items() if str(project) in projects}
        open_ones = [one for one in todos_of(session, persons) if not one.is_done and one.due_on is not None]
        language = language or _language_of(session, open_ones, persons)
        return Feed(language, tuple(_dated(session, open_ones)))


def _language_of(session: Session, todos: Sequence[Todo], projects: Collection[UUID]) -> str | None:
    """The language of the project of most to-dos, of the first project where there are none."""
    counted = Counter(sorted(todo.project_id for todo in todos) or sorted(projects))
    return session.exec(_LANGUAGE, params={"id": counted.most_common(1)[0][0]}).first() if counted else None


_LANGUAGE = select(Project.language).where(Project.id == bindparam("id"))

_OF_ACCOUNT: list[Any] = [Account.id, Account.language, Account.is_administrator, CalendarFeed.projects]
_ACCOUNT = (
    select(*_OF_ACCOUNT)
    .join(CalendarFeed, col(CalendarFeed.account_id) == Account.id)
    .where(CalendarFeed.token_hash == bindparam("token_hash"), col(CalendarFeed.revoked_at).is_(None))
)


_LINKS = select(AccessLink.project_id, AccessLink.expires_at, AccessLink.revoked_at).where(
    AccessLink.account_id == bindparam("account")
)


def _persons(session: Session, account_id: UUID, now: datetime, *, sees_all: bool) -> dict[UUID, UUID]:
    """Which person the account is in each project that is open to it.

    Somebody with links comes in by one that works; whoever has none comes by an identity provider.
    """
    persons = persons_of(session, account_id)
    if sees_all:
        return persons
    works: dict[UUID | None, list[bool]] = defaultdict(list)
    for project_id, expires_at, revoked_at in session.execute(_LINKS, {"account": account_id}):
        works[project_id].append(revoked_at is None and expires_at > now)
    links = {project_id: works[project_id] + works[None] for project_id in persons}
    return {id_: person for id_, person in persons.items() if not links[id_] or any(links[id_])}


def _dated(session: Session, todos: Sequence[Todo]) -> Iterator[DatedTodo]:
    rows = session.execute(_changes(), {"ids": [todo.id for todo in todos]})
    changes = {id_: (version, changed_at or made_at) for id_, version, changed_at, made_at in rows}
    for todo in sorted(todos, key=lambda one: (one.due_on or date.max, one.id)):
        yield DatedTodo(todo, *changes[todo.id])


@cache
def _changes() -> Any:  # noqa: ANN401 - a select of four columns
    """What came with a template or the sample has no history, and is as old as its project."""
    return (
        select(Action.id, Action.version, func.max(HistoryEntry.at), Project.created_at)
        .join(Project, col(Project.id) == Action.project_id)
        .outerjoin(HistoryEntry, col(HistoryEntry.entity_id) == Action.id)
        .where(col(Action.id).in_(bindparam("ids", expanding=True)))
        .group_by(col(Action.id), col(Action.version), col(Project.created_at))
    )
