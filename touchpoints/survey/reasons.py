"""Why an answer was left out of the counts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from touchpoints.messages import N_, Message
from touchpoints.statistics.scale import Scale


class Reason(StrEnum):
    """Why an answer was left out; the words go through files and processes, so they stay as they are."""

    BLANK = "blank"
    NO_ANSWER = "no answer"
    NOT_A_NUMBER = "not a number"
    NOT_WHOLE = "not whole"
    OUTSIDE_SCALE = "outside the scale"
    NO_WAVE = "no wave"
    NO_WEIGHT = "no weight"
    NO_COUNT = "no count"
    NO_ITEM = "no item"
    IGNORED = "ignored"
    REPEATED = "repeated"


SENTENCES: Mapping[Reason, str] = {
    Reason.BLANK: N_("blank"),
    Reason.NO_ANSWER: N_("a code for no answer"),
    Reason.NOT_A_NUMBER: N_("neither a number nor one of the named answers"),
    Reason.NOT_WHOLE: N_("between two points of the scale"),
    Reason.OUTSIDE_SCALE: N_("outside the scale {low} to {high}"),
    Reason.NO_WAVE: N_("the wave is missing or cannot be read"),
    Reason.NO_WEIGHT: N_("the weight is missing or not positive"),
    Reason.NO_COUNT: N_("the number of answers is missing or not a whole number"),
    Reason.NO_ITEM: N_("the row does not say which touchpoint or question it is about"),
    Reason.IGNORED: N_("the mapping ignores the item"),
    Reason.REPEATED: N_("the same answers stand in other rows of the file already"),
}


def say_reason(reason: Reason, scale: Scale | None = None) -> Message:
    """The reason as a text, with the scale where the reason is about it."""
    if scale is None or reason is not Reason.OUTSIDE_SCALE:
        return Message(SENTENCES[reason])
    return Message(SENTENCES[reason], {"low": scale.low, "high": scale.high})
