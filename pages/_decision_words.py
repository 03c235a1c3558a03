"""What a room decided, in words: on the wall, on the console and in the protocol."""

from __future__ import annotations

from touchpoints.activities import RateScale
from touchpoints.messages import Wording
from touchpoints.room.findings import choice_of_room
from touchpoints.room.picture import Figure


def decision_word(wording: Wording, scale: RateScale, figure: Figure) -> str:
    """What most of the room chose."""
    choice = choice_of_room(figure)
    return wording.say("The room is split") if choice is None else wording.say(scale.words[choice])


def decision_counts(wording: Wording, scale: RateScale, figure: Figure) -> dict[str, str]:
    """How many chose what, by the word, from the top as on a phone."""
    values = range(scale.high, scale.low - 1, -1)
    return {wording.say(scale.words[one]): wording.number(figure.counts.get(one, 0)) for one in values}


def decision_told(wording: Wording, scale: RateScale, figure: Figure) -> str:
    """Such as "Not now (We tackle it: 3 · Not now: 9 · It does not apply to us: 1)"."""
    counts = decision_counts(wording, scale, figure)
    told = " · ".join(f"{word}: {n}" for word, n in counts.items())
    return f"{decision_word(wording, scale, figure)} ({told})"
