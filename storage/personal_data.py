"""All that is stored about one person: given out as JSON, and made anonymous wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python
from sqlalchemy import Table, delete, func, or_, select, update
from sqlmodel import Session, col

from storage.access import Actor, Right
from storage.intents import NoSuchRow, Work, intent, within
from storage.persons import PersonEntry
from storage.revisions import MEASUREMENTS, PLAN, WORKSHOP
from storage.store import Store
from storage.tables import table_of
from storage.wording import wording_for
from touchpoints.messages import N_, message
from touchpoints.model import (
    ENTITIES,
    AccessLink,
    Account,
    Ballot,
    Card,
    ChangeKind,
    HistoryEntry,
    Membership,
    Participant,
    Person,
    Project,
    Reveal,
    SignIn,
    TakeOver,
    Voice,
)
from touchpoints.model.people import CalendarFeed

_FORMER = N_("former owner {number}")
_FORMER_ACCOUNT = N_("former account {number}")
_ACTORS_ARE_KEPT = timedelta(days=730)
# No copy of a secret leaves the database, not even hashed.
_SECRETS = {"token_hash", "reply_hash", "pseudonym"}
# Where a name was typed into the room or a form, and where texts of the past hold it.
_TYPED_NAMES = (Participant, Ballot, Card, Voice)
_TEXTS: Sequence[tuple[Any, tuple[str, ...]]] = (
    (HistoryEntry, ("before", "after")),
    (TakeOver, ("changes",)),
    (Reveal, ("picture", "basis")),
    (Ballot, ("content",)),
)


def export_person(store: Store, actor: Actor, project_id: UUID, person_id: UUID) -> dict[str, Any]:
    """All about a person of the project, and about the account that he signs in with, as plain JSON.

    Raises:
        NoSuchRow: there is no such person here.
    """
    with store.reading(actor, project_id, Right.CHANGE) as session:
        person = _person(session, project_id, person_id)
        account_id = _account_of(session, project_id, person_id)
        account = session.get(Account, account_id) if account_id else None
        found = {
            "person": person.model_dump(),
            "account": account.model_dump() if account else None,
            "named_in": list(_rows_naming(session, project_id, "person", person_id)),
            "written_or_changed": list(_rows_naming(session, project_id, "account", account_id)),
            "history_of_the_entry": list(_history_of(session, project_id, person_id)),
        }
    plain: dict[str, Any] = to_jsonable_python(found)
    return plain


def _person(session: Session, project_id: UUID, person_id: UUID) -> Person:
    """The person, in the bin or not."""
    found = session.get(Person, person_id)
    if found is None or found.project_id != project_id:
        raise NoSuchRow
    return found


def _account_of(session: Session, project_id: UUID, person_id: UUID) -> UUID | None:
    mine = (col(Membership.project_id) == project_id, col(Membership.person_id) == person_id)
    return session.connection().execute(select(col(Membership.account_id)).where(*mine)).scalar()


@cache
def _references(target: str) -> Sequence[tuple[Table, str]]:
    """Every column of every table that names a person, or an account: a new one is among them by itself."""
    return [
        (table, column.name)
        for table in ENTITIES.metadata.sorted_tables
        for column in table.columns
        if any(key.column.table.name == target for key in column.foreign_keys)
    ]


def _rows_naming(
    session: Session, project_id: UUID, target: str, id_: UUID | None
) -> Iterator[dict[str, Any]]:
    for table, column in _references(target) if id_ else ():
        query = select(*(one for one in table.columns if one.name not in _SECRETS)).where(
            table.c[column] == id_
        )
        if "project_id" in table.columns:
            query = query.where(or_(table.c.project_id == project_id, table.c.project_id.is_(None)))
        for row in session.connection().execute(query).mappings():
            yield {"kind": table.name, "as": column.removesuffix("_id"), **row}


def _history_of(session: Session, project_id: UUID, person_id: UUID) -> Iterator[dict[str, Any]]:
    table = table_of(HistoryEntry)
    query = select(table).where(table.c.project_id == project_id, table.c.entity_id == person_id)
    for row in session.connection().execute(query.order_by(table.c.at)).mappings():
        yield dict(row)


@intent("make person anonymous")
def anonymise_person(work: Work, person_id: UUID) -> None:
    """Replace a name for good, in lists, the bin and the history; what he answered for stays.

    An account that he signs in with loses its role here, and is made anonymous, too, where it has no other.
    """
    person = _person(work.session, work.project, person_id)
    name = person.name
    account_id = _account_of(work.session, work.project, person_id)
    label = _label(work, _FORMER, person)
    person.name, person.position, person.department = label, "", ""
    work.session.flush()
    _replace_in_texts(work, name, label)
    _forget_typed_names(work, name)
    work.note(ChangeKind.CHANGED, person, after={"name": label})
    if account_id:
        _take_leave(work, account_id)
    work.raised |= {PLAN, MEASUREMENTS, WORKSHOP}


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


def _replace_in_texts(work: Work, name: str, label: str) -> None:
    """Put the new name wherever a text of the past is that name and nothing else."""
    for entity, fields in _TEXTS:
        table = table_of(entity)
        query = select(table.c.id, *(table.c[field] for field in fields)).where(
            table.c.project_id == work.project
        )
        for id_, *texts in work.session.connection().execute(query).all():
            replaced = [_replaced(text, name, label) for text in texts]
            if replaced != list(texts):
                changes = dict(zip(fields, replaced, strict=True))
                work.session.connection().execute(update(table).where(table.c.id == id_).values(**changes))


def _replaced(value: Any, name: str, label: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    match value:
        case str():
            return label if value.casefold() == name.casefold() else value
        case Mapping():
            return {_replaced(key, name, label): _replaced(one, name, label) for key, one in value.items()}
        case list() | tuple():
            return [_replaced(one, name, label) for one in value]
    return value


def _forget_typed_names(work: Work, name: str) -> None:
    for entity in _TYPED_NAMES:
        table = table_of(entity)
        mine = (table.c.project_id == work.project, func.lower(table.c.name) == name.lower())
        work.session.connection().execute(update(table).where(*mine).values(name=""))


def _take_leave(work: Work, account_id: UUID) -> None:
    """End what an account may here; one without any role left keeps neither name nor mail address."""
    links = (col(AccessLink.account_id) == account_id, col(AccessLink.project_id) == work.project)
    work.session.connection().execute(delete(AccessLink).where(*links))
    roles = (col(Membership.account_id) == account_id, col(Membership.project_id) == work.project)
    work.session.connection().execute(delete(Membership).where(*roles))
    left = select(col(Membership.id)).where(col(Membership.account_id) == account_id)
    account = work.session.get_one(Account, account_id)
    if account.is_administrator or work.session.connection().execute(left).first() is not None:
        return
    for entity in (AccessLink, SignIn, CalendarFeed):
        mine = table_of(entity).c.account_id == account_id
        work.session.connection().execute(delete(entity).where(mine))
    counted = select(func.count()).select_from(table_of(Account))
    number = work.session.connection().execute(counted).scalar_one()
    account.name = wording_for(account.language or "").say(message(_FORMER_ACCOUNT, number=number))
    account.mail = None
    work.session.flush()


@intent("erase person")
def erase_person(work: Work, person_id: UUID) -> None:
    """Remove a person for good, as `anonymise_person`, and from whatever he answers for, too."""
    person = _person(work.session, work.project, person_id)
    within(work, anonymise_person, person_id)
    work.note(ChangeKind.ERASED, person, before={"name": person.name})
    work.session.connection().execute(delete(Person).where(col(Person.id) == person_id))


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


def forget_actors(store: Store) -> None:
    """Take out of the history who made changes more than 24 months ago; run with the rest that has a term."""
    table = table_of(HistoryEntry)
    old = (table.c.at < store.now() - _ACTORS_ARE_KEPT, table.c.account_id.is_not(None))
    with store.writing() as session:
        session.connection().execute(update(table).where(*old).values(account_id=None))
