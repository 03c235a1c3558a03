"""Who did something, as a reader knows him: the first account has a name of ours, and some have none."""

from __future__ import annotations

from storage.people import FIRST_NAME
from touchpoints.messages import Wording


def said_who(wording: Wording, who: str | None) -> str:
    """The name of an account; of the command line, and of whoever is forgotten, none is stored."""
    if who is None:
        return wording.say("no name stored")
    return wording.say(FIRST_NAME) if who == FIRST_NAME else who
