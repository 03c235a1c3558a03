"""The hints of the coach that a room is asked about, word for word as they were said, and what it decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from touchpoints.activities import DECISION, Decision
from touchpoints.room.findings import choice_of_room
from touchpoints.room.picture import Figure, Picture

# As many as a room can talk over in one go, and as fit on its screen.
MOST_ASKED = 3
# Where the settings of an activity keep them.
HINTS = "hints"


@dataclass(frozen=True)
class AskedHint:
    """A hint as the room reads it and the facts that it is about; `touchpoint` where that is one alone."""

    id: str
    said: str
    why: str
    advice: str
    facts: tuple[str, ...]
    touchpoint: str | None = None

    @property
    def plain(self) -> dict[str, Any]:
        """The hint as plain JSON."""
        return asdict(self) | {"facts": list(self.facts)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """The hint that was stored as plain JSON."""
        return cls(**dict(plain) | {"facts": tuple(plain["facts"])})


def asked_hints(settings: Mapping[str, Any]) -> dict[str, AskedHint]:
    """The hints of an activity by the ids of its subjects, in their order; none before it was opened."""
    return {subject: AskedHint.from_plain(plain) for subject, plain in settings.get(HINTS, {}).items()}


@dataclass(frozen=True)
class DecidedHint:
    """What a room says of a hint; no figure where fewer than the floor have answered."""

    hint: AskedHint
    figure: Figure | None

    @property
    def decision(self) -> Decision | None:
        """What most have chosen; None where the room is split, or nothing may be shown."""
        choice = choice_of_room(self.figure) if self.figure else None
        return None if choice is None else Decision(choice)


def decided_hints(settings: Mapping[str, Any], picture: Picture) -> tuple[DecidedHint, ...]:
    """The hints of an activity with what the room decided, in the order in which they were asked."""
    rated = {id_: one.scales.get(DECISION.id) for id_, one in picture.rate.subjects.items()}
    return tuple(DecidedHint(hint, rated.get(id_)) for id_, hint in asked_hints(settings).items())
