"""Answers on paper are counted by hand, refused where they cannot be, and added to those of the phones."""

from __future__ import annotations

from typing import Any

import pytest

from storage.agenda import AlreadyAnswered, change_activity
from storage.ballots import answer
from storage.history import list_changes
from storage.paper import NotOpenedYet, count_sheets, enter_tally
from storage.reveals import read_picture, reveal_activity
from storage.revisions import activity_scope, revisions_of
from tests.storage._rows import row_counts
from tests.storage.workshop.conftest import Room
from touchpoints.room.tally import MoreCountedThanSheets


def crosses(room: Room, **counts: int) -> dict[str, Any]:
    """So many crosses at each value of the first touchpoint: minus2=3."""
    values = {name.replace("minus", "-").replace("plus", ""): n for name, n in counts.items()}
    return {"rate": {str(room.touchpoints[0]): values}}


def test_paper_and_phones_make_one_picture(room: Room) -> None:
    activity = room.begin()
    for _ in range(3):
        given = {"rate": {str(room.touchpoints[0]): {"experience": 1}}}
        answer(room.store, room.join(), activity, given)
    enter_tally(*room.place, activity, 2, crosses(room, minus2=1, plus1=1))
    room.press(reveal_activity, activity)
    found = read_picture(*room.place, activity)
    assert found is not None
    figure = found.picture.rate.subjects[str(room.touchpoints[0])].scales["experience"]
    assert (found.n, figure.n, figure.counts[-2], figure.counts[1]) == (5, 5, 1, 4)


def test_a_tally_replaces_the_one_before_and_only_its_sheets_are_told(room: Room) -> None:
    activity = room.begin()
    assert count_sheets(*room.place, activity) == 0
    before, lines = revisions_of(*room.place), list_changes(*room.place)
    for sheets in (4, 6):
        enter_tally(*room.place, activity, sheets, crosses(room, plus2=sheets))
    assert count_sheets(*room.place, activity) == 6
    assert row_counts(room.store)["paper_tally"] == 1
    assert revisions_of(*room.place)[activity_scope(activity)] > before.get(activity_scope(activity), 0)
    assert list_changes(*room.place) == lines


def test_what_cannot_be_is_refused_and_changes_nothing(room: Room) -> None:
    activity = room.begin()
    with pytest.raises(MoreCountedThanSheets):
        enter_tally(*room.place, activity, 2, crosses(room, plus2=3))
    assert count_sheets(*room.place, activity) == 0


def test_before_it_is_opened_nobody_knows_what_the_sheets_are_about(room: Room) -> None:
    activity = room.add()
    with pytest.raises(NotOpenedYet):
        enter_tally(*room.place, activity, 0, {})


def test_paper_fixes_the_question_as_a_ballot_does(room: Room) -> None:
    activity = room.begin()
    enter_tally(*room.place, activity, 1, crosses(room, plus2=1))
    with pytest.raises(AlreadyAnswered):
        change_activity(*room.place, activity, room.activity(activity).version, {"is_named": True})
