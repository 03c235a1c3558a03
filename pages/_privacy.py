"""What happens with what people answer: in a workshop, on a public form, and who is responsible for it."""

from __future__ import annotations

from storage.privacy_notice import Notice
from touchpoints.messages import N_, Wording


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


def responsible(wording: Wording, notice: Notice, company: str = "") -> tuple[str, ...]:
    """Who answers for the data, what for, how long, whom one asks; in sensible words where nobody set it.

    `company` is who asks, as far as it is known without the notice.
    """
    say = wording.say
    controller = notice.controller or company or say("the company that gave you this link or code")
    purpose = notice.purpose or say("to make every contact with customers better")
    duration = notice.duration or say("as long as the project lasts, and at most 30 days after its deletion")
    contact = notice.contact or say("whoever gave you this link or code")
    return (
        say("Responsible: {controller}", controller=controller),
        say("What for: {purpose}", purpose=purpose),
        say("How long: {duration}", duration=duration),
        say("Questions, access, deletion: {contact}", contact=contact),
    )


def voice_notice(wording: Wording) -> tuple[str, ...]:
    """What becomes of an idea or a warning."""
    say = wording.say
    return (
        say(
            "Your name is stored only if you give it. Besides your text, its kind and the touchpoint, the "
            "day is kept, but neither the time nor your device, and there is no cookie."
        ),
        say("The people who lead the project read your text word for word, and answer it."),
        say(
            "The reply code is stored only in a scrambled form: nobody but you can find your text by it, and "
            "nobody can give it to you again."
        ),
        say(_OF_ADDRESS),
    )


def feedback_notice(wording: Wording, *, asks_sentence: bool) -> tuple[str, ...]:
    """What becomes of a customer's answer."""
    say = wording.say
    sentence = say(
        "Your sentence is read by the people who lead the project before anybody else sees it. It is "
        "stored with its day, apart from your other answer. What names somebody is refused, and erased after "
        "30 days."
    )
    counted = say(
        "Your answer is added to a count. Neither you nor your device is stored, and no time of your answer."
    )
    cookie = say(
        "After you have answered, a cookie remembers for one day only that this browser has answered, so "
        "that nobody is counted twice by mistake. The form works without cookies, too."
    )
    return (counted, *([sentence] if asks_sentence else []), cookie, say(_OF_ADDRESS))


_OF_ADDRESS = N_(
    "Your network address is held in memory for a few minutes, so that nobody can flood this page; it is "
    "never stored."
)
