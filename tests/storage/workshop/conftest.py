"""What the tests of the live workshop share: a room with three key touchpoints and people in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from storage.access import Actor
from storage.activity_course import open_activity
from storage.agenda import ActivityEntry, add_activity, list_activities
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.seats import join_workshop, participant_of
from storage.store import Store
from storage.workshops import add_workshop, open_workshop, read_workshop
from touchpoints.model import Depth, Selection


@dataclass(frozen=True)
class Room:
    """An open workshop in a project with three key touchpoints, in the order of the journey."""

    store: Store
    facilitator: Actor
    project: UUID
    workshop: UUID
    touchpoints: tuple[UUID, ...]

    @property
    def code(self) -> str:
        """What stands on the wall."""
        return read_workshop(*self.place, self.workshop).code

    @property
    def place(self) -> tuple[Store, Actor, UUID]:
        """The first three arguments of whatever the facilitator does."""
        return self.store, self.facilitator, self.project

    def join(self) -> Actor:
        """One more phone."""
        return participant_of(self.store, join_workshop(self.store, self.code))

    def add(self, kind: str = "experience", **values: Any) -> UUID:
        """One more activity, about the key touchpoints."""
        about = {"kind": kind, "title": kind, "minutes": 10, "selection": Selection.KEY}
        return add_activity(*self.place, self.workshop, about | values)

    def activity(self, id_: UUID) -> ActivityEntry:
        """How an activity stands now."""
        return next(one for one in list_activities(*self.place, self.workshop) if one.id == id_)

    def press(self, button: Callable[..., None], id_: UUID) -> None:
        """Press a button of the console as it is shown now."""
        button(*self.place, id_, self.activity(id_).version)

    def begin(self, kind: str = "experience", **values: Any) -> UUID:
        """One more activity that takes answers."""
        id_ = self.add(kind, **values)
        self.press(open_activity, id_)
        return id_


@pytest.fixture
def room(store: Store, facilitator: Actor, project: UUID) -> Room:
    """Nobody is in yet."""
    new = [NewTouchpoint(name) for name in ("Web site", "Desk", "Invoice")]
    add_touchpoints(store, facilitator, project, new)
    set_depth(store, facilitator, project, [one.id for one in new], Depth.KEY)
    workshop = add_workshop(store, facilitator, project, {"name": "Monday"})
    open_workshop(store, facilitator, project, workshop)
    return Room(store, facilitator, project, workshop, tuple(one.id for one in new))
