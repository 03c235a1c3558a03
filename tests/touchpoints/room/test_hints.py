"""What a room is asked about by the coach stays as it was said, and what it decides is what most chose."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from touchpoints.activities import DECISION, Decision, activity_kind
from touchpoints.activities import Rate as RatePart
from touchpoints.room.basis import Answer, Basis
from touchpoints.room.figures import rated_subject
from touchpoints.room.hints import HINTS, AskedHint, asked_hints, decided_hints
from touchpoints.room.picture import Picture, RatePicture

DESK = AskedHint("r01-targets", "No action at the desk", "Nothing follows.", "Plan one.", ("desk",), "desk")
WEB = AskedHint("r07-ideas", "Nobody answers", "People stop.", "Answer.", ("web:2", "till"))
SETTINGS = {HINTS: {"one": DESK.plain, "two": WEB.plain}}
TACKLE, NOT_NOW, NOT_OURS = Decision.TACKLE, Decision.NOT_NOW, Decision.NOT_OURS


def picture(answers: Mapping[str, list[Decision]]) -> Picture:
    """What a room has chosen, by subject."""
    rated = {}
    for subject, chosen in answers.items():
        people = {str(number): Answer("", (value,)) for number, value in enumerate(chosen)}
        rated[subject] = rated_subject(Basis((), people), [DECISION], 1)
    return Picture(5, RatePicture(rated))


def test_what_was_asked_is_the_same_after_it_was_stored() -> None:
    stored = json.loads(json.dumps(SETTINGS))
    assert asked_hints(stored) == {"one": DESK, "two": WEB}


def test_before_it_was_opened_nothing_is_asked() -> None:
    assert asked_hints({}) == {}


@pytest.mark.parametrize(
    ("chosen", "decision"),
    [
        ([TACKLE] * 4 + [NOT_NOW], TACKLE),
        ([NOT_NOW] * 3 + [TACKLE] * 2 + [NOT_OURS] * 2, NOT_NOW),
        ([NOT_OURS] * 5, NOT_OURS),
        # The middle of the two would be the third answer, which nobody gave.
        ([TACKLE] * 3 + [NOT_OURS] * 3, None),
    ],
)
def test_the_room_decides_what_most_have_chosen(chosen: list[Decision], decision: Decision | None) -> None:
    [first, _] = decided_hints(SETTINGS, picture({"one": chosen}))
    assert first.hint == DESK
    assert first.decision is decision


def test_of_what_too_few_have_answered_nothing_is_said() -> None:
    found = decided_hints(SETTINGS, picture({"two": [TACKLE] * 5}))
    assert [(one.hint.id, one.figure is None, one.decision) for one in found] == [
        (DESK.id, True, None),
        (WEB.id, False, TACKLE),
    ]


def test_a_phone_is_given_every_decision_in_words() -> None:
    [rate] = [part for part in activity_kind("coach_asks").parts if isinstance(part, RatePart)]
    [scale] = rate.scales
    assert list(scale.words) == list(range(scale.low, scale.high + 1)) == list(Decision)
