"""Where the people of a project are named, and two entries that are one person made into one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlmodel import col, select

from storage.access import Actor
from storage.intents import NoSuchRow, Work, intent
from storage.store import Store
from storage.tables import table_of
from touchpoints.model import (
    Action,
    ActionPerson,
    BinnableRow,
    Goal,
    Kpi,
    Person,
    ProjectRow,
    ReviewPerson,
    Touchpoint,
)

Row = type[ProjectRow]
# Where a person answers for something, and where he is one of several.
_ANSWERS: Sequence[tuple[Row, str]] = (
    (Touchpoint, "owner_id"),
    (Touchpoint, "sponsor_id"),
    (Goal, "sponsor_id"),
    (Action, "owner_id"),
    (Kpi, "owner_id"),
)
_LINKS: Sequence[Row] = (ActionPerson, ReviewPerson)


@dataclass(frozen=True)
class NamedPerson:
    """A person with how often each kind of thing names him."""

    id: UUID
    version: int
    name: str
    position: str
    named: Mapping[Row, int]


@dataclass(frozen=True)
class Mention:
    """One place that names a person, as it was before another one took it over."""

    entity: Row
    field: str
    values: Mapping[str, Any]


def list_named_people(store: Store, actor: Actor, project_id: UUID) -> tuple[NamedPerson, ...]:
    """The people by name, with what they answer for and where they took part."""
    query = select(Person).where(Person.project_id == project_id, col(Person.binned_at).is_(None))
    with store.reading(actor, project_id) as session:
        named = _count(session, project_id)
        people = [
            NamedPerson(one.id, one.version or 0, one.name, one.position, named[one.id])
            for one in session.exec(query)
        ]
    return tuple(sorted(people, key=lambda one: (one.name.casefold(), one.position, one.id)))


def _count(session: Any, project_id: UUID) -> Mapping[UUID, Mapping[Row, int]]:  # noqa: ANN401 - a session for reading
    found: dict[UUID, Counter[Row]] = defaultdict(Counter)
    for entity, counting in _counts():
        for person_id, number in session.execute(counting, {"project": project_id}):
            found[person_id][entity] += number
    return found


@cache
def _counts() -> Sequence[tuple[Row, Any]]:
    """A statement for each field; what lies in the bin names nobody."""
    return [(entity, _counted(entity, field)) for entity, field in _fields()]


def _fields() -> Iterator[tuple[Row, str]]:
    yield from _ANSWERS
    yield from ((entity, "person_id") for entity in _LINKS)


def _counted(entity: Row, field: str) -> Any:  # noqa: ANN401 - a select of two columns
    columns = table_of(entity).c
    is_asked = (columns.project_id == bindparam("project")) & columns[field].is_not(None)
    if issubclass(entity, BinnableRow):
        is_asked &= columns.binned_at.is_(None)
    return select(columns[field], func.count()).where(is_asked).group_by(columns[field])


def mentions_of(store: Store, actor: Actor, project_id: UUID, person_id: UUID) -> tuple[Mention, ...]:
    """Every place that names a person, read before he is merged, so that it can be undone."""
    with store.reading(actor, project_id) as session:
        return tuple(
            Mention(entity, field, row.model_dump(exclude={"version"}))
            for entity, field in _fields()
            for row in session.exec(_naming(entity, field, project_id, person_id))
        )


def _naming(entity: Row, field: str, project_id: UUID, person_id: UUID) -> Any:  # noqa: ANN401 - a select of whole rows
    return select(entity).where(entity.project_id == project_id, getattr(entity, field) == person_id)


@intent("merge people")
def merge_people(work: Work, person_id: UUID, into_id: UUID) -> None:
    """Two entries are one person: the second takes over whatever names the first, which goes into the bin."""
    person, into = work.find(Person, person_id), work.find(Person, into_id)
    if person.id == into.id:
        return
    for entity, field in _ANSWERS:
        for row in work.session.exec(_naming(entity, field, work.project, person.id)).all():
            work.change(row, **{field: into.id})
    for link in _LINKS:
        _take_over(work, link, person.id, into.id)
    work.bin(person)


def _take_over(work: Work, link: Row, person_id: UUID, into_id: UUID) -> None:
    """Whoever took part under both names took part once."""
    there = {_part(row) for row in work.session.exec(_naming(link, "person_id", work.project, into_id))}
    for row in work.session.exec(_naming(link, "person_id", work.project, person_id)).all():
        if _part(row) in there:
            work.session.delete(row)
        else:
            row.person_id = into_id
    work.session.flush()


def _part(row: ProjectRow) -> tuple[Any, ...]:
    """What somebody took part in, and how."""
    values = row.model_dump(exclude={"id", "version", "person_id"})
    return tuple(values.items())


@intent("undo merging people")
def undo_merging(work: Work, person_id: UUID, into_id: UUID, mentions: Sequence[Mention]) -> None:
    """Both are there again, and each place names whom it named, unless that was changed since."""
    work.restore(work.find(Person, person_id))
    for mention in mentions:
        if mention.values["project_id"] != work.project:
            raise NoSuchRow
        row = work.session.get(mention.entity, mention.values["id"])
        if row is None and mention.entity in _LINKS:
            work.fill([mention.entity(**mention.values)])
        elif row is not None and getattr(row, mention.field) == into_id:
            _give_back(work, row, mention.field, person_id)
    work.session.flush()


def _give_back(work: Work, row: ProjectRow, field: str, person_id: UUID) -> None:
    if type(row) in _LINKS:
        setattr(row, field, person_id)
    else:
        work.change(row, **{field: person_id})
