"""What a room can decide about something that it is told, the same on every phone."""

from __future__ import annotations

from enum import IntEnum

from touchpoints.activities._parts import RateScale
from touchpoints.messages import N_


class Decision(IntEnum):
    """The highest stands first on a phone."""

    NOT_OURS = 1
    NOT_NOW = 2
    TACKLE = 3


DECISION = RateScale(
    "decision",
    N_("What do we do about it?"),
    min(Decision),
    max(Decision),
    {
        Decision.NOT_OURS: N_("It does not apply to us"),
        Decision.NOT_NOW: N_("Not now"),
        Decision.TACKLE: N_("We tackle it"),
    },
    is_choice=True,
)
