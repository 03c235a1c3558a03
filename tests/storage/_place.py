"""A project with one touchpoint, and what the guide counts of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from storage.access import Actor
from storage.persons import add_person
from storage.step_facts import read_project_facts
from storage.store import Store
from touchpoints.project_facts import Thing, TouchpointFacts

Undo = Callable[[], object]


@dataclass(frozen=True)
class Place:
    """A project with one touchpoint, and who works on it."""

    store: Store
    actor: Actor
    project: UUID
    desk: UUID

    @property
    def where(self) -> tuple[Store, Actor, UUID]:
        return self.store, self.actor, self.project

    def count(self, thing: Thing, mark: str | None = None) -> int:
        return read_project_facts(*self.where).count_things(thing, mark)

    @property
    def facts(self) -> TouchpointFacts:
        [facts] = read_project_facts(*self.where).touchpoints
        return facts

    def person(self, name: str = "Ada") -> UUID:
        return add_person(*self.where, name)
