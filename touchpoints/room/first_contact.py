"""The first contact: what a room takes for it, sorted along the journey, and what customers had before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from touchpoints.messages import N_, Message, message, plural
from touchpoints.name_keys import name_key

# What lies before the first call, in the order in which it is revealed.
EARLIER_CONTACTS = (
    N_("The first thought of a need, and the name that comes to mind with it"),
    N_("Something overheard"),
    N_("Asking colleagues and friends"),
    N_("Press, radio, TV"),
    N_("Searching the web, meeting forums, blogs and review portals"),
    N_("The first look at the home page"),
)

# Beginnings of words, in German and English; as keys, so that capitals, umlauts and endings do not matter.
_BEFORE_WORDS = """
    such google googel search internet online web website webseite homepage startseite
    empfehl empfohl mundpropaganda recommend refer freund friend bekannt kolleg colleague nachbar neighbo
    famili werbung anzeige plakat advert ads poster image ruf reputation erinner memor gedank thought bedarf
    presse press zeitung newspaper radio fernseh tv television artikel article news gerücht rumour rumor
    hörensag gehört overhear heard forum foren blog bewertung review rating portal social
    instagram facebook linkedin youtube tiktok
"""
_WITH_US_WORDS = """
    anruf angeruf telefon phone call ring hotline zentral switchboard
    vorbei besuch visit betritt enter empfang reception counter schalter kommt come walk
    laden shop store filial branch parkplatz parking tür door klingel bell messe fair kasse checkout
    schreib write mail email brief letter fax chat formular form anfrag enquir inquir request
    angebot offer quot bestell order vertret aussendienst verkauf sale berat termin appointment
"""
_BEFORE_US = tuple(name_key(word) for word in _BEFORE_WORDS.split())
_WITH_US = tuple(name_key(word) for word in _WITH_US_WORDS.split())
# German parts "anrufen" into "ruft an".
_CALLS = re.compile(r"\bru(?:f|ft|fe|fen)\b.*\ban\b")
# Short beginnings mean a whole word alone: "ad" is no "address".
_LONG_ENOUGH = 4


@dataclass(frozen=True)
class Stop:
    """A touchpoint of the journey, where an answer may belong."""

    name: str
    phase: str


@dataclass(frozen=True)
class PhaseOfJourney:
    """A phase by its id."""

    id: str
    is_before_contact: bool


@dataclass(frozen=True)
class FirstContact:
    """An answer; `phase` is where the facilitator put it, `people` how many said so."""

    id: str
    text: str
    phase: str | None = None
    people: int = 1


@dataclass(frozen=True)
class FirstContacts:
    """The answers with the phase of each; None where nobody can say yet."""

    answers: tuple[FirstContact, ...]
    phase_of: Mapping[str, str | None]
    before: frozenset[str]

    @cached_property
    def sorted(self) -> int:
        """How many people's answers have a phase."""
        return sum(one.people for one in self.answers if self.phase_of[one.id])

    @cached_property
    def with_us(self) -> int:
        """How many of them begin with the company, and not before."""
        return sum(
            one.people
            for one in self.answers
            if self.phase_of[one.id] and self.phase_of[one.id] not in self.before
        )

    @cached_property
    def unsorted(self) -> int:
        """How many are still to be put into a phase."""
        return sum(one.people for one in self.answers) - self.sorted


def sort_first_contacts(
    answers: Iterable[FirstContact], phases: Sequence[PhaseOfJourney], stops: Sequence[Stop]
) -> FirstContacts:
    """Put each answer into a phase: by hand, by the touchpoint that it names, else by its words."""
    given = tuple(answers)
    before = frozenset(phase.id for phase in phases if phase.is_before_contact)
    phase_of = {one.id: one.phase or _phase(one.text, phases, stops) for one in given}
    return FirstContacts(given, phase_of, before)


def finding_of_first_contacts(found: FirstContacts) -> Message:
    """How many begin with the company and not with the customer."""
    if not found.sorted:
        return message("No answer has a place in the journey yet")
    return plural(
        "{count} of {n} begins with us, not with the customer",
        "{count} of {n} begin with us, not with the customer",
        found.with_us,
        n=found.sorted,
    )


def _phase(text: str, phases: Sequence[PhaseOfJourney], stops: Sequence[Stop]) -> str | None:
    named = _named_stop(text, stops)
    if named is not None:
        return named.phase
    is_before = _is_before_contact(text)
    if is_before is None:
        return None
    return next((phase.id for phase in phases if phase.is_before_contact is is_before), None)


def _named_stop(text: str, stops: Sequence[Stop]) -> Stop | None:
    """The touchpoint all of whose words are in the answer; of several the one with the longest name."""
    words = _words(text)
    fitting = [stop for stop in stops if (of_stop := _words(stop.name)) and of_stop <= words]
    return max(fitting, key=lambda stop: len(name_key(stop.name)), default=None)


def _words(text: str) -> set[str]:
    return {name_key(word) for word in re.findall(r"\w+", text)}


def _is_before_contact(text: str) -> bool | None:
    """Whoever heard or read of the company first, and calls then, began before; None: no word tells."""
    keys = [name_key(word) for word in re.findall(r"\w+", text)]
    if any(_begins_with(key, _BEFORE_US) for key in keys):
        return True
    is_with_us = _CALLS.search(text.casefold()) or any(_begins_with(key, _WITH_US) for key in keys)
    return False if is_with_us else None


def _begins_with(key: str, beginnings: Sequence[str]) -> bool:
    return any(key.startswith(one) if len(one) >= _LONG_ENOUGH else key == one for one in beginnings)
