"""A break: the wall shows when it goes on, the phones rest."""

from __future__ import annotations

from touchpoints.activities._activity import ActivityKind
from touchpoints.messages import N_

ACTIVITY = ActivityKind(
    id="break",
    name=N_("Short break"),
    instructions=N_("We go on at the time that stands on the wall."),
    minutes=15,
    parts=(),
)
