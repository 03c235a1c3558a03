"""What a room takes for the first contact is sorted by touchpoints and words, and counted by people."""

from __future__ import annotations

import pytest

from touchpoints.messages import in_english
from touchpoints.room.first_contact import (
    EARLIER_CONTACTS,
    FirstContact,
    FirstContacts,
    PhaseOfJourney,
    Stop,
    finding_of_first_contacts,
    sort_first_contacts,
)

_PHASES = (
    PhaseOfJourney("before", is_before_contact=True),
    *(PhaseOfJourney(one, is_before_contact=False) for one in ("ask", "stay")),
)
_STOPS = (
    Stop("Reception", "stay"),
    Stop("Review portals", "before"),
    Stop("Desk", "ask"),
)


def sort(*answers: FirstContact) -> FirstContacts:
    return sort_first_contacts(answers, _PHASES, _STOPS)


def phase_of(text: str, by_hand: str | None = None) -> str | None:
    return sort(FirstContact("1", text, by_hand)).phase_of["1"]


@pytest.mark.parametrize(
    "text",
    ["Er ruft an", "He calls us", "kommt vorbei", "he comes by", "schreibt", "E-Mail", "Anruf", "a letter"],
)
def test_the_view_of_the_company_begins_with_the_company(text: str) -> None:
    assert phase_of(text) == "ask"


@pytest.mark.parametrize(
    "text",
    ["Website", "Suche im Netz", "Empfehlung", "friends", "Radio", "Gehört von einem Kollegen", "googles us"],
)
def test_what_comes_before_is_known_by_its_words(text: str) -> None:
    assert phase_of(text) == "before"


def test_whoever_calls_after_a_recommendation_began_before() -> None:
    assert phase_of("Calls after a recommendation") == "before"


def test_a_touchpoint_that_is_named_gives_its_phase() -> None:
    assert phase_of("At the receptions") == "stay"
    assert phase_of("the review-portals") == "before"


def test_short_words_are_not_found_in_longer_ones() -> None:
    assert phase_of("the address") is None


def test_the_facilitator_has_the_last_word() -> None:
    assert phase_of("Google", "stay") == "stay"


def test_the_finding_counts_people_and_leaves_out_who_is_not_sorted() -> None:
    found = sort(FirstContact("1", "calls", people=3), FirstContact("2", "Radio"), FirstContact("3", "hm"))
    assert (found.with_us, found.sorted, found.unsorted) == (3, 4, 1)
    assert in_english(finding_of_first_contacts(found)) == "3 of 4 begin with us, not with the customer"
    one = finding_of_first_contacts(sort(FirstContact("1", "calls")))
    assert in_english(one) == "1 of 1 begins with us, not with the customer"
    assert in_english(finding_of_first_contacts(sort())) == "No answer has a place in the journey yet"


def test_six_contacts_come_before_the_first_call() -> None:
    assert len(set(EARLIER_CONTACTS)) == 6
