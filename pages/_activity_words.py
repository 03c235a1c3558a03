"""How far an activity is, as a word with a sign: on the agenda, the console and the wall."""

from __future__ import annotations

from collections.abc import Mapping

from touchpoints.messages import N_
from touchpoints.model import ActivityState, Selection, SubjectKind

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
SELECTION_WORDS: Mapping[Selection, str] = {
    Selection.ALL: N_("all touchpoints"),
    Selection.SHORTLIST: N_("the shortlist"),
    Selection.KEY: N_("the key touchpoints"),
    Selection.BY_HAND: N_("chosen by hand"),
}
SUBJECT_WORDS: Mapping[SubjectKind, str] = {
    SubjectKind.TOUCHPOINT: N_("Touchpoints"),
    SubjectKind.OPTION: N_("Options"),
    SubjectKind.ACTION: N_("Actions"),
    SubjectKind.FINDING: N_("Findings"),
    SubjectKind.FACTOR: N_("Factors"),
    SubjectKind.CARD: N_("Cards"),
}
