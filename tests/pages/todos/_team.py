"""A bakery with three people, and the eyes and hands of whoever looks at his to-dos there."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from streamlit.testing.v1 import AppTest

from storage.access import COMMAND_LINE
from storage.invitations import invite
from storage.people import actor_of, enter
from storage.persons import add_person
from storage.projects import new_project
from storage.store import Store
from tests.pages._board_hand import act
from tests.pages._screen import _dialog_alone as dialog_alone
from tests.pages.plan._stored import add, stored
from touchpoints.days import day_in
from touchpoints.model import ProjectInput, ProjectRole

BAKERY = ProjectInput(name="Bakery", language="en")
Open = Callable[..., AppTest]


class Team:
    """A bakery: Ada leads the team and looks, Ben can come in, too, Eve cannot."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.bakery = new_project(store, COMMAND_LINE, BAKERY)
        self.today = day_in(store.now(), BAKERY.time_zone)
        self.ada, self.ben, self.eve = (
            add_person(store, COMMAND_LINE, self.bakery, name) for name in ("Ada", "Ben", "Eve")
        )
        self.cookie = self._come_in("Ada", self.ada)
        self.actor = actor_of(store, self.cookie)
        self.by_ben = actor_of(store, self._come_in("Ben", self.ben))

    def _come_in(self, name: str, person: UUID) -> str:
        about = {"name": name, "role": ProjectRole.TEAM_LEAD, "days": 30, "person_id": person}
        mail = {"mail": f"{name}@bakery.example"}
        return enter(self.store, invite(self.store, COMMAND_LINE, self.bakery, about | mail)) or ""

    def add(self, name: str, days: int | None = None, **values: Any) -> UUID:
        """A to-do of Ada's that is due so many days from today."""
        due = None if days is None else self.today + timedelta(days=days)
        return add(self.store, self.bakery, name, **{"owner_id": self.ada, "due_on": due, **values})

    def stored(self, name: str) -> Any:
        return stored(self.store, self.bakery)[name]


def listed(frame: AppTest) -> dict[str, list[list[Any]]]:
    """The lines of each group, as the script is given them."""
    sent = [one.proto for one in frame.get("bidi_component") if "todos" in one.proto.component_name]
    written = json.loads(json.loads(sent[0].json)[0]) if sent else {"groups": []}
    return {group["title"]: group["todos"] for group in written["groups"]}


def names(frame: AppTest) -> dict[str, list[str]]:
    return {title: [line[1] for line in lines] for title, lines in listed(frame).items()}


def tap(frame: AppTest, todo: UUID) -> AppTest:
    return act(frame, "my-todos", "opened", todo=str(todo))


def part(frame: AppTest, name: str) -> None:
    """Go to a part of the drawer."""
    field(frame.segmented_control, "Part").set_value(name)
    run(frame)


def field(fields: Any, label: str) -> Any:
    return next(one for one in fields if one.label == label)


def run(frame: AppTest) -> None:
    with dialog_alone(frame):
        frame.run()
    assert not frame.exception, frame.exception


def in_words(day: date) -> str:
    month = day.strftime("%b") if day.month != 9 else "Sept"
    return f"{day.day} {month} {day.year}"
