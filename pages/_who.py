"""Who did something, as a reader knows him: the first account and the command line have names of ours."""

from __future__ import annotations

from storage.people import FIRST_NAME
from touchpoints.messages import Wording


def said_who(wording: Wording, who: str | None) -> str:
    """The name of an account; nobody's is that of the command line. What somebody typed stays as it is."""
    if who is None:
        return wording.say("command line")
    return wording.say(FIRST_NAME) if who == FIRST_NAME else who
