"""All that is stored about one person: given out as JSON, and made anonymous wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import Table, delete, func, or_, select
from sqlmodel import Session, col

from storage.access import Actor, Right
from storage.intents import NoSuchRow, Work, intent
from storage.personal_texts import clear_own_history, forget_typed_names, replace_in_texts
from storage.persons import PersonEntry
from storage.revisions import COACH, MEASUREMENTS, PLAN, VOICES, WORKSHOP
from storage.store import Store
from storage.tables import table_of
from storage.traces import take_leave
from storage.wording import wording_for
from touchpoints.messages import N_, message
from touchpoints.model import (
    ENTITIES,
    Account,
    ChangeKind,
    HistoryEntry,
    Membership,
    Person,
    Project,
)

_FORMER = N_("former owner {number}")
# No copy of a secret leaves the database, not even hashed.
_SECRETS = {"token_hash", "reply_hash", "pseudonym"}


def export_person(store: Store, actor: Actor, project_id: UUID, person_id: UUID) -> dict[str, Any]:
    """All about a person of the project, and about the accounts that he signs in with, as plain JSON.

    Raises:
        NoSuchRow: there is no such person here.
    """
    with store.reading(actor, project_id, Right.CHANGE) as session:
        person = _person(session, project_id, person_id)
        accounts = _accounts_of(session, project_id, person_id)
        found = {
            "person": person.model_dump(),
            "accounts": [session.get_one(Account, id_).model_dump() for id_ in accounts],
            "named_in": list(rows_naming(session, project_id, "person", person_id)),
            "written_or_changed": [
                row for id_ in accounts for row in rows_naming(session, project_id, "account", id_)
            ],
            "history_of_the_entry": list(history_of(session, project_id, person_id)),
        }
    plain: dict[str, Any] = to_jsonable_python(found)
    return plain


def _person(session: Session, project_id: UUID, person_id: UUID) -> Person:
    """The person, in the bin or not."""
    found = session.get(Person, person_id)
    if found is None or found.project_id != project_id:
        raise NoSuchRow
    return found


def _accounts_of(session: Session, project_id: UUID, person_id: UUID) -> tuple[UUID, ...]:
    mine = (col(Membership.project_id) == project_id, col(Membership.person_id) == person_id)
    found = session.connection().execute(select(col(Membership.account_id)).where(*mine))
    return tuple(sorted(found.scalars()))


@cache
def _references(target: str) -> Sequence[tuple[Table, str]]:
    """Every column of every table that names a person, or an account: a new one is among them by itself."""
    return [
        (table, column.name)
        for table in ENTITIES.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table.name == target for key in column.foreign_keys)
    ]


def rows_naming(session: Session, project_id: UUID, target: str, id_: UUID) -> Iterator[dict[str, Any]]:
    """Every row, of the project or of none, that names a person or an account."""
    for table, column in _references(target):
        query = select(*(one for one in table.columns if one.name not in _SECRETS)).where(
            table.c[column] == id_
        )
        if "project_id" in table.columns:
            query = query.where(or_(table.c.project_id == project_id, table.c.project_id.is_(None)))
        for row in session.connection().execute(query).mappings():
            yield {"table": table.name, "as": column.removesuffix("_id"), **row}


def history_of(session: Session, project_id: UUID, entity_id: UUID) -> Iterator[dict[str, Any]]:
    """The lines of history about one entry, the oldest first."""
    table = table_of(HistoryEntry)
    query = select(table).where(table.c.project_id == project_id, table.c.entity_id == entity_id)
    for row in session.connection().execute(query.order_by(table.c.at)).mappings():
        yield dict(row)


@intent("make person anonymous")
def anonymise_person(work: Work, person_id: UUID) -> None:
    """Replace a name for good, in lists, the bin and the history; what he answered for stays.

    Accounts that he signs in with lose their role here. One without another is made anonymous, too; what one
    that stays did here names nobody any more.
    """
    accounts = _accounts_of(work.session, work.project, person_id)
    _make_anonymous(work, _person(work.session, work.project, person_id))
    for account_id in accounts:
        take_leave(work, account_id, is_erased=False)


def _make_anonymous(work: Work, person: Person) -> None:
    name = person.name
    label = _label(work, _FORMER, person)
    person.name, person.position, person.department = label, "", ""
    work.session.flush()
    replace_in_texts(work, name, label)
    clear_own_history(work, person.id, label)
    forget_typed_names(work, name)
    work.note(ChangeKind.CHANGED, person, after={"name": label})
    work.raised |= {PLAN, MEASUREMENTS, WORKSHOP, COACH, VOICES}


def _label(work: Work, words: str, person: Person) -> str:
    """The name that stands from now on, in the project's language; a number tells several apart."""
    wording = wording_for(work.session.get_one(Project, work.project).language)
    named = select(func.count()).where(col(Person.project_id) == work.project)
    for number in range(1, work.session.connection().execute(named).scalar_one() + 2):
        label = wording.say(message(words, number=number))
        same = (col(Person.project_id) == work.project, col(Person.name) == label)
        if work.session.connection().execute(select(col(Person.id)).where(*same)).first() is None:
            return label
    raise AssertionError(person.id)


@intent("erase person")
def erase_person(work: Work, person_id: UUID) -> None:
    """Remove a person for good, as `anonymise_person`, and from whatever he answers for, too.

    Accounts that he signs in with and that have no other role are removed with him.
    """
    person = _person(work.session, work.project, person_id)
    accounts = _accounts_of(work.session, work.project, person_id)
    _make_anonymous(work, person)
    work.note(ChangeKind.ERASED, person, before={"name": person.name})
    work.session.flush()
    work.session.connection().execute(delete(Person).where(col(Person.id) == person_id))
    for account_id in accounts:
        take_leave(work, account_id, is_erased=True)


def list_everybody(store: Store, actor: Actor, project_id: UUID) -> tuple[PersonEntry, ...]:
    """The people of a project by name, also those in the bin."""
    table = table_of(Person)
    query = select(table.c.id, table.c.name, table.c.position).where(table.c.project_id == project_id)
    with store.reading(actor, project_id, Right.CHANGE) as session:
        people = [PersonEntry(*row) for row in session.connection().execute(query)]
    return tuple(sorted(people, key=lambda one: (one.name.casefold(), one.position, one.id)))


def fields_by_table() -> Mapping[str, Sequence[str]]:
    """Every table of the database with its fields, by name."""
    return {
        table.name: [column.name for column in table.columns]
        for table in sorted(ENTITIES.metadata.sorted_tables, key=lambda one: one.name)
    }
