"""A workshop is prepared with its agenda at once, and what it asks is fixed by the first answer."""

from __future__ import annotations

from datetime import time

import pytest

from storage.activity_course import close_activity
from storage.activity_subjects import choose_subjects, list_subjects
from storage.agenda import (
    AlreadyAnswered,
    change_activity,
    is_answered,
    list_activities,
    prepare_workshop,
)
from storage.ballots import answer
from storage.selections import read_selection_sizes
from storage.wording import wording_for
from storage.workshops import list_workshops, read_workshop
from tests.storage.workshop.conftest import Room
from touchpoints.activities import UnknownActivity
from touchpoints.agendas import agenda_of, worded
from touchpoints.model import Selection


def test_a_workshop_comes_with_the_agenda_of_its_template_in_one_step(room: Room) -> None:
    agenda = agenda_of("half_day")
    values = {"name": "Tuesday", "starts_at": time(13, 30), "minutes": agenda.minutes}
    activities = [worded(item, wording_for("en")) for item in agenda.items]
    once = room.facilitator.once()
    made = [prepare_workshop(room.store, once, room.project, values, activities) for _ in range(2)]
    assert made[0] == made[1]
    entry = read_workshop(*room.place, made[0])
    assert (entry.starts_at, entry.minutes, entry.activities) == (time(13, 30), 240, 9)
    stored = list_activities(*room.place, made[0])
    assert [one.kind for one in stored] == [item.kind for item in agenda.items]
    assert sum(one.minutes for one in stored) == 240


def test_a_wrong_activity_leaves_no_workshop_behind(room: Room) -> None:
    wrong = {"kind": "juggling", "title": "Juggling", "minutes": 5}
    with pytest.raises(UnknownActivity):
        prepare_workshop(*room.place, {"name": "Tuesday"}, [wrong])
    assert [one.id for one in list_workshops(*room.place)] == [room.workshop]


def test_each_selection_says_how_many_touchpoints_it_means(room: Room) -> None:
    activity = room.add("experience")
    sizes = read_selection_sizes(*room.place, room.workshop)
    assert [sizes.of(activity, one) for one in Selection] == [0, 3, 3, 3, 0]
    choose_subjects(*room.place, activity, room.touchpoints[:1])
    sizes = read_selection_sizes(*room.place, room.workshop)
    assert sizes.of(activity, Selection.BY_HAND) == 1


def test_the_first_answer_fixes_what_is_asked(room: Room) -> None:
    activity = room.begin("experience")
    assert not is_answered(*room.place, activity)
    answer(room.store, room.join(), activity, {"rate": {str(room.touchpoints[0]): {"experience": 1}}})
    assert is_answered(*room.place, activity)
    with pytest.raises(AlreadyAnswered):
        change_activity(*room.place, activity, room.activity(activity).version, {"selection": Selection.ALL})


def test_another_selection_before_the_first_answer_is_what_the_next_opening_asks_about(room: Room) -> None:
    activity = room.add("experience")
    choose_subjects(*room.place, activity, room.touchpoints[:1])
    version = room.activity(activity).version
    change_activity(*room.place, activity, version, {"selection": Selection.KEY})
    assert list_subjects(*room.place, activity) == ()
    opened = room.begin("importance")
    room.press(close_activity, opened)
    assert len(list_subjects(*room.place, opened)) == 3
