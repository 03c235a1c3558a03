"""The words of the phone, whose values its script fills in."""

from __future__ import annotations

from functools import lru_cache

from pages._privacy import privacy_notice, privacy_title, responsible
from storage.privacy_notice import Notice
from touchpoints.messages import Wording

_N, _OF, _PERSON, _LEFT, _BUDGET, _TEXT, _SUBJECT = (
    *("{n}", "{of}", "{person}", "{left}", "{budget}", "{text}", "{subject}"),
)


# A hundred phones say the same.
@lru_cache(maxsize=8)
def ballot_words(wording: Wording, notice: Notice) -> dict[str, object]:
    """All that the script says, by its own names; a {value} in braces is filled in by the browser."""
    return {
        **_of_storing(wording),
        **_of_going_on(wording),
        **_of_parts(wording),
        **_of_bar(wording),
        "privacyTitle": privacy_title(wording),
        "privacy": (*privacy_notice(wording), *responsible(wording, notice)),
    }


def _of_storing(wording: Wording) -> dict[str, str]:
    say = wording.say
    return {
        "stored": say("Stored"),
        "sending": say("Sending …"),
        "kept": say("Not stored yet: this phone keeps it and sends it as soon as it can."),
        "notStored": say("Not stored"),
        "understood": say("Understood"),
        "yourText": say("Your text: {text}", text=_TEXT),
    }


def _of_going_on(wording: Wording) -> dict[str, str]:
    say = wording.say
    return {
        "progress": say("{n} of {of}", n=_N, of=_OF),
        "back": say("Back"),
        "next": say("Next"),
        "skip": say("Go on without"),
        "finish": say("Done"),
        "allDone": say("You are done."),
        "allDoneText": say("Your answers are stored. You can change them while this is open."),
        "doneTogether": say("Stored. The facilitator goes on with the next one."),
        "draftLeft": say("You have begun a text that you have not sent yet."),
        "goOn": say("Forward and back"),
        "again": say("Look through them again"),
        "alsoOpen": say("Also open"),
        "person": say("Person {person} at this phone", person=_PERSON),
        "nextPerson": say("Next person"),
        "previousPerson": say("Back to person {person}", person=_PERSON),
        "shareTitle": say("Does somebody else answer at this phone?"),
    }


def _of_parts(wording: Wording) -> dict[str, str]:
    say = wording.say
    return {
        "name": say("Your name"),
        "department": say("Your department"),
        "optional": say("You need not say it."),
        "save": say("Save"),
        "pointsLeft": say("{left} of {budget} points left", left=_LEFT, budget=_BUDGET),
        "dotsLeft": say("{left} of {budget} dots left", left=_LEFT, budget=_BUDGET),
        "less": say("Less for {subject}", subject=_SUBJECT),
        "more": say("More for {subject}", subject=_SUBJECT),
        "cardKind": say("What is it?"),
        "touchpoint": say("Which touchpoint is it about?"),
        "noTouchpoint": say("None in particular"),
        "text": say("Your text"),
        "wordForWord": say("Your text appears word for word."),
        "put": say("Put it on the wall"),
        "yours": say("Your cards"),
        "change": say("Change it"),
        "withdraw": say("Withdraw"),
        "keepAsWas": say("Leave it as it was"),
        "take": say("I take this on"),
        "until": say("Until when?"),
        "who": say("Who does it?"),
        "nameUntil": say("{name}, until {date}", name="{name}", date="{date}"),
        "untilDay": say("until {date}", date="{date}"),
        "whoIsShown": say("The name and the day stand on the wall beside your text. You need not give them."),
        "dayIsShown": say("The day stands on the wall beside your text. You need not give it."),
        "giveBack": say("Give it back"),
        "nothingToTake": say("There is no action to take on yet. You can propose one."),
    }


def _of_bar(wording: Wording) -> dict[str, str]:
    say = wording.say
    return {
        "parking": say("Parking lot"),
        "parkingText": say("What does not belong here, and must not be lost? It stays for later."),
        "park": say("Put it into the parking lot"),
        "parked": say("It lies in the parking lot."),
        "menu": say("More"),
        "close": say("Close"),
        "leave": say("Leave the workshop"),
        "leaveText": say("What you answered stays. To come back, scan the code again."),
        "leaveUnsent": say("Some answers are not stored yet. They are lost if you leave now."),
    }
