"""Breaks between departments are counted and the pair that breaks most is named."""

from __future__ import annotations

import pytest

from touchpoints.handovers import HandoverChain, finding_of_handovers
from touchpoints.messages import in_english


def chain(*departments: str, breaks: dict[int, str] | None = None) -> HandoverChain:
    return HandoverChain("id", "Check-in", departments, breaks or {}, None)


def said(*chains: HandoverChain) -> str:
    return in_english(finding_of_handovers(chains))


def test_the_pair_with_most_breaks_is_named_in_either_direction_and_spelling() -> None:
    found = said(
        chain("Terminal", "Marketing", "IT", breaks={0: "late"}),
        chain("marketing", "terminal", "IT", breaks={0: "lost"}),
        chain("IT", "Security", "Terminal", "Airlines", "Shops", breaks={2: "unclear"}),
    )
    assert found == "3 of 8 hand-overs break, 2 of them between Terminal and Marketing"


def test_breaks_that_lie_everywhere_name_no_pair() -> None:
    assert said(chain("A", "B", "C", breaks={0: "late", 1: "late"})) == "2 of 2 hand-overs break"


def test_a_note_behind_the_last_department_is_no_hand_over() -> None:
    assert chain("A", "B", breaks={1: "late"}).broken == 0


@pytest.mark.parametrize(
    ("chains", "finding"),
    [
        ([], "No hand-over has been noted yet"),
        ([chain("A")], "No hand-over has been noted yet"),
        ([chain("A", "B")], "The 1 hand-over holds"),
        ([chain("A", "B", "C")], "All 2 hand-overs hold"),
        ([chain("A", "B", breaks={0: "late"})], "1 of 1 hand-over breaks"),
    ],
)
def test_small_cases_read_as_sentences(chains: list[HandoverChain], finding: str) -> None:
    assert said(*chains) == finding
