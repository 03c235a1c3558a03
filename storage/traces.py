"""What an account leaves behind in what it wrote or changed, and how that forgets who it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import String, cast, delete, func, or_, select, update
from sqlmodel import Session, col

from storage.intents import Work
from storage.store import Store
from storage.tables import table_of
from storage.wording import wording_for
from touchpoints.messages import N_, message
from touchpoints.model import (
    AccessLink,
    Account,
    CalendarFeed,
    Comment,
    HistoryEntry,
    Membership,
    Project,
    SignIn,
    Voice,
)
from touchpoints.model.coach import HintAnswer

_FORMER_ACCOUNT = N_("former account {number}")
_ACTORS_ARE_KEPT = timedelta(days=730)
# Where the account stands that did something, and when that was; a test holds the list to the model.
ACTED: Sequence[tuple[Any, str]] = (
    (HistoryEntry, "at"),
    (HintAnswer, "at"),
    (Comment, "at"),
    (Voice, "answered_on"),
)
# Values in the history hold an account by this name.
_FIELD = "account_id"


def former_account(work: Work) -> str:
    """What an account is called that has lost its name, in the project's language."""
    counted = select(func.count()).select_from(table_of(Account))
    number = work.session.connection().execute(counted).scalar_one()
    language = work.session.get_one(Project, work.project).language
    return wording_for(language).say(message(_FORMER_ACCOUNT, number=number))


def take_leave(work: Work, account_id: UUID, *, is_erased: bool) -> None:
    """End what an account may here, last of all that an intent does: from here on nobody is known by it.

    One with a role elsewhere stays, and nothing of this project names it any more. One without is erased, or
    keeps neither name nor mail address.
    """
    work.session.flush()
    for entity in (AccessLink, Membership):
        here = (col(entity.account_id) == account_id, col(entity.project_id) == work.project)
        work.session.connection().execute(delete(entity).where(*here))
    left = select(col(Membership.id)).where(col(Membership.account_id) == account_id)
    account = work.session.get_one(Account, account_id)
    if account.is_administrator or work.session.connection().execute(left).first() is not None:
        _forget_here(work, account_id)
    elif is_erased:
        erase_account(work.session, account_id)
    else:
        _end_ways_in(work.session, account_id)
        account.name, account.mail = former_account(work), None
        work.session.flush()


def _forget_here(work: Work, account_id: UUID) -> None:
    for entity, _ in ACTED:
        table = table_of(entity)
        mine = (table.c.project_id == work.project, table.c.account_id == account_id)
        work.session.connection().execute(update(table).where(*mine).values(account_id=None))
    here = table_of(HistoryEntry).c.project_id == work.project
    _forget_in_values(work.session, f"%{account_id}%", here)


def _end_ways_in(session: Session, account_id: UUID) -> None:
    for entity in (AccessLink, SignIn, CalendarFeed):
        mine = table_of(entity).c.account_id == account_id
        session.connection().execute(delete(entity).where(mine))


def erase_account(session: Session, account_id: UUID) -> None:
    """Remove an account: what hung on it ends with it, and what it did stays without anybody."""
    _forget_in_values(session, f"%{account_id}%")
    session.connection().execute(delete(Account).where(col(Account.id) == account_id))


def projects_with(session: Session, account_id: UUID) -> Iterator[UUID]:
    """The projects in which an account has a role, or has done something."""
    tables = [table_of(entity) for entity in (Membership, *(entity for entity, _ in ACTED))]
    queries = [select(table.c.project_id).where(table.c.account_id == account_id) for table in tables]
    found = {id_ for query in queries for (id_,) in session.connection().execute(query.distinct()) if id_}
    yield from sorted(found)


def forget_actors(store: Store) -> None:
    """Forget who did what is more than 24 months old; run with the rest that has a term."""
    limit = store.now() - _ACTORS_ARE_KEPT
    with store.writing() as session:
        for entity, moment in ACTED:
            table = table_of(entity)
            before = limit.date() if moment.endswith("_on") else limit
            old = (table.c[moment] < before, table.c.account_id.is_not(None))
            session.connection().execute(update(table).where(*old).values(account_id=None))
        history = table_of(HistoryEntry)
        named = history.c.entity.in_([one.__name__ for one in (Membership, *(one for one, _ in ACTED))])
        _forget_in_values(session, f'%"{_FIELD}": "%', named, history.c.at < limit)


def _forget_in_values(session: Session, pattern: str, *where: Any) -> None:  # noqa: ANN401 - conditions
    """Empty the account in the values of the history that hold what is looked for."""
    table = table_of(HistoryEntry)
    holds = or_(*(cast(table.c[name], String).like(pattern) for name in ("before", "after")))
    query = select(table.c.id, table.c.before, table.c.after).where(holds, *where)
    for id_, before, after in session.connection().execute(query).all():
        changes = {
            name: values | {_FIELD: None}
            for name, values in (("before", before), ("after", after))
            if values and values.get(_FIELD)
        }
        if changes:
            session.connection().execute(update(table).where(table.c.id == id_).values(**changes))
