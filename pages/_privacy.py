"""What happens with what people answer: the same words before they join and on their phones."""

from __future__ import annotations

from touchpoints.messages import Wording


def privacy_title(wording: Wording) -> str:
    """What the notice answers."""
    return wording.say("What happens with my answers?")


def privacy_notice(wording: Wording) -> tuple[str, ...]:
    """The notice, a sentence or two in each paragraph."""
    say = wording.say
    return (
        say(
            "You need no account. One cookie keeps your seat on this phone, and answers that are not sent "
            "yet wait in its memory. Leaving removes both."
        ),
        say(
            "Ratings are confidential: shown are only figures about five people or more. When the workshop "
            "is concluded, nothing but counts is kept; then your answers are anonymous."
        ),
        say("Texts that you write appear on the wall word for word, without your name."),
        say(
            "Your name or your department is asked only where an activity needs it, and you need not say it. "
            "Where names are shown, it says so before you answer."
        ),
    )
