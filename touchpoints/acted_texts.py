"""What acted participants write on cards, call themselves, and name as their department."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from touchpoints.messages import N_
from touchpoints.model import CardKind

# Names are the same in every language.
NAMES = (
    *("Ada", "Ben", "Clara", "David", "Emma", "Finn", "Greta", "Hugo", "Ida", "Jonas", "Kim", "Lena"),
    *(
        "Max",
        "Nora",
        "Oskar",
        "Paula",
        "Quentin",
        "Rosa",
        "Samir",
        "Tina",
        "Udo",
        "Vera",
        "Wim",
        "Yara",
        "Zoe",
    ),
)
DEPARTMENTS: Sequence[str] = (N_("Sales"), N_("Service"), N_("Operations"))

TEXTS: Mapping[CardKind, Sequence[str]] = {
    CardKind.FIRST_CONTACT: (
        N_("They call us"),
        N_("They come by"),
        N_("They find our web site"),
        N_("A colleague tells them about us"),
        N_("They read a review"),
        N_("They write an e-mail"),
    ),
    CardKind.TOUCHPOINT: (
        N_("The search on our web site"),
        N_("The confirmation by e-mail"),
        N_("The way to the counter"),
        N_("The hotline"),
        N_("The invoice"),
    ),
    CardKind.DISAPPOINTING: (
        N_("Nobody knows who is in charge"),
        N_("One has to say everything twice"),
        N_("The wait, without a word about how long"),
    ),
    CardKind.OKAY: (N_("It works, and that is all"), N_("One gets what was promised")),
    CardKind.DELIGHTFUL: (
        N_("Somebody remembered my name"),
        N_("It was done before I had to ask"),
    ),
    CardKind.KEEP: (N_("We call back on the same day"), N_("New customers are shown around")),
    CardKind.DROP: (N_("The form in three copies"), N_("The loop of recorded announcements")),
    CardKind.IMPROVE: (
        N_("Answers within a day"),
        N_("One contact person for everything"),
        N_("Signs that one can read"),
    ),
    CardKind.WASTE: (N_("We type the same data in twice"), N_("We wait for approvals of small sums")),
    CardKind.BARRIER: (N_("Two systems that do not talk to each other"), N_("Nobody may decide on site")),
    CardKind.IDEA: (
        N_("Say at once how long it will take"),
        N_("Ask how it was two days later"),
        N_("A walk along the journey every quarter"),
    ),
    CardKind.STEP: (N_("The customer asks at the counter"), N_("We look for the order in the system")),
    CardKind.BREAK: (
        N_("The note does not reach the next department"),
        N_("Here everybody waits for somebody"),
    ),
    CardKind.OPTION: (N_("One number to call for everything"), N_("A message as soon as it is ready")),
    CardKind.ACTION: (N_("Rewrite the letters in plain words"), N_("Try the short form for a month")),
    CardKind.SENTENCE: (
        N_("I will call three customers this week"),
        N_("I did not know how often they wait"),
        N_("Good that we said it aloud"),
    ),
    CardKind.PARKED: (N_("What about the fair in spring?"),),
}
