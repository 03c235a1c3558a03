"""What every kind of activity says about itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from touchpoints.activities._parts import Part
from touchpoints.model import Selection, SubjectKind


@dataclass(frozen=True)
class ActivityKind:
    """One kind of activity: its words, what it asks, and about what.

    `name`, `instructions` and the questions of the parts are English texts of the catalogue; `instructions`
    are read out in the room. `questions` are those of METHOD.md that it answers. `subjects` can be voted on;
    none: it asks about the whole. What an `is_record` says is only compared, never taken over. `settings` are
    what a facilitator may change, with where they begin.
    """

    id: str
    name: str
    instructions: str
    minutes: int
    parts: tuple[Part, ...]
    questions: tuple[str, ...] = ()
    subjects: tuple[SubjectKind, ...] = ()
    selection: Selection = Selection.NONE
    is_named: bool = False
    asks_department: bool = False
    by_table: bool = False
    is_record: bool = False
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def takes_answers(self) -> bool:
        """Whether phones have anything to do; in a break they have not."""
        return bool(self.parts)
