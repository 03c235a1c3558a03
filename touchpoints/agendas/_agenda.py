"""What a template of an agenda says: its activities in order, each as its kind has it unless it says more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from touchpoints.activities import ActivityKind, activity_kind
from touchpoints.messages import Wording
from touchpoints.model import Selection


@dataclass(frozen=True)
class AgendaItem:
    """One activity of a template; what is empty or None is as its kind has it.

    `title` and `instructions` are English texts of the catalogue.
    """

    kind: str
    minutes: int
    title: str = ""
    instructions: str = ""
    selection: Selection | None = None
    asks_department: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def of(self) -> ActivityKind:
        """Its kind; raises UnknownActivity."""
        return activity_kind(self.kind)


@dataclass(frozen=True)
class Agenda:
    """A template: `name` and `note` are English texts of the catalogue, `order` is its place among others."""

    id: str
    order: int
    name: str
    note: str
    items: tuple[AgendaItem, ...]

    @property
    def minutes(self) -> int:
        """How long it takes, breaks included."""
        return sum(item.minutes for item in self.items)

    @property
    def activities(self) -> tuple[AgendaItem, ...]:
        """The items in which somebody does something: all but breaks."""
        return tuple(item for item in self.items if item.of.takes_answers)


def pause(minutes: int, title: str = "") -> AgendaItem:
    """A break; one for a meal has a title of its own."""
    return AgendaItem("break", minutes, title)


def worded(item: AgendaItem, wording: Wording) -> dict[str, Any]:
    """The values of an activity in one language: from then on they are the project's own texts."""
    kind = item.of
    return {
        "kind": kind.id,
        "title": wording.say(item.title or kind.name),
        "instructions": wording.say(item.instructions or kind.instructions),
        "minutes": item.minutes,
        "selection": kind.selection if item.selection is None else item.selection,
        "is_named": kind.is_named,
        "asks_department": kind.asks_department or item.asks_department,
        "by_table": kind.by_table,
        "settings": {**kind.settings, **item.settings},
    }
