"""The coach asks a room: what it says is frozen by the first opening, and decided under the floor's rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

import pytest

from storage.activity_course import PressedMeanwhile, close_activity
from storage.activity_subjects import list_subjects
from storage.agenda import change_activity
from storage.ballots import answer
from storage.hint_answers import ToldHint, answer_to, list_hint_answers, mark_discussed
from storage.hint_asking import NothingFromTheCoach, open_on_hints
from storage.reveals import read_picture, reveal_activity
from storage.take_over import list_proposals
from tests.storage.workshop.conftest import Room
from touchpoints.activities import Decision
from touchpoints.ballots import UnusableAnswer
from touchpoints.model import ActivityState, Selection, SubjectKind
from touchpoints.room.hints import AskedHint, asked_hints, decided_hints

HINTS = [AskedHint(f"r0{at}-x", f"Hint {at}", f"Why {at}", f"Do {at}", (f"case {at}",)) for at in range(1, 5)]


def opened(room: Room, activity: UUID, hints: Sequence[AskedHint] = HINTS) -> None:
    """Press the button that opens it, while the coach says these hints."""
    room.press(partial(_open, hints), activity)


def _open(hints: Sequence[AskedHint], *pressed: object) -> None:
    open_on_hints(*pressed, hints)  # type: ignore[arg-type] # as Room.press calls it


@pytest.fixture
def asked(room: Room) -> UUID:
    """An activity in which the coach asks, open to all."""
    activity = room.add("coach_asks", selection=Selection.NONE)
    opened(room, activity)
    return activity


def vote(room: Room, activity: UUID, decisions: Sequence[Decision]) -> None:
    """One more person for each decision, who says the same of every hint."""
    subjects = [str(one.id) for one in list_subjects(*room.place, activity)]
    for decision in decisions:
        given = {"rate": {subject: {"decision": int(decision)} for subject in subjects}}
        answer(room.store, room.join(), activity, given)


def test_the_first_three_are_asked_word_for_word(room: Room, asked: UUID) -> None:
    subjects = list_subjects(*room.place, asked)
    assert [(one.kind, one.name) for one in subjects] == [
        (SubjectKind.HINT, name) for name in ("Hint 1", "Hint 2", "Hint 3")
    ]
    kept = asked_hints(room.activity(asked).settings)
    assert kept == {str(one.id): hint for one, hint in zip(subjects, HINTS, strict=False)}
    assert room.activity(asked).state is ActivityState.OPEN


def test_what_the_coach_says_later_does_not_change_what_was_asked(room: Room, asked: UUID) -> None:
    before = list_subjects(*room.place, asked), room.activity(asked).settings
    room.press(close_activity, asked)
    opened(room, asked, HINTS[3:])
    assert (list_subjects(*room.place, asked), room.activity(asked).settings) == before


def test_an_activity_is_opened_again_when_the_coach_has_nothing_more_to_say(room: Room, asked: UUID) -> None:
    room.press(close_activity, asked)
    opened(room, asked, ())
    assert room.activity(asked).state is ActivityState.OPEN


def test_where_no_hint_is_open_it_says_so_and_asks_nothing(room: Room) -> None:
    activity = room.add("coach_asks", selection=Selection.NONE)
    with pytest.raises(NothingFromTheCoach):
        opened(room, activity, ())
    assert room.activity(activity).state is ActivityState.PLANNED


def test_of_two_who_start_it_at_once_both_have_what_the_first_asked(room: Room) -> None:
    activity = room.add("coach_asks", selection=Selection.NONE)
    shown = room.activity(activity).version
    open_on_hints(*room.place, activity, shown, HINTS)
    open_on_hints(*room.place, activity, shown, HINTS[3:])
    assert [one.name for one in list_subjects(*room.place, activity)] == ["Hint 1", "Hint 2", "Hint 3"]


def test_a_press_on_what_was_changed_meanwhile_freezes_nothing(room: Room) -> None:
    activity = room.add("coach_asks", selection=Selection.NONE)
    shown = room.activity(activity).version
    change_activity(*room.place, activity, shown, {"title": "Our coach"})
    with pytest.raises(PressedMeanwhile):
        open_on_hints(*room.place, activity, shown, HINTS)
    assert list_subjects(*room.place, activity) == ()


def test_the_room_decides_on_each_and_nothing_of_it_lands_by_itself(room: Room, asked: UUID) -> None:
    vote(room, asked, [Decision.TACKLE] * 3 + [Decision.NOT_NOW] * 2)
    room.press(reveal_activity, asked)
    revealed = read_picture(*room.place, asked)
    assert revealed is not None
    found = decided_hints(room.activity(asked).settings, revealed.picture)
    assert [one.decision for one in found] == [Decision.TACKLE] * 3
    assert list_proposals(*room.place, asked) == ()
    assert list_hint_answers(*room.place) == ()


def test_below_the_floor_no_decision_is_shown(room: Room, asked: UUID) -> None:
    vote(room, asked, [Decision.TACKLE] * 4)
    room.press(reveal_activity, asked)
    revealed = read_picture(*room.place, asked)
    assert revealed is not None
    found = decided_hints(room.activity(asked).settings, revealed.picture)
    assert [one.figure for one in found] == [None] * 3


@pytest.mark.parametrize("value", [0, 4])
def test_only_what_was_offered_can_be_chosen(room: Room, asked: UUID, value: int) -> None:
    first = list_subjects(*room.place, asked)[0]
    with pytest.raises(UnusableAnswer):
        answer(room.store, room.join(), asked, {"rate": {str(first.id): {"decision": value}}})


def test_an_answer_settles_the_hint_that_the_room_was_asked_about(room: Room, asked: UUID) -> None:
    first, second, _ = asked_hints(room.activity(asked).settings).values()
    mark_discussed(*room.place, ToldHint(first.id, first.said, first.facts))
    answers = list_hint_answers(*room.place)
    assert answer_to(first, answers) is not None
    assert answer_to(second, answers) is None
