"""Each activity is one file, says what it is for, and can be asked on a phone."""

from __future__ import annotations

from types import ModuleType

import pytest

from touchpoints import activities
from touchpoints.activities import (
    BrokenActivity,
    Rate,
    UnknownActivity,
    activity_kind,
    all_activities,
)
from touchpoints.guide import QUESTIONS

KINDS = list(all_activities().values())
METHOD = {question.id for questions in QUESTIONS.values() for question in questions}


def test_all_that_the_method_asks_in_the_room_is_there() -> None:
    assert set(all_activities()) == {
        *("first_contact", "collect", "blind_top_ten", "importance", "experience", "dot_vote"),
        *("impact_effort", "target_level", "commit", "fist_of_five", "closing", "table_work", "break"),
        "coach_asks",
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_each_says_what_is_read_out_and_which_questions_it_answers(kind: activities.ActivityKind) -> None:
    assert kind.name
    assert kind.instructions.endswith((".", "?"))
    assert set(kind.questions) <= METHOD
    assert 1 <= kind.minutes <= 60
    for part in kind.parts:
        for scale in part.scales if isinstance(part, Rate) else ():
            assert scale.low < scale.high
            assert {scale.low, scale.high} <= set(scale.words) <= set(range(scale.low, scale.high + 1))


def test_a_break_asks_nothing() -> None:
    assert not activity_kind("break").takes_answers
    assert activity_kind("collect").takes_answers


def test_an_unknown_kind_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UnknownActivity, match="There is no activity juggling here"):
        activity_kind("juggling")


def test_a_file_that_is_no_activity_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(activities, "discover", lambda _package: [ModuleType("touchpoints.activities.odd")])
    all_activities.cache_clear()
    with pytest.raises(BrokenActivity, match="it has no ACTIVITY"):
        all_activities()
    all_activities.cache_clear()
