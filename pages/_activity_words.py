"""How far an activity is, as a word with a sign: on the agenda, the console and the wall."""

from __future__ import annotations

from collections.abc import Mapping

from touchpoints.messages import N_
from touchpoints.model import ActivityState

STATE_WORDS: Mapping[ActivityState, str] = {
    ActivityState.PLANNED: N_("planned"),
    ActivityState.OPEN: N_("running"),
    ActivityState.PAUSED: N_("paused"),
    ActivityState.REVEALED: N_("revealed"),
    ActivityState.CLOSED: N_("closed"),
}
# Told apart by their shape alone, in every font that a laptop has.
STATE_SIGNS: Mapping[ActivityState, str] = {
    ActivityState.PLANNED: "○",
    ActivityState.OPEN: "▶",
    ActivityState.PAUSED: "Ⅱ",
    ActivityState.REVEALED: "◉",
    ActivityState.CLOSED: "✓",
}
