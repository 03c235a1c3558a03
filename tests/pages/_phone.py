"""A workshop for tests of the phone: what is opened there, who sits in it, and what a phone sends."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.activity_course import open_activity
from storage.agenda import add_activity, list_activities
from storage.board import NewTouchpoint, add_touchpoints, set_depth
from storage.seats import join_workshop
from storage.store import Store
from storage.workshops import add_workshop, open_workshop, read_workshop
from touchpoints.model import Depth, Selection


@dataclass(frozen=True)
class Hall:
    """An open workshop in a project with two key touchpoints."""

    store: Store
    project: UUID
    workshop: UUID
    touchpoints: tuple[UUID, ...]

    @property
    def code(self) -> str:
        """What stands on the wall."""
        return read_workshop(self.store, COMMAND_LINE, self.project, self.workshop).code

    def join(self) -> str:
        """One more phone: the token of its cookie."""
        return join_workshop(self.store, self.code)

    def begin(self, kind: str, **values: Any) -> UUID:
        """One more activity, open and on the wall."""
        where = (self.store, COMMAND_LINE, self.project)
        about = {"kind": kind, "title": kind, "minutes": 10, "selection": Selection.KEY}
        made = add_activity(*where, self.workshop, about | values)
        self.press(open_activity, made)
        return made

    def press(self, button: Any, activity: UUID) -> None:
        """Press a button of the console as it is shown now."""
        where = (self.store, COMMAND_LINE, self.project)
        [shown] = [one for one in list_activities(*where, self.workshop) if one.id == activity]
        button(*where, activity, shown.version)


def open_hall(store: Store, project: UUID, name: str = "Monday") -> Hall:
    """A workshop that has just begun."""
    new = [NewTouchpoint(one) for one in ("Desk", "Invoice")]
    add_touchpoints(store, COMMAND_LINE, project, new)
    set_depth(store, COMMAND_LINE, project, [one.id for one in new], Depth.KEY)
    workshop = add_workshop(store, COMMAND_LINE, project, {"name": name})
    open_workshop(store, COMMAND_LINE, project, workshop)
    return Hall(store, project, workshop, tuple(one.id for one in new))


def act(kind: str, activity: UUID | None = None, person: int = 1, **more: Any) -> dict[str, Any]:
    """What the script of a phone sends."""
    about = {} if activity is None else {"activity": str(activity), "person": person}
    return {"id": str(uuid4()), "kind": kind, **about, **more}


def shown(frame: AppTest) -> dict[str, Any]:
    """What the phone's component is told."""
    assert not frame.exception, frame.exception
    [component] = frame.get("bidi_component")
    [data] = json.loads(component.proto.json)
    return dict(data)
