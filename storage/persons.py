"""The people of a project who answer for touchpoints, actions and KPIs; they need no account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam
from sqlmodel import col, select

from storage.access import Actor, Right
from storage.checking import checked
from storage.intents import Work, intent
from storage.store import Store
from touchpoints.model import Person, PersonInput


@dataclass(frozen=True)
class PersonEntry:
    """A person as he stands in a list to choose from."""

    id: UUID
    name: str
    position: str


# Asked at every run of a page where somebody is chosen.
_PERSONS = select(Person.id, Person.name, Person.position).where(
    Person.project_id == bindparam("project"), col(Person.binned_at).is_(None)
)


def list_persons(store: Store, actor: Actor, project_id: UUID) -> tuple[PersonEntry, ...]:
    """The people of a project by name, in capital letters or not."""
    with store.reading(actor, project_id) as session:
        entries = (PersonEntry(*row) for row in session.exec(_PERSONS, params={"project": project_id}))
        return tuple(sorted(entries, key=lambda entry: (entry.name.casefold(), entry.position, entry.id)))


@intent("add person", right=Right.FOLLOW_UP)
def add_person(work: Work, name: str) -> UUID:
    """Add a person; the only one of this name that is there already is taken. Raises UnusableInput."""
    given = checked(PersonInput, {"name": name})
    query = select(Person).where(Person.project_id == work.project, col(Person.binned_at).is_(None))
    same = [row.id for row in work.session.exec(query) if row.name.casefold() == given.name.casefold()]
    if len(same) == 1:
        return same[0]
    return work.add(Person(**given.model_dump(), project_id=work.project)).id


@intent("change person")
def change_person(work: Work, person_id: UUID, shown_version: int, changes: Mapping[str, Any]) -> None:
    """Save the edited name or position of a person; raises UnusableInput, VersionConflict."""
    stored = work.find(Person, person_id).model_dump(include=set(PersonInput.model_fields))
    given = checked(PersonInput, stored | dict(changes))
    work.save(Person, person_id, shown_version, given.model_dump(include=set(changes)))


@intent("throw person away")
def bin_person(work: Work, person_id: UUID) -> None:
    """Throw a person into the bin; whatever he answers for keeps his name."""
    work.bin(work.find(Person, person_id))


@intent("restore person")
def restore_person(work: Work, person_id: UUID) -> None:
    """Take a person out of the bin."""
    work.restore(work.find(Person, person_id))
