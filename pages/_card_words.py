"""What the kinds of cards are called: on the phones that write them and on the wall that shows them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pages._words import WORDS
from touchpoints.messages import N_, Wording
from touchpoints.model import CardKind, FindingKind

CARD_WORDS: Mapping[CardKind, str] = {
    CardKind.FIRST_CONTACT: N_("First contact"),
    CardKind.TOUCHPOINT: N_("Touchpoint"),
    CardKind.DISAPPOINTING: N_("Disappoints"),
    CardKind.OKAY: N_("Is expected"),
    CardKind.DELIGHTFUL: N_("Delights"),
    CardKind.KEEP: WORDS[FindingKind][FindingKind.KEEP],
    CardKind.DROP: WORDS[FindingKind][FindingKind.DROP],
    CardKind.IMPROVE: WORDS[FindingKind][FindingKind.IMPROVE],
    CardKind.WASTE: WORDS[FindingKind][FindingKind.WASTE],
    CardKind.BARRIER: WORDS[FindingKind][FindingKind.BARRIER],
    CardKind.IDEA: WORDS[FindingKind][FindingKind.IDEA],
    CardKind.STEP: N_("Step of the process"),
    CardKind.BREAK: N_("Break in the process"),
    CardKind.OPTION: N_("Option"),
    CardKind.ACTION: N_("Action"),
    CardKind.SENTENCE: N_("Sentence"),
    CardKind.PARKED: N_("Parking lot"),
}


def said_of_promise(wording: Wording, name: str, due_on: date | None) -> str:
    """Who does it and until when, as it stands on the card of an action; "" where nobody said so."""
    if due_on is None:
        return name
    if not name:
        return wording.say("until {date}", date=due_on)
    return wording.say("{name}, until {date}", name=name, date=due_on)
